import { expect, test } from "@/e2e/journey";
import type { Office, Paper } from "@/e2e/office";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

/** What the server holds on a report, as people would list it: "place Hama". */
async function listed(office: Office, paper: Paper): Promise<string[]> {
  const { annotations } = await office.tagsOf(paper);
  return annotations
    .filter(({ state }) => state !== "withdrawn")
    .map(({ kind, segments }) => `${kind} ${segments.map(({ quote }) => quote).join(" … ")}`)
    .toSorted();
}

test("by mouse: words, a double click, letters, several parts, stacks", async ({ enter, office }) => {
  const paper = await office.newReport();
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);

  await test.step("a careless drag takes whole words", async () => {
    await reader.choose("nior military sour").byMouse();
    await reader.press("s");
    await expect(reader.mark("senior military source", "source")).toBeVisible();
  });
  await test.step("a double click and a button", async () => {
    await reader.choose("Ithriya").byDoubleClick();
    await reader.buttons.getByRole("button", { name: "Place" }).click();
    await expect(reader.mark("Ithriya", "place")).toBeVisible();
  });
  await test.step("exact letters with Alt", async () => {
    await page.keyboard.down("Alt");
    await reader.choose("north").byMouse();
    await page.keyboard.up("Alt");
    await reader.press("2");
    await expect(reader.mark("north", "place")).toBeVisible();
  });
  await test.step("a second part, added with Ctrl", async () => {
    await reader.choose("denied").byMouse();
    await page.keyboard.down("Control");
    await reader.choose("had fallen").byMouse();
    await page.keyboard.up("Control");
    await reader.press("1");
    await expect(reader.mark("had fallen", "claim")).toBeVisible();
  });
  await test.step("across paragraphs", async () => {
    const start = await whereabouts(page, "lorries may cross");
    const end = await whereabouts(page, "A spokesman");
    const again = await whereabouts(page, "lorries may cross");
    const shift = again.from.y - start.from.y;
    await page.mouse.move(again.from.x, again.from.y);
    await page.mouse.down();
    await page.mouse.move(end.to.x, end.to.y + shift, { steps: 8 });
    await page.mouse.up();
    await reader.press("c");
    await expect(reader.mark("A spokesman", "claim")).toBeVisible();
  });
  await test.step("choosing among stacked tags", async () => {
    await reader.tag("Hundreds of people left the northern quarters of Hama").as("claim");
    await reader.press("Escape");
    await reader.select("north");
    await reader.shows("north");
    const stack = page.getByRole("list", { name: "Tags on these words" });
    await expect(stack.getByRole("button")).toHaveCount(2);
    await stack.getByRole("button", { name: /Hundreds of people/ }).click();
    await reader.shows("Hundreds of people left the northern quarters of Hama");
    await reader.press("o");
    await reader.shows("north");
  });
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual([
    "claim Hundreds of people left the northern quarters of Hama",
    "claim denied … had fallen",
    "claim lorries may cross it again next week … A spokesman",
    "place Ithriya",
    "place north",
    "source senior military source",
  ]);
});

test("borders move by key and by handle, everything is undone and redone, withdrawn tags come back", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport();
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("military source").as("source");

  await test.step("by keys", async () => {
    await reader.press("[");
    await reader.shows("senior military source");
    await reader.press("}");
    await reader.shows("senior military");
    await reader.press("Control+z", "Control+z");
    await reader.shows("military source");
    await reader.press("Control+Shift+z");
    await reader.shows("senior military source");
  });
  await test.step("by the handle at its start", async () => {
    const { from } = await whereabouts(page, "a senior military");
    const handle = await page.getByTitle("Drag the start of the tag").boundingBox();
    if (!handle) throw new Error("The tag has no handle.");
    await page.mouse.move(handle.x + handle.width / 2, handle.y - 4);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y, { steps: 5 });
    await page.mouse.up();
    await reader.shows("a senior military source");
  });
  await test.step("withdrawn, and back by the notice's own button", async () => {
    await reader.press("Delete");
    await expect(reader.marks("source")).toHaveCount(0);
    await page
      .getByRole("region", { name: /^Notices/ })
      .getByRole("listitem")
      .filter({ hasText: "Tag withdrawn" })
      .getByRole("button", { name: "Undo", exact: true })
      .click();
    await expect(reader.mark("a senior military source", "source")).toBeVisible();
  });
  await test.step("undone to the untouched report, and all of it redone", async () => {
    await reader.pressUntil("Control+z", "Undo");
    await reader.isSaved();
    expect(await listed(office, paper)).toEqual([]);
    await reader.pressUntil("Control+Shift+z", "Redo");
    await expect(reader.mark("a senior military source", "source")).toBeVisible();
  });
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual(["source a senior military source"]);
});

