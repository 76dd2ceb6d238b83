import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Office, Paper } from "@/e2e/office";
import { ComparisonPage } from "@/e2e/pages/comparison";

/** A report that both analysts read blind, in a project of its own, with the layers open. */
async function readTwice(office: Office): Promise<Paper> {
  const editor = await office.as("Editor");
  const slug = `twice-${crypto.randomUUID().slice(0, 8)}`;
  const project = await got(
    editor.post<{ id: Paper["projectId"] }>("/api/v1/projects", { name: `Twice ${slug}`, slug, mode: "independent" }),
  );
  const week = await office.project();
  const { items } = await got(
    editor.get<{ items: { email: string; role: string }[] }>(`/api/v1/projects/${week.id}/members`),
  );
  for (const { email, role } of items.filter((each) => each.role !== "editor")) {
    await got(editor.post(`/api/v1/projects/${project.id}/members`, { email, role }));
  }
  const paper = await office.newReport({ projectId: project.id });
  for (const who of ["Analyst A", "Analyst B"] as const) {
    await office.tag(who, paper, "the road to Ithriya was open", "claim");
    await office.tag(who, paper, "senior military source", "source");
  }
  await office.tag("Analyst A", paper, "Hama", "place");
  await office.tag("Analyst B", paper, "Hama on Monday", "place");
  await office.tag("Analyst A", paper, "lorries may cross it again", "claim");
  await got((await office.as("Reviewer")).post(`/api/v1/reports/${paper.id}/open-layers`, {}));
  return paper;
}

test("a reviewer settles by keys what two analysts said", async ({ enter, office }) => {
  const paper = await readTwice(office);
  const { page } = await enter("Reviewer");
  const comparison = new ComparisonPage(page);
  await comparison.open(paper);
  await comparison.hasSettled(0, 4);

  await test.step("everything that both say alike, seen before it is taken", async () => {
    await comparison.press("a");
    await expect(comparison.dialog).toContainText("the road to Ithriya was open");
    await comparison.dialog.getByRole("button", { name: "Add 2 tags" }).press("Enter");
    await comparison.hasSettled(2, 4);
  });

  await test.step("one analyst's word for what is not alike, undone and taken again", async () => {
    await expect(comparison.card).toContainText("different borders");
    await comparison.press("2");
    await comparison.hasSettled(3, 4);
    await comparison.press("Control+z");
    await comparison.hasSettled(2, 4);
    await comparison.press("n", "2");
    await comparison.hasSettled(3, 4);
  });

  await test.step("what only one saw is left out, and stays out when layers are merged again", async () => {
    await comparison.press("n", "x");
    await comparison.hasSettled(4, 4);
    await comparison.isSaved();
    const again = { strategy: "agree-where-present" };
    const answer = await got(
      (await office.as("Reviewer")).post<{ made: object; kept: number }>(`/api/v1/reports/${paper.id}/merge`, again),
    );
    expect(answer).toMatchObject({ made: { annotations: 0, relations: 0 }, kept: 4 });
  });

  const { annotations } = await office.tagsOf(paper);
  const final = annotations.filter(({ layer, state }) => layer === "final" && state === "accepted");
  expect(final.map(({ segments }) => segments[0]?.quote).toSorted()).toEqual([
    "Hama on Monday",
    "senior military source",
    "the road to Ithriya was open",
  ]);
});

test("the comparison is there for everybody: without names, in either view, on a phone", async ({ enter, office }) => {
  const paper = await readTwice(office);
  const { page } = await enter("Reviewer");
  const comparison = new ComparisonPage(page);
  await comparison.open(paper);
  await expectAccessible(page, "comparison, side by side");
  await comparison.press("h");
  await expect(page.getByRole("region", { name: "Tags of A" })).toBeVisible();
  await comparison.press("t");
  await expect(page.getByRole("document", { name: "Report text" })).toBeVisible();
  await expectAccessible(page, "comparison, overlaid");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(comparison.card).toBeVisible();
  await expectAccessible(page, "comparison, on a phone");
});

test("a reviewer settles by finger on a phone, with the decision always in sight", async ({ enter, office }) => {
  const paper = await readTwice(office);
  const { page } = await enter("Reviewer", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const comparison = new ComparisonPage(page);
  await comparison.open(paper);
  for (let settled = 0; settled < 4; settled += 1) {
    await comparison.hasSettled(settled, 4);
    const use = comparison.card.getByRole("button", { name: /^Use .+ version$/ }).first();
    await expect(use).toBeInViewport({ ratio: 1 });
    await use.tap();
    await comparison.hasSettled(settled + 1, 4);
    const undecided = comparison.card.getByRole("button", { name: "Next undecided group" });
    if (settled < 3) await undecided.tap();
  }
});
