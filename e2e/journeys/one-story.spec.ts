import type { Page } from "@playwright/test";
import type { ProjectId, UserId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got, type Who } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Office, Paper } from "@/e2e/office";
import { Reader } from "@/e2e/pages/reader";

const mails = {
  Reviewer: "reviewer@example.org",
  "Analyst A": "analyst.a@example.org",
  "Analyst B": "analyst.b@example.org",
} as const;

/** A project of its own with a report in it, and who is who there. */
async function aDesk(office: Office, mode: "shared" | "independent") {
  const editor = await office.as("Editor");
  const slug = `story-${crypto.randomUUID().slice(0, 8)}`;
  const made = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: `Story ${slug}`, slug, mode }));
  for (const [who, email] of Object.entries(mails)) {
    const role = who === "Reviewer" ? "reviewer" : "analyst";
    await got(editor.post(`/api/v1/projects/${made.id}/members`, { email, role }));
  }
  const members = await got(
    editor.get<{ items: { userId: UserId; email: string }[] }>(`/api/v1/projects/${made.id}/members`),
  );
  const idOf = (who: keyof typeof mails) => members.items.find(({ email }) => email === mails[who])?.userId ?? "";
  const paper = await office.newReport({ projectId: made.id });
  return { projectId: made.id, paper, idOf };
}

type Told = {
  /** Where the report stands. */
  state: string;
  /** What is said of its tags. */
  tags: string[];
  /** Where the work of Analyst A stands, as the table of progress heads it. */
  work?: string;
  inQueue: boolean;
};

/** Reads a report's numbers on every screen that gives them, and expects the same. */
class Story {
  readonly paper: Paper;
  readonly editor: Page;
  readonly reviewer: Page;

  constructor(paper: Paper, { editor, reviewer }: { editor: Page; reviewer: Page }) {
    this.paper = paper;
    this.editor = editor;
    this.reviewer = reviewer;
  }

  async isTold({ state, tags, work, inQueue }: Told): Promise<void> {
    const { id, title, projectId } = this.paper;
    await this.editor.goto(`/projects/${projectId}`);
    const row = this.editor
      .getByRole("table", { name: /^Reports of/ })
      .getByRole("row")
      .filter({ hasText: title });
    for (const words of [state, ...tags]) {
      await expect(row.getByText(words, { exact: true }).filter({ visible: true })).toBeVisible();
    }

    await this.reviewer.goto(`/reports/${id}`);
    const head = this.reviewer
      .getByRole("article")
      .getByRole("paragraph")
      .filter({ hasText: tags[0] ?? "" })
      .first();
    await expect(head).toContainText(state);
    await expect(head).toContainText(tags.join(" · "));

    await this.reviewer.goto(`/projects/${projectId}/queue`);
    const queued = this.reviewer.getByRole("row").filter({ hasText: title });
    if (inQueue) for (const words of tags) await expect(queued).toContainText(words);
    else await expect(this.reviewer.getByText(/^Tags waiting for a decision/)).toBeVisible();

    if (!work) return;
    await this.editor.goto(`/projects/${projectId}/progress`);
    const people = this.editor.getByRole("table", { name: "Work by person and state" });
    const heads = await people.getByRole("columnheader").allInnerTexts();
    const cells = await people.getByRole("row").filter({ hasText: "Amal" }).getByRole("cell").allInnerTexts();
    const at = heads.findIndex((name) => name.toLowerCase() === work.toLowerCase());
    expect(cells[at], `${work} on the page of progress`).toBe("1");
  }
}

const steps = (office: Office, paper: Paper) => async (who: Who, whose: string, wish: object) =>
  got((await office.as(who)).put(`/api/v1/reports/${paper.id}/assignments/${whose}`, wish));

