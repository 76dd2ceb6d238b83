import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { Project } from "@/e2e/pages/project";
import { Reader } from "@/e2e/pages/reader";

test("a report is given out, handed in, sent back and handed in again", async ({ enter, office }) => {
  const paper = await office.newReport();
  const words = "Hundreds of people left the northern quarters";

  await test.step("the editor chooses it in the table and assigns it evenly", async () => {
    const { page } = await enter("Editor");
    const project = new Project(page);
    await project.open(paper.projectId);
    // Another journey may have left the table in another order, with this one on a later page.
    await project.find(paper.title);
    await page.getByRole("checkbox", { name: `Select “${paper.title}”` }).check();
    await expectAccessible(page, "reports chosen");
    await page.getByRole("button", { name: "Assign…" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign 1 report" });
    await dialog.getByRole("checkbox", { name: "Amal, analyst A" }).check();
    await expect(dialog.getByText("1 new assignment.")).toBeVisible();
    await dialog.getByLabel("Note").fill("Mind the hills.");
    await dialog.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.getByText("1 assignment created.", { exact: true })).toBeVisible();
  });

  const { page: hers } = await enter("Analyst A");
  const reader = new Reader(hers);

  await test.step("the analyst finds it among her work, with the note", async () => {
    await hers.goto("/work");
    const item = hers.getByRole("listitem").filter({ hasText: paper.title });
    await expect(item).toContainText("Mind the hills.");
    await expectAccessible(hers, "my work");
    await item.getByRole("link", { name: paper.title }).click();
    await reader.isReady();
    await expect(hers.getByText("Mind the hills.")).toBeVisible();
  });

  await test.step("what is missing is listed, each one click from its words", async () => {
    await office.tag("Analyst A", paper, words, "claim");
    await hers.reload();
    await reader.isReady();
    await expect(reader.mark(words, "claim")).toBeVisible();
    await hers.getByRole("button", { name: /^Submit/ }).click();
    const dialog = hers.getByRole("dialog", { name: "Submit this report" });
    await expect(dialog.getByRole("button", { name: "Submit", exact: true })).toBeDisabled();
    await dialog.getByRole("button", { name: /What kind of claim/ }).click();
    await reader.choice("Kind", "event").click();
    await reader.isSaved();
    await hers.getByRole("button", { name: /^Submit/ }).click();
    await dialog.getByRole("button", { name: "Submit", exact: true }).click();
    await expect(hers.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
    await expect(hers.getByRole("listitem").filter({ hasText: paper.title })).toHaveCount(0);
  });

  await test.step("the reviewer sends it back with a note", async () => {
    const { page } = await enter("Reviewer");
    const review = new Reader(page);
    await review.open(paper);
    await page.getByRole("button", { name: "Report actions" }).click();
    await page.getByRole("menuitem", { name: "Return to Amal, analyst A…" }).click();
    const dialog = page.getByRole("dialog", { name: "Return the report to Amal, analyst A" });
    await dialog.getByLabel("Note").fill("Which quarters?");
    await dialog.getByRole("button", { name: "Return report" }).click();
    await expect(page.getByText("Returned to Amal, analyst A.", { exact: true })).toBeVisible();
    await page.goto(`/reports/${paper.id}/details`);
    await expect(page.getByRole("table", { name: "Work" })).toContainText("Returned");
    await expectAccessible(page, "work, triage and provenance");
    await page.goto(`/projects/${paper.projectId}/progress`);
    await expect(page.getByRole("heading", { name: "Progress", level: 1 })).toBeVisible();
    await expectAccessible(page, "progress");
  });

  await test.step("it comes back to her with the note, and goes in again", async () => {
    await hers.goto("/work");
    const back = hers.getByRole("region", { name: "Returned to you" });
    await expect(back).toContainText("Which quarters?");
    await back.getByRole("link", { name: paper.title }).click();
    await reader.isReady();
    await expect(hers.getByText("This report was returned to you.")).toBeVisible();
    await reader.press("ControlOrMeta+Enter");
    await hers.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
    await expect(hers.getByRole("region", { name: "Returned to you" }).filter({ hasText: paper.title })).toHaveCount(0);
  });
});
