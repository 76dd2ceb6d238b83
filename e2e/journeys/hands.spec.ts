import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/journey";
import type { Office, Paper } from "@/e2e/office";
import { Hand } from "@/e2e/pages/hand";
import { Reader } from "@/e2e/pages/reader";
import { whereabouts } from "@/e2e/pages/text-on-screen";

const paragraphs = [
  "Convoys left Southern Hama on Monday, local sources said.",
  "The road to Ithriya stayed open until the evening.",
  "Lorries may cross it again next week, an officer added.",
];
const text = [...paragraphs, ...Array.from({ length: 6 }, (_, at) => `Paragraph ${at + 4} tells of rain.`)].join(
  "\n\n",
);

async function opened(page: Page, office: Office, wish: { text?: string; language?: string } = {}) {
  const paper = await office.newReport({ text, ...wish });
  const reader = new Reader(page);
  await reader.open(paper);
  return { reader, paper, hand: new Hand(page) };
}

/** What the server holds, as people would list it. */
async function listed(office: Office, paper: Paper): Promise<string[]> {
  const { annotations } = await office.tagsOf(paper);
  return annotations
    .filter(({ state }) => state !== "withdrawn")
    .map(({ kind, segments }) => `${kind} ${segments.map(({ quote }) => quote).join(" … ")}`)
    .toSorted();
}

/** The edges of words on the screen: their outermost pixels, halfway up. */
async function edges(page: Page, words: string, nth = 1) {
  const { from, to } = await whereabouts(page, words, nth);
  return { left: { x: from.x - 1.5, y: from.y }, right: { x: to.x + 1.5, y: to.y } };
}

for (const kind of ["place", "claim"] as const) {
  test(`a drag that ends at the selected ${kind}'s own end takes the words it went over`, async ({ enter, office }) => {
    const { page } = await enter("Analyst A");
    const { reader, paper, hand } = await opened(page, office);
    await reader.tag("Southern Hama").as(kind);
    for (const off of [-3, 0, 2, 4]) {
      const { left, right } = await edges(page, "Hama");
      await hand.drag({ x: left.x + 1, y: left.y }, { x: right.x + off, y: right.y });
      await reader.press("2");
      await reader.shows("Hama");
      await reader.press("Control+z");
      await hand.click((await whereabouts(page, "Southern")).middle);
      await reader.shows("Southern Hama");
    }
    const { left, right } = await edges(page, "Hama");
    await hand.drag(left, right);
    await reader.press("2");
    await reader.isSaved();
    expect(await listed(office, paper)).toEqual([`${kind} Southern Hama`, "place Hama"].toSorted());
  });
}

test("a drag from the selected tag's first letter chooses words and moves no border", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, paper, hand } = await opened(page, office);
  await reader.tag("local sources said").as("claim");
  for (const off of [-2, 0, 1, 3]) {
    const first = await edges(page, "local");
    const last = await edges(page, "sources");
    await hand.drag({ x: first.left.x + off, y: first.left.y }, last.right);
    await reader.shows("local sources said");
    await expect(reader.buttons).toBeVisible();
    await reader.press("3");
    await reader.shows("local sources");
    await reader.press("Control+z");
    await reader.select("said");
    await reader.shows("local sources said");
  }
  const first = await edges(page, "local");
  await hand.drag(first.left, (await edges(page, "sources")).right);
  await reader.press("3");
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual(["claim local sources said", "source local sources"]);
});

test("drags across blocks, from the margin, into it, and over what floats", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, hand } = await opened(page, office);
  const passage = (words: RegExp | string) => reader.announces(words);

  await test.step("downwards over a border between paragraphs, and upwards", async () => {
    const start = await edges(page, "local sources");
    const end = await edges(page, "The road");
    await hand.drag(start.left, end.right);
    await passage(/^local sources said.? … The road$/);
    await hand.drag(end.right, start.left);
    await passage(/^local sources said.? … The road$/);
  });
  await test.step("from the left margin, and into the right one", async () => {
    const { left, right } = await edges(page, "The road to Ithriya");
    await hand.drag({ x: left.x - 60, y: left.y }, right);
    await passage("The road to Ithriya");
    const until = await edges(page, "until the evening");
    await hand.drag(until.left, { x: until.right.x + 160, y: until.right.y });
    await passage(/^until the evening/);
  });
  await test.step("with the buttons of the last choice in the way", async () => {
    const box = await reader.buttons.boundingBox();
    const start = await edges(page, "Convoys");
    if (!box) throw new Error("There are no buttons.");
    await hand.drag(start.left, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, { release: false });
    const end = await edges(page, "left Southern");
    await page.mouse.move(end.right.x, end.right.y);
    await page.mouse.up();
    await passage("Convoys left Southern");
  });
  await test.step("given up with Escape: what was chosen before stays", async () => {
    const there = await edges(page, "Lorries may cross");
    await hand.drag(there.left, there.right, { release: false });
    await reader.press("Escape");
    await page.mouse.up();
    await passage("Convoys left Southern");
  });
  await test.step("taken away by the system", async () => {
    const there = await edges(page, "Lorries may cross");
    await hand.drag(there.left, there.right, { release: false });
    await page.evaluate(() => document.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true })));
    await page.mouse.up();
    await passage("Convoys left Southern");
  });
  await test.step("released outside of the window", async () => {
    const there = await edges(page, "an officer");
    await hand.drag(there.left, { x: there.right.x, y: there.right.y }, { release: false });
    await page.mouse.move(-40, there.right.y);
    await page.mouse.up();
    await passage(/^Lorries may cross it again next week/);
  });
});

