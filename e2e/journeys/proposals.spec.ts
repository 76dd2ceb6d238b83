import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";

const text = [
  "Field sources said that the army reached the town of Bisanah to open a road.",
  "Residents of Bisanah fled, and at least 12 people were killed.",
].join("\n\n");

test("an engine reads a report, and one key accepts a claim with its source, its place and its links", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport({ text });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  const bar = page.getByRole("region", { name: "Suggested tags" });

  await test.step("nothing is a tag until somebody accepts it", async () => {
    await reader.press("P");
    await expect(bar.getByText("According to Field sources:")).toBeVisible();
    await expect(bar).toBeFocused();
    expect((await office.tagsOf(paper)).annotations).toEqual([]);
  });

  await page.keyboard.press("Enter");
  await expect(page.getByText("3 tags were made.", { exact: true })).toBeVisible();
  await reader.isSaved();
  const { annotations, relations } = await office.tagsOf(paper);
  expect(annotations.map(({ kind }) => kind).toSorted()).toEqual(["claim", "place", "source"]);
  expect(relations.map(({ kind }) => kind).toSorted()).toEqual(["attributed-to", "located-at"]);
});