test("a report in a shared project is told of alike on every screen, from import to close", async ({
  enter,
  office,
}) => {
  test.setTimeout(240_000);
  const { paper, projectId, idOf } = await aDesk(office, "shared");
  const move = steps(office, paper);
  const { page: editor } = await enter("Editor");
  const { page: reviewer } = await enter("Reviewer");
  const { page: hers } = await enter("Analyst A");
  const story = new Story(paper, { editor, reviewer });
  const review = new Reader(reviewer);

  await test.step("imported, then assigned", async () => {
    await story.isTold({ state: "New", tags: ["No tags yet"], inQueue: false });
    await move("Editor", idOf("Analyst A"), { state: "assigned" });
    await story.isTold({ state: "New", tags: ["No tags yet"], work: "Assigned", inQueue: false });
  });

  await test.step("tagged", async () => {
    for (const words of ["military source", "A spokesman for the province"])
      await office.tag("Analyst A", paper, words, "source");
    await office.tag("Analyst A", paper, "Hama", "place");
    await move("Analyst A", idOf("Analyst A"), { state: "in progress" });
    await story.isTold({
      state: "In work",
      tags: ["0 of 3 tags decided", "3 tags waiting for review"],
      work: "In progress",
      inQueue: true,
    });
  });

  await test.step("submitted, after a look at what is missing, with a note", async () => {
    await hers.goto(`/reports/${paper.id}`);
    await new Reader(hers).isReady();
    await hers.getByRole("button", { name: /^Submit/ }).click();
    const dialog = hers.getByRole("dialog", { name: "Submit this report" });
    await expect(dialog).toContainText("2 sources are not identified");
    await expect(dialog).toContainText("1 place has no type");
    await expect(dialog).toContainText("1 place has no location status");
    await expect(dialog).not.toContainText("nothing is missing");
    await expectAccessible(hers, "what is missing in a report");
    await dialog.getByLabel("Note to the reviewer").fill("The spokesman has no name.");
    await dialog.getByRole("button", { name: "Submit", exact: true }).click();
    const mine = hers.getByRole("region", { name: "Submitted" });
    await expect(mine.getByRole("row").filter({ hasText: paper.title })).toContainText("The spokesman has no name.");
    await expect(mine).toContainText("0 of 3 tags decided · 3 tags waiting for review");
    await expectAccessible(hers, "my work with what was submitted");
    await story.isTold({
      state: "In review",
      tags: ["0 of 3 tags decided", "3 tags waiting for review"],
      work: "Submitted",
      inQueue: true,
    });
    const row = reviewer.getByRole("row").filter({ hasText: paper.title });
    await expect(row).toContainText("The spokesman has no name.");
    await expect(row).toContainText(/Amal, analyst A submitted 3 tags/);
  });

  await test.step("partly reviewed: one returned, one rejected", async () => {
    await review.open(paper);
    await review.startReview();
    await review.select("military source");
    await review.press("a");
    await review.select("Hama");
    await review.decideWithReason("r", "Which Hama?");
    await expect(review.review).toContainText("A spokesman");
    await review.isSaved();
    await story.isTold({
      state: "In review",
      tags: ["1 of 3 tags decided", "1 tag waiting for review", "1 tag returned"],
      work: "In review",
      inQueue: true,
    });
    await review.open(paper);
    await review.startReview();
    await review.select("A spokesman");
    await review.decideWithReason("x", "No name, no source.");
    await expect(review.review).toContainText("Amal, analyst A gets the report back with 1 returned tag");
    await review.isSaved();
  });

  await test.step("the analyst knows at once, with words and reasons, in My work and in the inbox", async () => {
    await hers.goto("/work");
    const back = hers.getByRole("region", { name: "Returned to you" });
    await expect(back).toContainText("1 tag returned · 1 tag rejected");
    await expect(back.getByRole("link", { name: /Returned.*Hama.*Which Hama\?/ })).toBeVisible();
    await expect(back.getByRole("link", { name: /Rejected.*A spokesman.*No name, no source\./ })).toBeVisible();
    await hers.goto("/inbox");
    await expect(hers.getByRole("link", { name: /Place Hama.*Which Hama\?/ }).first()).toBeVisible();
  });

  await test.step("returned with one key", async () => {
    await review.press("b");
    await expect(review.review.getByRole("status")).toContainText("Returned to Amal, analyst A.");
    await story.isTold({
      state: "In review",
      tags: ["2 of 3 tags decided", "1 tag returned"],
      work: "Returned",
      inQueue: false,
    });
  });

  await test.step("fixed and submitted again", async () => {
    await hers.goto("/work");
    const back = hers.getByRole("region", { name: "Returned to you" });
    await expect(back).toContainText("Then submit the report again.");
    await back.getByRole("link", { name: /Returned.*Hama/ }).click();
    const own = new Reader(hers);
    await own.isReady();
    await own.shows("Hama");
    await own.press("ControlOrMeta+Enter");
    const dialog = hers.getByRole("dialog", { name: "Submit this report" });
    await expect(dialog).toContainText("1 returned tag has no answer");
    await expect(dialog.getByRole("button", { name: "Submit", exact: true })).toBeDisabled();
    await hers.keyboard.press("Escape");
    await own.choice("Location status", "verified").click();
    await own.isSaved();
    await own.text.focus();
    await own.press("ControlOrMeta+Enter");
    await dialog.getByRole("button", { name: "Submit", exact: true }).click();
    await expect(hers.getByRole("region", { name: "Submitted" })).toContainText(paper.title);
    await story.isTold({
      state: "In review",
      tags: ["2 of 3 tags decided", "1 tag waiting for review"],
      work: "Submitted",
      inQueue: true,
    });
  });

  await test.step("reviewed and closed with one key", async () => {
    await review.open(paper);
    await review.startReview();
    await review.press("a");
    await expect(review.review).toContainText("Closing ends the work on this report");
    await review.isSaved();
    await expectAccessible(reviewer, "the end of a review");
    await story.isTold({ state: "Reviewed", tags: ["3 of 3 tags decided"], work: "In review", inQueue: true });
    await review.open(paper);
    await review.startReview();
    await expect(review.review.getByRole("button", { name: /^Close the report/ })).toBeVisible();
    await review.press("c");
    await expect(review.review.getByRole("status")).toContainText("The report is closed.");
    await story.isTold({ state: "Closed", tags: ["3 of 3 tags decided"], work: "Closed", inQueue: false });
    await hers.goto("/work");
    await expect(hers.getByRole("row").filter({ hasText: paper.title })).toHaveCount(0);
    expect(projectId).toBe(paper.projectId);
  });
});

