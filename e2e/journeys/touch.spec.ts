import type { Locator, Page } from "@playwright/test";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

const devices = [
  { name: "a phone", viewport: { width: 390, height: 844 } },
  { name: "a tablet", viewport: { width: 1024, height: 768 } },
] as const;

/** A finger: taps, and nothing a mouse or keyboard does. */
class Finger {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async on(thing: Locator): Promise<void> {
    await thing.scrollIntoViewIfNeeded();
    await thing.tap();
  }

  /** Taps twice on the first word, and once on the last. */
  async choose(first: string, last: string): Promise<void> {
    const { buttons } = new Reader(this.page);
    // On a busy machine two taps may come too far apart to be one double tap: like a person, it then taps again.
    await expect(async () => {
      const { x, y } = (await whereabouts(this.page, first)).middle;
      await this.page.touchscreen.tap(x, y);
      await this.page.touchscreen.tap(x, y);
      await expect(buttons).toBeVisible({ timeout: 2000 });
    }).toPass();
    const to = (await whereabouts(this.page, last)).middle;
    await this.page.touchscreen.tap(to.x, to.y);
  }
}

/** On a phone the list of tags is put away, so that nobody can wait for it. */
async function open(reader: Reader, { id }: { id: string }): Promise<void> {
  await reader.page.goto(`/reports/${id}`);
  await expect(reader.text).toHaveAttribute("tabindex", "0");
  await reader.isSaved();
}

/** Nothing scrolls sideways, and every button that closes something can be hit. */
async function fits(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  for (const button of await page.getByRole("button", { name: /^Close/ }).all()) {
    if (!(await button.isVisible())) continue;
    const box = await button.boundingBox();
    if (!box) continue;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
}

for (const { name, viewport } of devices) {
  test(`an analyst's and a reviewer's work by finger on ${name}`, async ({ enter, office }) => {
    const paper = await office.newReport();
    const editor = await office.as("Editor");
    const { id: analyst } = await got((await office.as("Analyst A")).get<{ id: string }>("/api/v1/me"));
    await got(editor.put(`/api/v1/reports/${paper.id}/assignments/${analyst}`, { state: "assigned" }));
    const options = { viewport, hasTouch: true, isMobile: true };

    await test.step("the analyst tags, describes, links and comments", async () => {
      const { page } = await enter("Analyst A", options);
      const reader = new Reader(page);
      const finger = new Finger(page);
      const closing = reader.inspector.getByRole("button", { name: "Close", exact: true });
      const putAway = async () => {
        if (await closing.isVisible()) await finger.on(closing);
      };
      const opened = async () => {
        const open = page.getByRole("banner").getByRole("button", { name: "Inspector" });
        if (!(await reader.inspector.getByRole("button", { name: "Show in the text" }).isVisible())) {
          await finger.on(open);
        }
      };
      await open(reader, paper);
      await fits(page);

      await finger.choose("senior", "source said");
      await fits(page);
      await finger.on(reader.buttons.getByRole("button", { name: "Source" }));
      await opened();
      await reader.shows("senior military source");
      await fits(page);
      await putAway();

      await finger.choose("Hundreds", "Monday");
      await finger.on(reader.buttons.getByRole("button", { name: "Claim" }));
      await opened();
      await reader.shows("Hundreds of people left the northern quarters of Hama on Monday");
      await fits(page);
      await finger.on(reader.inspector.getByRole("button", { name: /^Accept: senior/ }));
      await expect(reader.linkTo("senior military source")).toBeVisible();
      await finger.on(reader.choice("Kind", "event"));
      await finger.on(reader.choice("Certainty", "certain"));
      await expect(reader.choice("Certainty", "certain")).toBeChecked();
      await finger.on(reader.inspector.getByRole("textbox", { name: "Comment" }));
      await reader.comment("How many hundreds?");
      await fits(page);
      await putAway();
      await reader.isSaved();

      await finger.on(page.getByRole("banner").getByRole("button", { name: /^Submit/ }));
      const dialog = page.getByRole("dialog");
      await expect(dialog).toBeVisible();
      await fits(page);
      await finger.on(dialog.getByRole("button", { name: /^Submit/ }));
      await expect(dialog).toHaveCount(0);
    });

    await test.step("the reviewer sees each card and decides", async () => {
      const { page } = await enter("Reviewer", options);
      const reader = new Reader(page);
      const finger = new Finger(page);
      await open(reader, paper);
      const start = reader.inspector.getByRole("button", { name: /^Review/ });
      if (!(await start.isVisible())) {
        await finger.on(page.getByRole("banner").getByRole("button", { name: "Inspector" }));
      }
      await finger.on(start);
      await expect(reader.review).toBeVisible();
      await fits(page);
      await finger.on(reader.review.getByRole("button", { name: /^Return/ }));
      await reader.review.getByRole("textbox").fill("Say how many.");
      await fits(page);
      await finger.on(reader.review.getByRole("button", { name: /^Return it/ }));
      await expect
        .poll(async () => (await office.tagsOf(paper)).annotations.some(({ state }) => state === "returned"))
        .toBe(true);
      await fits(page);
    });
  });
}
