import { expectAccessible } from "@/e2e/accessible";
import { type Api, got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { AnnotatedImport } from "@/e2e/pages/annotated-import";
import { Project } from "@/e2e/pages/project";

type Counts = Record<string, number>;

const countsOf = async (api: Api, projectId: string): Promise<Counts> => {
  const path = `/api/v1/projects/${projectId}/export/preview?format=jsonl&state=all`;
  return (await got(api.get<{ counts: Counts }>(path))).counts;
};

test("an editor takes a project's file into another project, and sees which record can't come", async ({
  enter,
  office,
}) => {
  const editor = await office.as("Editor");
  const { id: from } = await office.project();
  const { bytes } = await editor.bytes(`/api/v1/projects/${from}/export?format=jsonl&state=all`);
  const slug = `copy-${crypto.randomUUID().slice(0, 8)}`;
  const wish = { name: "Copy", slug, mode: "shared", languages: ["en", "ar"], preset: "conflict-monitor" };
  const { id: into } = await got(editor.post<{ id: string }>("/api/v1/projects", wish));
  const before = await countsOf(editor, from);
  const { page } = await enter("Editor");
  const annotated = new AnnotatedImport(page);

  await test.step("checks the file first", async () => {
    await annotated.open(into);
    await expectAccessible(page, "choosing annotated files");
    await annotated.check("dataset.jsonl", bytes);
    await expect(annotated.figure("Reports")).toHaveText(String(before["reports"]));
    await expectAccessible(page, "what annotated files would bring");
  });

  await test.step("imports it, and has what the other project has", async () => {
    await annotated.run();
    await expect(annotated.figure("Reports imported")).toHaveText(String(before["reports"]));
    await expect(annotated.figure("Set aside")).toHaveText("0");
    await expectAccessible(page, "an import that is done");
    expect(await countsOf(editor, into)).toEqual(before);
  });

  await test.step("is told which record of another file is broken, and where", async () => {
    const lines = Buffer.from(bytes).toString().split("\n");
    const at = lines.findIndex((line) => line.startsWith('{"record":"annotation"'));
    lines[at] = (lines[at] ?? "").slice(0, 40);
    await annotated.open(into);
    await annotated.check("broken.jsonl", Buffer.from(lines.join("\n")));
    await expect(annotated.found.getByText(`broken.jsonl, line ${at + 1}`)).toBeVisible();
    await page.getByRole("checkbox", { name: "Import what is complete anyway" }).click();
    await annotated.run();
    await expect(annotated.line(`broken.jsonl, line ${at + 1}`)).toContainText("Set aside");
    await expect(annotated.figure("Skipped")).toHaveText(String(before["reports"]));
  });

  await test.step("says by keyboard what the columns of a table hold, and adds its tags", async () => {
    const { items } = await got(editor.get<{ items: { title: string }[] }>(`/api/v1/projects/${into}/reports?limit=1`));
    const title = `"${(items[0]?.title ?? "").replaceAll('"', '""')}"`;
    await annotated.open(into);
    await annotated.check("tags.csv", Buffer.from(`title,Passage,kind\n${title},no such words,place\n`));
    const held = page.getByRole("combobox", { name: "Passage holds" });
    await held.focus();
    await page.keyboard.type("The words");
    await expect(held).toHaveValue("quote");
    await expect(page.getByText("Check again: what the columns hold was changed.")).toBeVisible();
    await expectAccessible(page, "what the columns of a table hold");
    await page.getByRole("button", { name: "Check again" }).press("Enter");
    await expect(annotated.found.getByText("“no such words” does not stand in the text.")).toBeVisible();
  });

  await test.step("finds both among the jobs", async () => {
    await new Project(page).turnTo("Jobs");
    await expect(page.getByRole("link", { name: "Import of annotated files" })).toHaveCount(2);
    await expectAccessible(page, "jobs");
  });
});
