import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";

const text = [
  "Khanasser was quiet on Monday, local sources said.",
  "The road from Khanasser to Ithriya stayed open. Lorries may reach Khanasser next week.",
  "People of Khanasser were waiting.",
].join("\n\n");

test("from load the keys are about the text, without a stop on the way", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(await office.newReport({ text }));
  await expect(reader.text).toBeFocused();
  await reader.press("ArrowRight");
  await reader.press("Shift+ArrowRight", "2");
  await expect(reader.marks("place").first()).toBeVisible();
});

test("a value that is pressed again stays, a guess is confirmed, and clearing is a button of its own", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport({ text });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("Khanasser was quiet on Monday").as("claim");
  const kind = reader.inspector.getByRole("radiogroup", { name: "Kind" });
  const guess = kind.getByRole("radio", { checked: true });
  await expect(guess).toHaveAttribute("title", /^Suggested by the wording/);

  await guess.click();
  await expect(guess).toBeChecked();
  await expect(guess).not.toHaveAttribute("title");
  await guess.dblclick();
  await expect(guess).toBeChecked();
  await expect(reader.inspector.getByText("3 values were suggested by the wording.")).toBeVisible();

  await test.step("letters are keys after a click on a field", async () => {
    await reader.press("f");
    await expect(reader.inspector.getByText(/suggested by the wording/)).toHaveCount(0);
    await reader.choice("Certainty", "probable").click();
    await reader.press("g");
    await expect(page.getByRole("complementary", { name: "Guidelines" })).toBeVisible();
    await reader.press("g");
    await expect(page.getByRole("complementary", { name: "Guidelines" })).toHaveCount(0);
    await reader.choice("Certainty", "probable").click();
    await reader.press("v");
  });
  await test.step("cleared by its button, and by Delete in the field", async () => {
    await reader.inspector.getByRole("button", { name: "Clear Certainty" }).click();
    await expect(reader.choice("Certainty", "probable")).not.toBeChecked();
    await reader.choice("Polarity", "negated").click();
    await reader.press("Delete");
    await expect(reader.choice("Polarity", "negated")).not.toBeChecked();
    await reader.shows("Khanasser was quiet on Monday");
  });
  await reader.isSaved();
  const [claim] = (await office.tagsOf(paper)).annotations;
  expect(Object.keys(claim?.attributes ?? {}).toSorted()).toEqual(["kind", "standing"]);
});

test("what is said of one mention is set on the others, as one step", async ({ enter, office }) => {
  const paper = await office.newReport({ text });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.choose("Khanasser").byMouse();
  await reader.press("a", "2");
  const types = async () =>
    (await office.tagsOf(paper)).annotations.map(({ attributes }) => attributes["featureType"] ?? "");
  await reader.inspector.getByRole("combobox", { name: "Type" }).selectOption("settlement");
  await expect(reader.inspector.getByRole("button", { name: "Apply to the other 3" })).toBeVisible();
  await reader.text.focus();
  await reader.press("A");
  await expect(page.getByText("Applied to 3 other mentions.", { exact: true })).toBeVisible();
  await reader.isSaved();
  expect(await types()).toEqual(["settlement", "settlement", "settlement", "settlement"]);
  await reader.press("Control+z");
  await expect(reader.inspector.getByRole("button", { name: "Apply to the other 3" })).toBeVisible();
  await reader.isSaved();
  expect((await types()).toSorted()).toEqual(["", "", "", "settlement"]);
});

test("neither notices nor the buttons for chosen words cover words or links", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(await office.newReport({ text }));
  for (const width of [1440, 1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await reader.choose("Ithriya").byMouse();
    await expect(reader.buttons).toBeVisible();
    expect(await coveredLines(page, reader.buttons), `buttons at ${width}`).toEqual([]);
    await reader.press("2", "Delete");
    const notice = page
      .getByRole("region", { name: /^Notices/ })
      .getByRole("listitem")
      .last();
    await expect(notice).toBeVisible();
    expect(await coveredLines(page, notice), `a notice at ${width}`).toEqual([]);
    if (width > 1100) expect(await overlap(notice, reader.inspector), `a notice at ${width}`).toBe(false);
  }
});

/** The lines of the text that lie under something. */
async function coveredLines(page: Page, over: Locator): Promise<string[]> {
  const box = await over.boundingBox();
  if (!box) throw new Error("Nothing floats there.");
  return page.evaluate(({ x, y, width, height }) => {
    const blocks = [...document.querySelectorAll(".text-block")];
    return blocks.flatMap((block) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      const under = [...range.getClientRects()].some(
        (line) => line.left < x + width && line.right > x && line.top < y + height && line.bottom > y,
      );
      return under ? [block.textContent ?? ""] : [];
    });
  }, box);
}

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  return Boolean(a && b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height);
}
