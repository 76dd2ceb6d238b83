import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";

const text = [
  "Hundreds of people left Hama on Monday, a senior military source said.",
  "The road to Ithriya was open. Lorries may cross it again next week.",
  "Hama was quiet on Tuesday.",
].join("\n\n");

test("several tags are changed in one step, and what was decided is left and counted", async ({ enter, office }) => {
  const paper = await office.newReport({ text });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("Hundreds of people left Hama on Monday").as("claim");
  await reader.press("Escape");
  await reader.tag("The road to Ithriya was open").as("claim");
  await reader.press("Escape");
  await reader.tag("Hama was quiet on Tuesday").as("claim");
  await reader.tag("senior military source").as("source");
  const several = reader.inspector.getByRole("region", { name: /tags? selected/ });
  const kindsOf = async () =>
    (await office.tagsOf(paper)).annotations
      .filter(({ kind }) => kind === "claim")
      .map(({ attributes }) => attributes["kind"]);

  await test.step("picked in the list with Ctrl and Shift", async () => {
    await reader.tags.getByRole("button", { name: /Hundreds of people/ }).click();
    await reader.tags.getByRole("button", { name: /Hama was quiet/ }).click({ modifiers: ["Shift"] });
    await expect(several).toHaveAccessibleName("3 tags selected");
    await reader.tags.getByRole("button", { name: /The road to Ithriya/ }).click({ modifiers: ["Control"] });
    await expect(several).toHaveAccessibleName("2 tags selected");
    await reader.tags.getByRole("button", { name: /The road to Ithriya/ }).click({ modifiers: ["Control"] });
  });
  await test.step("one change, one undo", async () => {
    await several.getByRole("radiogroup", { name: /^Kind/ }).getByRole("radio", { name: "forecast" }).click();
    await expect(several.getByText("3 tags changed.")).toBeVisible();
    await reader.isSaved();
    expect(await kindsOf()).toEqual(["forecast", "forecast", "forecast"]);
    await reader.text.focus();
    await reader.press("Control+z");
    await expect.poll(kindsOf).not.toContain("forecast");
  });
  await test.step("one source for all", async () => {
    const source = several.getByRole("combobox", { name: "Source of all" });
    await source.fill("senior");
    await several
      .page()
      .getByRole("option", { name: /senior military source/ })
      .click();
    await expect(several.getByText("3 tags changed.")).toBeVisible();
    await reader.isSaved();
    const { relations } = await office.tagsOf(paper);
    expect(relations.filter(({ kind, state }) => kind === "attributed-to" && state === "open")).toHaveLength(3);
  });
  await test.step("by keyboard, and what a reviewer accepted stays", async () => {
    const reviewer = await office.as("Reviewer");
    const [claim] = (await office.tagsOf(paper)).annotations.filter(({ kind }) => kind === "claim");
    await reviewer.post(`/api/v1/annotations/${claim?.id}/verdicts`, { decision: "accept", version: claim?.version });
    await expect(reader.tags.getByRole("img", { name: "accepted" })).toBeVisible();
    await reader.text.focus();
    await reader.press("Escape", "Escape", "j", "T", "T");
    await expect(several).toHaveAccessibleName(/tags selected/);
    await several
      .getByRole("radiogroup", { name: /^Polarity/ })
      .getByRole("radio", { name: "negated" })
      .click();
    await expect(several.getByText("2 tags changed. Left as they were: 1 already decided.")).toBeVisible();
  });
  await test.step("Escape lets go of them", async () => {
    await reader.text.focus();
    await reader.press("Escape");
    await expect(several).toHaveCount(0);
  });
});

test("a link leads to the tag, the words or the thread, and says so when they are gone", async ({ enter, office }) => {
  const paper = await office.newReport({ text });
  const place = await office.tag("Analyst A", paper, "Ithriya", "place");
  const { page, context } = await enter("Analyst A");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const reader = new Reader(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await reader.open(paper);
  let toPassage = "";

  await test.step("the address follows the tag", async () => {
    await reader.select("Ithriya");
    await expect(page).toHaveURL(new RegExp(`\\?tag=${place.id}$`));
    await reader.inspector.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Copy link" }).click();
    await expect.poll(copied).toContain(`?tag=${place.id}`);
  });
  await test.step("and words without a tag", async () => {
    await reader.press("Escape");
    await reader.choose("Hama was quiet").byMouse();
    await reader.buttons.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(copied).toContain("?at=");
    toPassage = await copied();
  });
  await test.step("a colleague comes to the same words", async () => {
    const { page: other } = await enter("Analyst B");
    const colleague = new Reader(other);
    await other.goto(toPassage);
    await colleague.isReady();
    await colleague.announces("Hama was quiet");
    await expect(other.getByText("Hama was quiet on Tuesday.")).toBeInViewport();
    await other.goto(`/reports/${paper.id}?tag=${place.id}`);
    await colleague.shows("Ithriya");
  });
  await test.step("a tag that was never here", async () => {
    await page.goto(`/reports/${paper.id}?tag=${crypto.randomUUID()}`);
    const notices = page.getByRole("region", { name: /^Notices/ });
    await expect(notices.getByText(/The tag this link points to is not here/)).toBeVisible();
  });
});

test("the panels are as wide as each person likes, on this device", async ({ enter, office }) => {
  const paper = await office.newReport({ text });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  const border = page.getByRole("separator", { name: "Width of the inspector" });
  const width = async () => Number(await border.getAttribute("aria-valuenow"));
  const inspector = async () => (await reader.inspector.boundingBox())?.width ?? 0;
  await border.focus();
  await reader.press("ArrowLeft", "ArrowLeft");
  await expect.poll(width).toBe(380);
  await expect.poll(inspector).toBe(380);

  const box = await border.boundingBox();
  if (!box) throw new Error("The border is not in sight.");
  await page.mouse.move(box.x + 4, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 56, 400, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(440);
  await page.reload();
  await reader.isReady();
  await expect.poll(width).toBe(440);
  await border.dblclick();
  await expect.poll(width).toBe(348);
});

test("on paper every tag has its borders and number, and no page is blank", async ({ enter, office }) => {
  const paper = await office.newReport({ text });
  await office.tag("Analyst A", paper, "Hundreds of people left Hama on Monday", "claim");
  await office.tag("Analyst A", paper, "Ithriya", "place");
  await office.tag("Analyst A", paper, "senior military source", "source");
  const { page } = await enter("Analyst A", { colorScheme: "dark" });
  const reader = new Reader(page);
  await reader.open(paper);
  await page.waitForLoadState("networkidle");
  await page.emulateMedia({ media: "print" });
  for (const list of ["Claims", "Places", "Sources"]) {
    await expect(page.getByRole("heading", { name: list, level: 2 })).toBeVisible();
  }
  await expect(page.getByText("[Hundreds of people left Hama on Monday]1")).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});
