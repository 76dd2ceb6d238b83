import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { hostile, hostileAddresses } from "@/e2e/hostile";
import { expect, test } from "@/e2e/journey";
import type { Office } from "@/e2e/office";
import { expectFitting } from "@/e2e/pages/fitting";
import { Reader } from "@/e2e/pages/reader";
import { dangerous, paste, ran } from "@/e2e/writing";

type Project = { id: ProjectId; guidelines: string; guidelinesProse: unknown };
type Refused = { errors: { field: string; reason: string }[] };

/** A project of its own, in which analyst A works. */
async function newProject(office: Office, guidelines: string): Promise<Project> {
  const editor = await office.as("Editor");
  const slug = `guided-${crypto.randomUUID().slice(0, 8)}`;
  const project = await got(editor.post<Project>("/api/v1/projects", { name: slug, slug, guidelines }));
  await got(editor.post(`/api/v1/projects/${project.id}/members`, { email: "analyst.a@example.org", role: "analyst" }));
  return project;
}

const markdownOf = async (office: Office, { id }: Project) =>
  (await got((await office.as("Editor")).get<Project>(`/api/v1/projects/${id}`))).guidelines;

const boxOn = async (page: Page, { id }: Project) => {
  await page.goto(`/projects/${id}/settings`);
  const box = page.getByRole("textbox", { name: "Guidelines" });
  await expect(box).toHaveClass(/ProseMirror/);
  return box;
};

test("guidelines are written as they are read, with an example and its tags", async ({ enter, office }) => {
  const project = await newProject(office, "## Places\n\nThe narrowest one.\n");
  const { page } = await enter("Editor");
  const box = await boxOn(page, project);
  const bar = page.getByRole("toolbar", { name: "Formatting" });

  await test.step("with keys and buttons", async () => {
    await expect(box.getByRole("heading", { name: "Places" })).toBeVisible();
    await box.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- from **near** to ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("in");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("# المصادر");
    await page.keyboard.press("Enter");
    await bar.getByRole("button", { name: "Example with tags" }).click();
    await page.keyboard.type("A captain said near Qus");
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press("Shift+ArrowLeft");
    await page.getByRole("toolbar", { name: "Tag the words as" }).getByRole("button", { name: "Place" }).click();
    await expect(box.locator("mark")).toHaveText("Qus");
    await expect(box.locator("mark")).toHaveAttribute("data-name", "Place");
    await expectAccessible(page, "guidelines being written");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Settings saved.", { exact: true })).toBeVisible();
  });

  const markdown = [
    "## Places",
    "The narrowest one.",
    "- from \\*\\*near\\*\\* to **in**",
    "# المصادر",
    "```example\nA captain said near [Qus]{place}\n```",
  ];
  await test.step("programs and files have them as Markdown", async () => {
    expect(await markdownOf(office, project)).toBe(`${markdown.join("\n\n")}\n`);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export Markdown" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/-guidelines\.md$/);
    expect(await readFile(await file.path(), "utf8")).toBe(`${markdown.join("\n\n")}\n`);
  });

  await test.step("an analyst reads them beside the text", async () => {
    const paper = await office.newReport({ projectId: project.id });
    const { page: theirs } = await enter("Analyst A");
    const reader = new Reader(theirs);
    await reader.open(paper);
    await reader.press("g");
    const read = theirs.getByRole("complementary", { name: "Guidelines" });
    await expect(read.getByRole("heading", { name: "المصادر" })).toHaveAttribute("dir", "auto");
    await expect(read.locator("mark")).toHaveText("Qus");
    await read.getByRole("searchbox").fill("captain said near qus");
    await expect(read.getByRole("status")).toHaveText("1 of 1");
    await expectAccessible(theirs, "guidelines with an example");
    await expectFitting(theirs, "guidelines with an example");
  });

  await test.step("a Markdown file is read, and what it has that can't be held is told", async () => {
    const file = {
      name: "rules.md",
      mimeType: "text/markdown",
      buffer: Buffer.from("# Rules\n\n|a|b|\n|-|-|\n\n1. one"),
    };
    await page.getByLabel("Import Markdown").setInputFiles(file);
    await expect(box.getByRole("heading", { name: "Rules" })).toBeVisible();
    await expect(page.getByText("Tables are kept as they were written.")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(box.getByRole("heading", { name: "Places" })).toBeVisible();
  });
});

test("nothing that is written into guidelines runs on anybody's page", async ({ enter, office, complaints }) => {
  // Chromium says what it would not run while pasted HTML is parsed, in a document that nobody sees.
  complaints.allow(
    /Content Security Policy directive/,
    /^Content security policy: (script-src-attr|style-src-elem) refused/,
  );
  const project = await newProject(office, hostile.join("\n\n"));
  const api = await office.as("Editor");
  await test.step("as formatting that there is not, it is refused with its place", async () => {
    const send = (content: unknown) =>
      api.patch<Refused>(`/api/v1/projects/${project.id}`, { guidelinesProse: { type: "doc", content: [content] } });
    for (const href of hostileAddresses) {
      const words = { type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] };
      const { status, body } = await send({ type: "heading", attrs: { level: 1 }, content: [words] });
      const field = "guidelinesProse.content.0.content.0.marks.0.attrs.href";
      expect([href, status, body.errors[0]?.field]).toEqual([href, 422, field]);
    }
    const refused = await send({ type: "iframe", attrs: { srcdoc: "<script>parent.ran=1</script>" } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "guidelinesProse.content.0.type" }] } });
    const kind = { type: "tagged", attrs: { kind: '"><img src=x onerror=globalThis.ran=1>' } };
    const tagged = await send({ type: "example", content: [{ type: "text", text: "x", marks: [kind] }] });
    expect(tagged.body.errors[0]?.field).toBe("guidelinesProse.content.0.content.0.marks.0.attrs.kind");
  });

  const { page } = await enter("Editor");
  await test.step("pasted, it is words, or nothing", async () => {
    const box = await boxOn(page, project);
    await expect(box).toContainText("<script>globalThis.ran=1</script>");
    await box.press("Control+End");
    for (const each of hostile) await paste(page, each);
    await expect(box.locator(dangerous)).toHaveCount(0);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Settings saved.", { exact: true })).toBeVisible();
    expect(await ran(page)).toBe(false);
  });

  await test.step("whoever reads it reads words", async () => {
    const paper = await office.newReport({ projectId: project.id });
    const { page: theirs } = await enter("Analyst A");
    const reader = new Reader(theirs);
    await reader.open(paper);
    await reader.press("g");
    const read = theirs.getByRole("complementary", { name: "Guidelines" }).locator(".prose-text");
    await expect(read).toContainText("<script>globalThis.ran=1</script>");
    await expect(read.locator(dangerous)).toHaveCount(0);
    expect(await ran(theirs)).toBe(false);
  });
});
