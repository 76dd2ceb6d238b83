import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "@/e2e/journey";
import { Export } from "@/e2e/pages/export";
import { Project } from "@/e2e/pages/project";
import { Projects } from "@/e2e/pages/projects";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";

test("a newcomer signs in, tags, links, discusses, sees it accepted and takes the dataset home", async ({
  browse,
  office,
}) => {
  const { name } = await office.project();
  const paper = await office.newReport();
  const claim = "Hundreds of people left the northern quarters of Hama on Monday";
  const { page } = await browse();
  const reader = new Reader(page);

  await test.step("from the sign-in to the report", async () => {
    await new SignIn(page).enterAs("Analyst A");
    await new Projects(page).enter(name);
    await new Project(page).read(paper.title);
    await reader.isReady();
  });

  await test.step("who said what happened where", async () => {
    await reader.tag("Hama").as("place");
    await reader.tag("a senior military source").as("source");
    await reader.tag(claim).as("claim");
    await reader.takeLinks();
    await expect(reader.linkTo("Hama")).toBeVisible();
    await expect(reader.linkTo("a senior military source")).toBeVisible();
    await reader.comment("Is this the same source as yesterday?");
    await reader.isSaved();
  });

  await test.step("a reviewer accepts it", async () => {
    const { page: theirs } = await browse();
    await new SignIn(theirs).enterAs("Reviewer");
    const review = new Reader(theirs);
    await review.open(paper);
    await review.select("Hundreds of people");
    await expect(review.inspector.getByText("Is this the same source as yesterday?")).toBeVisible();
    await review.startReview();
    await review.press("a");
    await expect(review.review).toContainText("Everything here has been decided.");
    await review.isSaved();
  });

  await test.step("the newcomer sees it, and downloads the dataset", async () => {
    await page.reload();
    await reader.isReady();
    await reader.select("Hundreds of people");
    await expect(reader.inspector.getByText("Accepted", { exact: true })).toBeVisible();

    const project = new Project(page);
    await project.open(paper.projectId);
    await project.turnTo("Export");
    const exports = new Export(page);
    const lossless = await exports.download();
    expect(lossless.name).toMatch(/\.jsonl$/);
    const lines = strFromU8(lossless.bytes).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line)).length).toBeGreaterThan(1);
    expect(strFromU8(lossless.bytes)).toContain(claim);
    expect(strFromU8(lossless.bytes)).toContain("Is this the same source as yesterday?");

    await exports.as("Spreadsheet (CSV)");
    const tables = await exports.download();
    expect(tables.name).toMatch(/\.zip$/);
    const all = Object.values(unzipSync(tables.bytes)).map((file) => strFromU8(file));
    expect(all.some((table) => table.includes(claim))).toBe(true);
  });
});