test("a report in an independent project is told of alike, from blind work to its close", async ({ enter, office }) => {
  test.setTimeout(180_000);
  const { paper, idOf } = await aDesk(office, "independent");
  const move = steps(office, paper);
  const { page: editor } = await enter("Editor");
  const { page: reviewer } = await enter("Reviewer");
  const { page: hers } = await enter("Analyst A");
  const story = new Story(paper, { editor, reviewer });

  for (const who of ["Analyst A", "Analyst B"] as const) {
    await move("Editor", idOf(who), { state: "assigned" });
    await office.tag(who, paper, "military source", "source");
  }
  await office.tag("Analyst A", paper, "Hama", "place");

  await test.step("while they work blind, an analyst counts her own tags and the others none", async () => {
    await hers.goto(`/projects/${paper.projectId}`);
    await expect(hers.getByRole("row").filter({ hasText: paper.title })).toContainText("2 tags of yours");
    await hers.goto(`/reports/${paper.id}`);
    await expect(hers.getByRole("article").getByText("2 tags of yours", { exact: true })).toBeVisible();
    await story.isTold({ state: "New", tags: ["No tags yet"], work: "In progress", inQueue: false });
    await move("Analyst A", idOf("Analyst A"), { state: "submitted" });
    await hers.goto("/work");
    await expect(hers.getByRole("region", { name: "Submitted" })).toContainText(
      "Colleagues are still working on it blind",
    );
    await story.isTold({ state: "New", tags: ["No tags yet"], work: "Submitted", inQueue: false });
  });

  await test.step("all have submitted: the tags wait to be settled", async () => {
    await move("Analyst B", idOf("Analyst B"), { state: "submitted" });
    const tags = ["0 of 3 tags decided", "3 tags waiting for review", "0 of 3 analysts’ tags settled"];
    await story.isTold({ state: "In review", tags, work: "Submitted", inQueue: true });
    await hers.goto("/work");
    await expect(hers.getByRole("region", { name: "Submitted" })).toContainText(tags.join(" · "));
    await reviewer.goto(`/reports/${paper.id}/compare`);
    await expect(reviewer.getByText("0 of 3 analysts’ tags settled", { exact: true })).toBeVisible();
  });

  await test.step("nothing is reviewed before all of them are settled", async () => {
    await reviewer.keyboard.press("x");
    await expect(reviewer.getByText("1 of 3 analysts’ tags settled", { exact: true })).toBeVisible();
    await new Reader(reviewer).isSaved();
    const tags = ["1 of 3 tags decided", "2 tags waiting for review", "1 of 3 analysts’ tags settled"];
    await story.isTold({ state: "In review", tags, inQueue: true });
    await reviewer.goto(`/reports/${paper.id}/compare`);
    const groups = reviewer.getByRole("navigation", { name: "Groups" }).getByRole("listitem");
    await groups.filter({ hasText: "military source" }).getByRole("button").first().click();
    await reviewer.keyboard.press("1");
    await expect(reviewer.getByText("3 of 3 analysts’ tags settled", { exact: true })).toBeVisible();
    await new Reader(reviewer).isSaved();
    await story.isTold({
      state: "Reviewed",
      tags: ["2 of 2 tags decided", "3 of 3 analysts’ tags settled"],
      inQueue: true,
    });
  });

  await test.step("and closed", async () => {
    const review = new Reader(reviewer);
    await review.open(paper);
    await review.startReview();
    await review.press("c");
    await expect(review.review.getByRole("status")).toContainText("The report is closed.");
    await story.isTold({
      state: "Closed",
      tags: ["2 of 2 tags decided", "3 of 3 analysts’ tags settled"],
      work: "Closed",
      inQueue: false,
    });
  });
});
