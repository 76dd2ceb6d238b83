import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";

test("a reviewer decides by keys, and the analyst sees what became of their work", async ({ enter, office }) => {
  const paper = await office.newReport();
  const accepted = await office.tag("Analyst A", paper, "Hundreds of people left the northern quarters", "claim");
  const corrected = await office.tag("Analyst A", paper, "military source", "source");
  const returned = await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  const rejected = await office.tag("Analyst A", paper, "lorries may cross it again next week", "claim");
  const rest = [
    await office.tag("Analyst A", paper, "the hills east of Hama had fallen", "claim"),
    await office.tag("Analyst A", paper, "A spokesman for the province", "source"),
  ];

  await test.step("tag by tag, then the rest", async () => {
    const { page } = await enter("Reviewer");
    const reader = new Reader(page);
    await reader.open(paper);
    await reader.startReview();

    await reader.select("northern quarters");
    await reader.press("a");
    await reader.select("military source");
    await reader.press("e");
    await expect(reader.review).toContainText("Nothing is saved until you accept it.");
    await reader.press("[", "a");
    await reader.select("road to Ithriya");
    await reader.decideWithReason("r", "Whose words are these?");
    await reader.select("lorries may cross");
    await reader.decideWithReason("x", "A forecast of nobody.");
    await reader.press("Shift+A");
    const rest = page.getByRole("dialog", { name: "Accept the rest" });
    await expect(rest.getByRole("list", { name: "Source" })).toContainText("A spokesman for the province");
    await rest.getByRole("checkbox", { name: /the hills east of Hama had fallen/ }).uncheck();
    await expect(rest.getByRole("button", { name: "Accept 1 tag" })).toBeVisible();
    await rest.getByRole("checkbox", { name: /the hills east of Hama had fallen/ }).check();
    await rest.getByRole("button", { name: "Accept 2 tags" }).click();
    await expect(reader.review).toContainText("Everything here has been decided.");
    await reader.isSaved();
  });

  const { annotations } = await office.tagsOf(paper);
  const stateOf = (id: string) => annotations.find((each) => each.id === id)?.state;
  expect([accepted, corrected, returned, rejected, ...rest].map(({ id }) => stateOf(id))).toEqual([
    "accepted",
    "accepted",
    "returned",
    "rejected",
    "accepted",
    "accepted",
  ]);
  const after = annotations.find(({ id }) => id === corrected.id);
  expect(after?.segments.map(({ quote }) => quote)).toEqual(["senior military source"]);
  expect(after?.version).toBe(2);

  await test.step("the analyst reads the reasons, changes what came back, and it waits again", async () => {
    const { page } = await enter("Analyst A");
    const reader = new Reader(page);
    await reader.open(paper);
    await reader.select("lorries may cross");
    await expect(reader.inspector).toContainText("A forecast of nobody.");
    await reader.select("road to Ithriya");
    await expect(reader.inspector).toContainText("Whose words are these?");
    await expect(reader.inspector.getByText("Returned", { exact: true }).first()).toBeVisible();
    await reader.choice("Certainty", "possible").click();
    await expect(reader.inspector.getByText("Waiting for review")).toBeVisible();
    await reader.isSaved();
  });
  const again = (await office.tagsOf(paper)).annotations.find(({ id }) => id === returned.id);
  expect(again).toMatchObject({ state: "open", version: 2, attributes: { certainty: "possible" } });
});

test("a thread stands beside its words, is answered, resolved and reopened, and has an address", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport();
  await office.tag("Analyst A", paper, "military source", "source");
  const { page, context } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.select("military source");
  await reader.comment("Army or police?");
  await reader.isSaved();

  const { page: theirs } = await enter("Reviewer");
  const other = new Reader(theirs);
  await other.open(paper);
  await theirs.getByRole("button", { name: "Thread with 1 comment: military source" }).click();
  await other.inspector.getByRole("button", { name: "Reply" }).click();
  await other.inspector.getByRole("textbox", { name: "Reply" }).fill("Army.");
  await other.press("Control+Enter");
  await other.inspector.getByRole("button", { name: "Resolve" }).click();
  await expect(other.inspector).toContainText("Resolved by");
  await other.inspector.getByRole("button", { name: "Reopen" }).click();
  await expect(other.inspector).not.toContainText("Resolved by");
  await other.isSaved();

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await reader.inspector.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(/^Link to this thread copied/).first()).toBeVisible();
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await reader.isReady();
  await expect(reader.inspector).toContainText("Army.");
  await reader.shows("military source");
});
