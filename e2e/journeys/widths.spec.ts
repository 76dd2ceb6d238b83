import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/accessible";
import { got, type Who } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Office } from "@/e2e/office";
import { expectFitting } from "@/e2e/pages/fitting";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";
import { screensIn, screensOutside } from "@/e2e/screens";
import { answered, unreachable } from "@/e2e/watch";

// By far the longest file: its tests need nothing of each other, so that both workers share them.
test.describe.configure({ mode: "parallel" });

/** Whose screens are tried where: all in the fullest project, and elsewhere those that differ from them. */
const tried = {
  Editor: ["outside projects", "second-reading", "three-weeks-on-the-gulf"],
  Reviewer: ["second-reading"],
  "Analyst A": ["outside projects", "three-weeks-on-the-gulf"],
} as const;

for (const who of ["Editor", "Reviewer", "Analyst A"] as const) {
  for (const where of tried[who]) {
    test(`every screen of ${who}, ${where}, fits phones, tablets and desks`, async ({ enter, office, complaints }) => {
      if (where === "outside projects") complaints.allow(answered(404));
      const { page } = await enter(who);
      const screens = where === "outside projects" ? screensOutside(who) : await screensIn(where, who, office);
      await tryAll(page, screens, { axe: who === "Editor" && where !== "second-reading" });
    });
  }
}

/** Tries that each screen fits, and with axe that everybody can use it; then those that a project’s navigation leads to. */
async function tryAll(page: Page, begin: readonly string[], { axe }: { axe: boolean }): Promise<void> {
  const screens = [...begin];
  for (const screen of screens) {
    await test.step(screen, async () => {
      await page.goto(screen);
      await expect(page.getByRole("main")).toBeVisible();
      for (const further of await named(page)) if (!screens.includes(further)) screens.push(further);
      await expectFitting(page, screen);
      if (axe) await expectAccessible(page, screen);
    });
  }
}

/** The addresses in the navigation of a project. */
const named = (page: Page): Promise<string[]> =>
  page
    .getByRole("navigation", { name: "Project sections" })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

test("the doors fit too", async ({ browse, complaints }) => {
  complaints.allow(answered(404));
  const { page } = await browse();
  await new SignIn(page).open();
  await expectFitting(page, "sign-in");
  await page.goto("/welcome/no-such-link");
  await expectFitting(page, "a link that is used up");
});

test("a report that is worked on fits, whatever is open in it", async ({ enter, office, complaints }) => {
  complaints.allow(unreachable);
  const paper = await office.newReport();
  const editor = await office.as("Editor");
  const { userId } = await person(office, "Analyst A");
  await got(editor.put(`/api/v1/reports/${paper.id}/assignments/${userId}`, { state: "assigned" }));
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.hasEverything();
  await expectFitting(page, "an assigned report");
  await page.context().setOffline(true);
  await onDesk(page);
  await reader.tag("Hundreds of people").as("source");
  await reader.isOnThisDeviceOnly(1);
  await expectFitting(page, "a tag that is on this device only");
  await page.context().setOffline(false);
  await onDesk(page);
  await reader.isSaved();
  await reader.tag("the road to Ithriya was open").as("claim");
  await expectFitting(page, "a selected claim");
  await onDesk(page);
  await reader.tag("senior military source").as("source");
  await expectFitting(page, "a selected source");
  await onDesk(page);
  await reader.tag("Ithriya").as("place");
  await expectFitting(page, "a selected place");
  await onDesk(page);
  await reader.choose("northern quarters").byMouse();
  await expectFitting(page, "chosen words");
  await onDesk(page);
  for (const [key, what] of [
    ["Control+f", "the find bar"],
    ["Escape", ""],
    ["g", "the guidelines"],
    ["Escape", ""],
    ["?", "the keys"],
    ["Escape", ""],
    ["Control+Enter", "submitting"],
  ] as const) {
    await reader.press(key);
    if (what) await expectFitting(page, what);
    await onDesk(page);
  }
});

const onDesk = (page: Page) => page.setViewportSize({ width: 1440, height: 900 });

async function person(office: Office, who: Who): Promise<{ userId: string }> {
  const { id } = await got((await office.as(who)).get<{ id: string }>("/api/v1/me"));
  return { userId: id };
}
