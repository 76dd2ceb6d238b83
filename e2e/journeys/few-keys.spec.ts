import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

/** Counts keydowns; a chord counts as one. */
async function watchKeys(page: Page): Promise<{ count: () => Promise<number> }> {
  await page.evaluate(() => {
    const watched = { count: 0 };
    Object.assign(globalThis, { watchedKeys: watched });
    const alone = ["Shift", "Control", "Alt", "Meta"];
    window.addEventListener("keydown", (event) => {
      if (alone.includes(event.key)) return;
      watched.count += 1;
    });
  });
  return {
    count: () => page.evaluate(() => (globalThis as { watchedKeys?: { count: number } }).watchedKeys?.count ?? 0),
  };
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
