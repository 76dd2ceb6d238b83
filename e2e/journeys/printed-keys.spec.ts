import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

/** Counts keydowns and remembers of the last one whether somebody took it. A chord counts as one. */
async function watchKeys(page: Page): Promise<{ count: () => Promise<number>; taken: () => Promise<boolean> }> {
  await page.evaluate(() => {
    const watched = { count: 0, taken: false };
    Object.assign(globalThis, { watchedKeys: watched });
    const alone = ["Shift", "Control", "Alt", "Meta"];
    window.addEventListener("keydown", (event) => {
      if (alone.includes(event.key)) return;
      watched.count += 1;
      // Whoever takes a key says so before the event is over.
      watched.taken = event.defaultPrevented;
    });
  });
  const read = () =>
    page.evaluate(() => (globalThis as { watchedKeys?: { count: number; taken: boolean } }).watchedKeys);
  return { count: async () => (await read())?.count ?? 0, taken: async () => (await read())?.taken === true };
}

const claim =
  "hundreds of families left the northern quarters before the morning and that the road to the east was open again for lorries and ambulances";

test("a claim of 24 words takes at most six keydowns from where the cursor stands", async ({ enter, office }) => {
  expect(claim.split(" ")).toHaveLength(24);
  const { page } = await enter("Analyst A");
  const paper = await office.newReport({ text: `The army said on Monday that ${claim}.` });
  const reader = new Reader(page);
  await reader.open(paper);
  await expect(reader.text).toBeFocused();
  const keys = await watchKeys(page);
  await reader.press("Alt+ArrowRight", "Control+ArrowRight", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight", "1");
  await expect(reader.mark("hundreds of families", "claim")).toBeVisible();
  expect(await keys.count()).toBeLessThanOrEqual(6);
  await reader.isSaved();
  const { annotations } = await office.tagsOf(paper);
  expect(annotations.map(({ segments }) => segments.map(({ quote }) => quote).join(" "))).toEqual([claim]);
});

test("a double click takes the word under the pointer, also on the right half of its last letter", async ({
  enter,
  office,
}) => {
  const { page } = await enter("Analyst A");
  const paper = await office.newReport({ text: "Near Hama, al-Salamiyah and Suran; rain fell." });
  const reader = new Reader(page);
  await reader.open(paper);
  for (const word of ["Hama", "al-Salamiyah", "Suran"]) {
    const { to } = await whereabouts(page, word);
    await page.mouse.dblclick(to.x, to.y);
    await reader.press("2");
    await reader.shows(word);
  }
  await reader.isSaved();
  const { annotations } = await office.tagsOf(paper);
  expect(annotations.flatMap(({ segments }) => segments.map(({ quote }) => quote)).toSorted()).toEqual(
    ["Hama", "Suran", "al-Salamiyah"].toSorted(),
  );
});

const described = "Residents of Hama said that the road to Ithriya was open. Hama was quiet, they said.";

test("every key that a button prints works as long as the button is there", async ({ enter, office }) => {
  test.slow();
  const analyst = (await enter("Analyst A")).page;
  const reviewer = (await enter("Reviewer")).page;
  const scenes: { name: string; page: Page; comesTo: (reader: Reader) => Promise<void> }[] = [
    { name: "reading", page: analyst, comesTo: async () => undefined },
    { name: "with a claim", page: analyst, comesTo: (reader) => reader.select("was open") },
    { name: "with a place", page: analyst, comesTo: (reader) => reader.select("Ithriya") },
    {
      name: "after a click on a field",
      page: analyst,
      comesTo: async (reader) => {
        await reader.select("was open");
        await reader.choice("Certainty", "probable").click();
      },
    },
    { name: "with words chosen", page: analyst, comesTo: (reader) => reader.choose("Residents of Hama").byMouse() },
    { name: "reviewing", page: reviewer, comesTo: (reader) => reader.startReview() },
  ];
  for (const { name, page, comesTo } of scenes) {
    const came = async () => {
      const paper = await office.newReport({ text: described });
      await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
      await office.tag("Analyst A", paper, "Ithriya", "place");
      const reader = new Reader(page);
      await reader.open(paper);
      await comesTo(reader);
      await reader.isSaved();
    };
    await came();
    const buttons = page.getByRole("main").locator("button[aria-keyshortcuts]:visible");
    const keysOf = () =>
      buttons.evaluateAll((all) =>
        all.flatMap((each) =>
          each.matches("[disabled], [aria-disabled=true]") ? [] : [each.getAttribute("aria-keyshortcuts") ?? ""],
        ),
      );
    await expect.poll(async () => (await keysOf()).length, name).toBeGreaterThan(0);
    for (const key of new Set(await keysOf())) {
      await test.step(`${name}: ${key}`, async () => {
        await came();
        await expect(buttons.and(page.locator(`[aria-keyshortcuts="${key}"]`)).first()).toBeVisible();
        const keys = await watchKeys(page);
        await page.keyboard.press(key.replace("Mod", "Control"));
        await expect.poll(() => keys.taken(), `${name}: ${key}`).toBe(true);
      });
    }
  }
});
