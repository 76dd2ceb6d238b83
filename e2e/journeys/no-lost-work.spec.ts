import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import type { Office, Paper } from "@/e2e/office";
import { Reader } from "@/e2e/pages/reader";
import { answered, unreachable } from "@/e2e/watch";

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const counted = `${numbers.join(", ")} and so on, a clerk said.`;

/** Each word tagged once, each tag in its first version: nothing lost, nothing doubled. */
async function expectEachOnce(office: Office, paper: Paper, words: readonly string[]): Promise<void> {
  const { annotations } = await office.tagsOf(paper);
  const kept = annotations.map(({ segments, version }) => `${segments[0]?.quote ?? ""} ${version}`);
  expect(kept.toSorted()).toEqual(words.map((word) => `${word} 1`).toSorted());
}

test("offline one goes on working; back online everything is kept", async ({ enter, office, complaints }) => {
  complaints.allow(unreachable);
  const paper = await office.newReport({ text: counted });
  const { page, context } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("one").as("place");
  await reader.isSaved();

  await context.setOffline(true);
  await reader.tag("two").as("claim");
  await reader.tag("three").as("source");
  await reader.isOnThisDeviceOnly(2);
  await expectEachOnce(office, paper, ["one"]);

  await context.setOffline(false);
  await reader.isSaved();
  await expectEachOnce(office, paper, ["one", "two", "three"]);
});

test("offline before the page has fetched everything, one can tag, and the details follow when the server is back", async ({
  enter,
  office,
  complaints,
}) => {
  complaints.allow(unreachable);
  const paper = await office.newReport({ text: counted });
  const { page, context } = await enter("Analyst A");
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const reader = new Reader(page);
  await reader.open(paper);

  await context.setOffline(true);
  await reader.choose("seven").byMouse();
  await reader.press("1");
  await expect(reader.mark("seven", "claim")).toBeVisible();
  await expect(reader.inspector.getByText("Can’t reach the server. The details appear here")).toBeVisible();

  await context.setOffline(false);
  await reader.shows("seven");
  await reader.isSaved();
  await expectEachOnce(office, paper, ["seven"]);
});

test("loading the page again offline, even closing the window, keeps what was not sent", async ({
  enter,
  office,
  complaints,
}) => {
  complaints.allow(unreachable);
  const paper = await office.newReport({ text: counted });
  const { page, context } = await enter("Analyst B");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.hasEverything();
  await context.setOffline(true);
  await reader.tag("five").as("claim");
  await reader.tag("six").as("place");
  await reader.isOnThisDeviceOnly(2);

  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Can’t reach the server" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("2");
  await expectAccessible(page, "offline");
  await page.close();
  await context.setOffline(false);

  const next = new Reader(await context.newPage());
  await next.open(paper);
  await expect(next.mark("five", "claim")).toBeVisible();
  await expect(next.mark("six", "place")).toBeVisible();
  await expectEachOnce(office, paper, ["five", "six"]);
});

test("two people change one tag: both versions are shown and neither is lost", async ({
  enter,
  office,
  complaints,
}) => {
  complaints.allow(unreachable, answered(409));
  const paper = await office.newReport();
  const tag = await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  const mine = await enter("Analyst A");
  const theirs = await enter("Analyst B");
  const reader = new Reader(mine.page);
  const other = new Reader(theirs.page);
  await reader.open(paper);
  await other.open(paper);
  await reader.hasEverything();

  await mine.context.setOffline(true);
  await reader.select("road to Ithriya");
  await reader.choice("Certainty", "possible").click();
  await reader.isOnThisDeviceOnly(1);
  await other.select("road to Ithriya");
  await other.choice("Certainty", "probable").click();
  await other.isSaved();
  await mine.context.setOffline(false);

  await expect(reader.saving).toHaveText("Two versions of a tag");
  await reader.saving.click();
  await mine.page.getByRole("button", { name: "Two versions of a tag" }).last().click();
  const choice = mine.page.getByRole("dialog", { name: "Two versions of this tag" });
  await expect(choice).toContainText("possible");
  await expect(choice).toContainText("probable");
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await reader.isSaved();

  const { tag: now, versions } = await office.tagWithVersions(tag.id);
  expect(now).toMatchObject({ version: 3, attributes: { certainty: "possible" } });
  expect(versions.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
});

for (const killed of ["app", "database"] as const) {
  test(`kill -9 of the ${killed} while tagging loses and doubles nothing`, async ({
    enter,
    office,
    stack,
    complaints,
  }) => {
    complaints.allow(unreachable, answered(500, 502, 503));
    const paper = await office.newReport({ text: counted });
    const { page } = await enter("Analyst A");
    const reader = new Reader(page);
    await reader.open(paper);
    await reader.hasEverything();

    const kill = () => (killed === "app" ? stack.killApp() : stack.killDatabase());
    let back: Promise<void> | undefined;
    for (const [at, word] of numbers.entries()) {
      if (at === 4) back = kill();
      await reader.tag(word).as("claim");
    }
    await back;
    await reader.isSaved();
    await expectEachOnce(office, paper, numbers);
  });
}
