import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { Export } from "@/e2e/pages/export";
import { Import } from "@/e2e/pages/import";
import { Members } from "@/e2e/pages/members";
import { Project } from "@/e2e/pages/project";
import { Projects } from "@/e2e/pages/projects";
import { SignIn } from "@/e2e/pages/sign-in";
import { answered } from "@/e2e/watch";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** UTF-16, little end first, with its mark. */
const utf16 = (text: string) => {
  const units = Uint16Array.from([0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]);
  return new Uint8Array(units.buffer);
};
/** “قصف في الرقة” and a sentence more, in Windows-1256. */
const arabicIn1256 = Buffer.from(
  "ded5dd20dded20c7e1d1dec90a0adec7e1ca20e3d5c7cfd120e3cde1edc920c5e420c7e1ccd3d120e3dbe1de20c7e1ede6e32e",
  "hex",
);
/** Its letters beyond ASCII are those of Latin-1. */
const frenchIn1252 = Buffer.from(
  "Le pont fermé après la crue\n\nLa préfecture n'a pas confirmé les départs, a dit un témoin.",
  "latin1",
);

test("an editor makes a project, fills it with reports and people, and finds their way in it", async ({
  enter,
  browse,
  complaints,
}) => {
  // The link that lets somebody in is gone once it was used.
  complaints.allow(answered(404));
  const { page } = await enter("Editor");
  const name = `River watch ${crypto.randomUUID().slice(0, 8)}`;
  const projects = new Projects(page);
  const project = new Project(page);
  await projects.open();
  await projects.create({ name, languages: "en, ar", guidelines: "# How we tag\nThe narrowest place." });
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";

  expect((await page.request.get(`/api/v1/projects/${id}`).then((answer) => answer.json())).guidelines).toBe(
    "# How we tag\n\nThe narrowest place.\n",
  );

  await test.step("pastes a report", async () => {
    const imports = new Import(page);
    await imports.openFrom();
    await imports.paste({
      title: "Water rises at Kosti",
      text: "Water rises at Kosti\n\nThe river rose by 20 centimetres, two boatmen said.",
      outlet: "White Nile Wire",
      language: "en",
    });
    await project.open(id);
    await imports.openFrom();
    await imports.upload([
      {
        name: "kosti-again.txt",
        bytes: utf8("Water rises at Kosti\n\nThe river rose by 20 centimetres, two boatmen said."),
      },
      { name: "raqqa.txt", bytes: arabicIn1256 },
      { name: "pont.txt", bytes: frenchIn1252 },
      { name: "wide.txt", bytes: utf16("Ferry stopped\n\nThe ferry at Rabak stopped on Friday, its captain said.") },
      { name: "notes.md", bytes: utf8("# Camp at Joda\n\nThe camp has no water, an aid worker said.") },
      { name: "picture.txt", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    ]);
    await expect(imports.outcome("kosti-again.txt")).toContainText("Already imported");
    await expect(imports.outcome("raqqa.txt")).toContainText("windows-1256", { ignoreCase: true });
    await expect(imports.outcome("raqqa.txt")).toContainText("قصف في الرقة");
    await expect(imports.outcome("pont.txt")).toContainText("windows-1252", { ignoreCase: true });
    await expect(imports.outcome("wide.txt")).toContainText("UTF-16", { ignoreCase: true });
    await expect(imports.outcome("notes.md")).toContainText("Camp at Joda");
    await expect(imports.outcome("picture.txt")).toContainText("Not imported");
    await imports.toReports();
  });

  await test.step("finds reports by outlet and language", async () => {
    await expect(project.report("Camp at Joda")).toBeVisible();
    await project.narrow("Outlet", "White Nile Wire");
    await expect(project.report("Camp at Joda")).toHaveCount(0);
    await expect(project.report("Water rises at Kosti")).toBeVisible();
    await project.showAll();
    await project.narrow("Language", "Arabic");
    await expect(project.report("قصف في الرقة")).toBeVisible();
    await expect(project.report("Water rises at Kosti")).toHaveCount(0);
    await project.showAll();
    await expect(project.report("Camp at Joda")).toBeVisible();
  });

  await test.step("sorts by title, finds by words of it, and has both the order and the columns on another device", async () => {
    await project.reports.getByRole("link", { name: "Title" }).click();
    await expect(project.reports.getByRole("columnheader", { name: "Title" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(project.reports.getByRole("row").nth(1)).toContainText("Camp at Joda");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Words" }).check();
    await page.getByRole("checkbox", { name: "Language" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(project.reports.getByRole("columnheader", { name: "Words" })).toBeVisible();
    await expect(project.reports.getByRole("columnheader", { name: "Language" })).toHaveCount(0);

    const { page: elsewhere } = await browse();
    await new SignIn(elsewhere).enterAs("Editor");
    const same = new Project(elsewhere);
    await same.open(id);
    await expect(same.reports.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "ascending");
    await expect(same.reports.getByRole("columnheader", { name: "Words" })).toBeVisible();
    await expect(same.reports.getByRole("columnheader", { name: "Language" })).toHaveCount(0);

    await project.filters.getByLabel("Title").fill("ferry");
    await page.keyboard.press("Enter");
    await expect(project.report("Ferry stopped")).toBeVisible();
    await expect(project.report("Camp at Joda")).toHaveCount(0);
    await project.showAll();
    await expectAccessible(page, "the reports table with chosen columns");
  });

  await test.step("sees how a file was read", async () => {
    await project.read("قصف في الرقة");
    await page.goto(`${page.url()}/details`);
    const original = page.getByRole("region", { name: "Original file" });
    await expect(original).toContainText("windows-1256");
    await expect(original).toContainText("Detected from the text; check");
    await expect(original).toContainText("Detected from the text; you can correct it above");
    await project.open(id);
  });

  await test.step("sets a report aside and takes it back", async () => {
    await project.triage("Ferry stopped", "Irrelevant");
    await expect(project.report("Ferry stopped")).toContainText("Set aside");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(project.report("Ferry stopped")).not.toContainText("Set aside");
  });

  await test.step("adds a colleague and invites somebody new, who follows the link", async () => {
    const members = new Members(page);
    await project.turnTo("Members");
    await members.add("analyst.b@example.org", "Analyst");
    await expect(members.member("analyst.b@example.org")).toBeVisible();

    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`;
    const link = await members.invite(email, "Amna Osman", "Reader");
    await expect(members.member(email)).toContainText("Invited");

    const { page: hers } = await browse();
    await hers.goto(link);
    await hers.getByLabel("Choose a password").fill("late summer over the river");
    await hers.getByRole("button", { name: "Join" }).click();
    await new Projects(hers).enter(name);
    await expect(hers.getByRole("link", { name: "Import reports" })).toHaveCount(0);
    const { page: again } = await browse();
    await again.goto(link);
    await expect(again.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await again.getByRole("link", { name: "Go to sign-in" }).click();
    await new SignIn(again).withPassword(email, "late summer over the river");
    await expect(new Projects(again).project(name)).toBeVisible();
  });

  await test.step("narrows the activity to one kind of action by one person", async () => {
    await project.open(id);
    await project.turnTo("Activity");
    const filters = page.getByRole("search", { name: "Filter the activity" });
    await filters.getByLabel("Action").selectOption("Project and members");
    await expect(page).toHaveURL(/kind=project/);
    await expect(page.getByRole("listitem").filter({ hasText: "imported a report" })).toHaveCount(0);
    await expect(page.getByRole("listitem").filter({ hasText: "added a member" }).first()).toBeVisible();
    await filters.getByLabel("Person").selectOption({ label: "Amna Osman" });
    await expect(page.getByRole("heading", { name: "No activity matches these filters" })).toBeVisible();
    await expectAccessible(page, "the activity with filters");
    await filters.getByRole("link", { name: "Clear filters" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "imported a report" }).first()).toBeVisible();
  });

  await test.step("learns that nothing is accepted yet, before exporting", async () => {
    await project.open(id);
    await project.turnTo("Export");
    await expect(page.getByRole("region", { name: "What will be exported" })).toContainText(
      "There are no tags to export yet.",
    );
    await new Export(page).as("Spreadsheet (CSV)");
  });
});