test("while a colleague's tags are drawn into the paragraph, a drag goes on", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, paper, hand } = await opened(page, office);
  const { left } = await edges(page, "left Southern");
  const end = await edges(page, "on Monday");
  await hand.drag(left, end.left, { release: false });
  await office.tag("Analyst B", paper, "Southern Hama", "place");
  await expect(reader.mark("Southern Hama", "place")).toBeVisible();
  await page.mouse.move(end.right.x, end.right.y);
  await page.mouse.up();
  await reader.announces("left Southern Hama on Monday");
});

test("a shaky click selects the tag, and is no choice of words", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, hand } = await opened(page, office);
  await reader.tag("Southern Hama").as("place");
  await reader.press("Escape");
  const { middle } = await whereabouts(page, "Southern");
  for (const off of [
    { x: 0, y: 0 },
    { x: 3, y: -3 },
    { x: 5, y: 4 },
    { x: -6, y: 3 },
  ]) {
    await hand.click({ x: middle.x + 12, y: middle.y }, off);
    await reader.shows("Southern Hama");
    await expect(reader.buttons).toHaveCount(0);
    await reader.press("Escape");
  }
});

test("a border moves only by its knob, is shown moving, and goes back with one step", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, hand } = await opened(page, office);
  await reader.tag("Southern Hama").as("place");
  const knob = async (edge: "start" | "end") => {
    const box = await page.getByTitle(`Drag the ${edge} of the tag`).locator("*").boundingBox();
    if (!box) throw new Error("The tag has no handle.");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  await test.step("a click on the knob, and a slip on it, move nothing", async () => {
    await hand.click(await knob("end"), { x: 2, y: 1 });
    await reader.shows("Southern Hama");
  });
  await test.step("pulled along its line", async () => {
    const from = await knob("end");
    const { right } = await edges(page, "Monday");
    await hand.drag(from, { x: right.x - 4, y: from.y }, { release: false });
    await reader.shows("Southern Hama");
    await page.mouse.up();
    await reader.shows("Southern Hama on Monday");
    await expect(page.getByText("Border moved.", { exact: true })).toBeVisible();
  });
  await test.step("undone by the notice", async () => {
    await page
      .getByRole("region", { name: /^Notices/ })
      .getByRole("button", { name: "Undo", exact: true })
      .click();
    await reader.shows("Southern Hama");
  });
  await test.step("given up with Escape", async () => {
    const { left } = await edges(page, "left");
    await hand.drag(await knob("start"), left, { release: false });
    await reader.press("Escape");
    await page.mouse.up();
    await reader.shows("Southern Hama");
  });
  await test.step("into the next paragraph", async () => {
    const { right } = await edges(page, "The road");
    await hand.drag(await knob("end"), right);
    await reader.shows("Southern Hama on Monday, local sources said … The road");
  });
});

test("right to left: a drag on the ends of the selected tag, and its knobs", async ({ enter, office }) => {
  const arabic =
    "قالت مصادر محلية في عطبرة إن عبور الشاحنات على الجسر توقف منذ صباح الثلاثاء.\n\nوأضافت المصادر أن الطريق مفتوح.";
  const { page } = await enter("Analyst A");
  const { reader, paper, hand } = await opened(page, office, { text: arabic, language: "ar" });
  await reader.choose("عبور الشاحنات على الجسر").byMouse();
  await reader.press("1");
  await reader.shows("عبور الشاحنات على الجسر");
  for (const off of [-3, 0, 3]) {
    const { from, to } = await whereabouts(page, "الجسر");
    await hand.drag(from, { x: to.x + off, y: to.y });
    await reader.press("2");
    await reader.shows("الجسر");
    await reader.press("Control+z");
    const { middle } = await whereabouts(page, "عبور");
    await hand.click(middle);
    await reader.shows("عبور الشاحنات على الجسر");
  }
  const { from, to } = await whereabouts(page, "عبور الشاحنات");
  await hand.drag(from, to);
  await reader.press("2");
  await reader.shows("عبور الشاحنات");
  await reader.isSaved();
  expect(await listed(office, paper)).toEqual(["claim عبور الشاحنات على الجسر", "place عبور الشاحنات"]);
});

test("a tag over more than its kind needs is pointed out, with a way back", async ({ enter, office }) => {
  const { page } = await enter("Analyst A");
  const { reader, hand } = await opened(page, office);
  const start = await edges(page, "Southern Hama");
  const end = await edges(page, "Lorries may cross");
  await hand.drag(start.left, end.right);
  await expect(reader.buttons).toContainText("3 paragraphs");
  await reader.press("2");
  const notices = page.getByRole("region", { name: /^Notices/ });
  await expect(notices.getByText("This place covers 3 paragraphs.")).toBeVisible();
  await notices.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(reader.marks("place")).toHaveCount(0);
});
