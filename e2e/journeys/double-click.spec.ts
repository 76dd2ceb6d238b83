import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

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