test("all mentions at once, the next tag, and words found in the text", async ({ enter, office }) => {
  const paper = await office.newReport();
  const { page } = await enter("Analyst B");
  const reader = new Reader(page);
  await reader.open(paper);

  await reader.choose("Hama").byMouse();
  await reader.press("a", "2");
  await expect(page.getByText("2 mentions tagged.", { exact: true })).toBeVisible();
  await reader.press("Escape", "j");
  await reader.announces("Place, waiting for review: Hama");
  await reader.press("j");
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual(["place Hama", "place Hama"]);

  await reader.press("Control+f");
  const find = page.getByRole("search", { name: "Find in this report" });
  await find.getByRole("searchbox").fill("source");
  await expect(find.getByRole("status")).toHaveText("1 of 2");
  await reader.press("Enter");
  await expect(find.getByRole("status")).toHaveText("2 of 2");
  await reader.press("Escape");
  await expect(find).toHaveCount(0);
});

test("guidelines and keys are at hand", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(await office.newReport());
  await reader.press("g");
  await test.step("the guidelines beside the text, to be searched, with the words still there to be chosen", async () => {
    const guidelines = page.getByRole("complementary", { name: "Guidelines" });
    await expect(guidelines.getByRole("heading", { name: "Claims" })).toBeVisible();
    await expect(guidelines).not.toContainText(/\*\*|##/);
    await guidelines.getByRole("searchbox").fill("blank is not zero");
    await expect(guidelines.getByRole("status")).toHaveText("1 of 1");
    await reader.choose("Ithriya").byMouse();
    await reader.press("2");
    await reader.shows("Ithriya");
    await reader.press("Control+z", "g");
    await expect(guidelines).toHaveCount(0);
    await reader.press("g", "Escape", "Escape");
    await expect(guidelines).toHaveCount(0);
  });
  await reader.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("Tag as claim")).toBeVisible();
  await help.getByRole("checkbox", { name: "Single-key shortcuts" }).click();
  await reader.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await reader.choose("Hama").byMouse();
  await reader.press("2");
  await expect(reader.marks("place")).toHaveCount(0);
  await reader.buttons.getByRole("button", { name: "Place" }).click();
  await expect(reader.mark("Hama", "place")).toBeVisible();
  await page.evaluate(() => localStorage.clear());
});

test("right to left: the words chosen are the words kept", async ({ enter, office }) => {
  const text = [
    "عطبرة: عبور الشاحنات يتوقف",
    "قالت مصادر محلية في عطبرة إن عبور الشاحنات على الجسر توقف منذ صباح الثلاثاء، وإن نحو 300 شاحنة تنتظر على طريق بورتسودان.",
  ].join("\n\n");
  const paper = await office.newReport({ text, language: "ar", title: "عطبرة" });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);

  await reader.choose("مصادر محلية").byMouse();
  await reader.press("3");
  await reader.choose("طريق بورتسودان").byMouse();
  await reader.press("2");
  await reader.choose("الجسر").byDoubleClick();
  await reader.press("2");
  await test.step("the left arrow goes on in the text", async () => {
    await reader.press("Escape");
    await reader.choose("عبور", 2).byMouse();
    await reader.press("Shift+ArrowLeft", "Shift+ArrowLeft");
    await reader.press("1");
  });
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual(
    ["claim عبور الشاحنات على", "place الجسر", "place طريق بورتسودان", "source مصادر محلية"].toSorted(),
  );
});
