import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { expectFitting } from "@/e2e/pages/fitting";
import { Import } from "@/e2e/pages/import";
import { Project } from "@/e2e/pages/project";

const samples = join(import.meta.dirname, "..", "..", "server", "import", "documents", "samples");
const sample = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(samples, name))) });

type Threads = { items: { id: string; target: { on: string }; comments: { body: string }[] }[] };

test("comments of a Word file come in as threads on their words, by keyboard, if they are wanted", async ({
  enter,
  office,
}) => {
  const slug = `comments-${crypto.randomUUID().slice(0, 8)}`;
  const editor = await office.as("Editor");
  const { id: projectId } = await got(editor.post<{ id: string }>("/api/v1/projects", { name: slug, slug }));
  const { page } = await enter("Editor");
  const imports = new Import(page);
  await page.goto(`/projects/${projectId}/import`);
  await page.getByRole("tab", { name: "Upload files" }).click();
  const { name, bytes } = sample("comments.docx");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).first().press("Enter");
  await (await chooser).setFiles([{ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) }]);
  const box = page.getByLabel("Import comments as threads");
  await expect(box).not.toBeChecked();
  await box.press("Space");
  await expectAccessible(page, "comments about to be imported");
  await imports.send();
  const outcome = imports.outcome(name);
  await expect(outcome).toContainText("8 threads were made from the document’s comments");
  await expect(outcome).toContainText("2 of the threads are on the whole report");
  const href = await outcome.getByRole("link").first().getAttribute("href");
  const reportId = /reports\/([0-9a-f-]+)/.exec(href ?? "")?.[1];
  const { items } = await got(editor.get<Threads>(`/api/v1/reports/${reportId}/threads`));
  const arabic = items.find(({ comments }) => comments[0]?.body.includes("أي طريق؟"));
  await page.goto(`/reports/${reportId}?thread=${arabic?.id}`);
  const thread = page.locator(`[data-thread="${arabic?.id}"]`);
  await expect(thread).toContainText("الطريق");
  await expect(thread).toContainText("لينا, 2017-07-04 09:09");
  await expectAccessible(page, "a comment of a document");
});

test("the original is looked at beside the text: a PDF's pages as pictures, other files by their download", async ({
  enter,
  office,
}) => {
  const slug = `originals-${crypto.randomUUID().slice(0, 8)}`;
  const editor = await office.as("Editor");
  const { id: projectId } = await got(editor.post<{ id: string }>("/api/v1/projects", { name: slug, slug }));
  const { page } = await enter("Editor");
  const imports = new Import(page);
  await page.goto(`/projects/${projectId}/import`);
  await imports.upload([sample("columns.pdf"), sample("tracked.odt")]);
  const addressOf = async (name: string) => {
    const href = await imports.outcome(name).first().getByRole("link").first().getAttribute("href");
    return `/reports/${/reports\/([0-9a-f-]+)/.exec(href ?? "")?.[1]}`;
  };
  const [pdf, odt] = [await addressOf("columns.pdf"), await addressOf("tracked.odt")];
  const panel = page.getByRole("complementary", { name: "Original" });
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin) && !request.url().startsWith("data:"))
      outside.push(request.url());
  });

  await test.step("from the details of a PDF, by keyboard", async () => {
    await page.goto(`${pdf}/details`);
    await page.getByRole("link", { name: "Original beside the text" }).press("Enter");
    await expect(panel.getByRole("img")).toHaveCount(3);
    const first = panel.getByRole("img", { name: /^Page 1 as a picture/ });
    await expect
      .poll(() =>
        first.evaluate((drawn) => {
          if (!(drawn instanceof HTMLCanvasElement) || drawn.width === 0) return 0;
          const pixels = drawn.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height).data ?? [];
          return pixels.filter((value, at) => at % 4 === 0 && value < 100).length;
        }),
      )
      .toBeGreaterThan(1000);
    await panel.getByRole("spinbutton", { name: "Page" }).fill("3");
    await expect(panel.getByRole("img", { name: /^Page 3/ })).toBeInViewport();
    await expectAccessible(page, "a PDF beside its text");
    await expectFitting(page, "a PDF beside its text");
    await panel.press("Escape");
    await expect(panel).toBeHidden();
    expect(outside).toEqual([]);
  });

  await test.step("other files say that they are not shown, and are downloaded", async () => {
    await page.goto(odt);
    await page.getByRole("button", { name: "Original" }).press("Enter");
    await expect(panel).toContainText("Files of this kind are not shown here.");
    const download = page.waitForEvent("download");
    await panel.getByRole("link", { name: "Download" }).press("Enter");
    expect((await download).suggestedFilename()).toBe("tracked.odt");
    await page.getByRole("button", { name: "Close the original" }).press("Enter");
    await expect(panel).toBeHidden();
  });
});

test("a Word file, a PDF and a mail come in with their words, and what they say of themselves is confirmed", async ({
  enter,
  office,
}) => {
  const slug = `documents-${crypto.randomUUID().slice(0, 8)}`;
  const editor = await office.as("Editor");
  const { id: projectId } = await got(editor.post<{ id: string }>("/api/v1/projects", { name: slug, slug }));
  const { page } = await enter("Editor");
  const imports = new Import(page);
  await new Project(page).open(projectId);

  await test.step("files dropped on a page of the project wait where reports are imported", async () => {
    const files = [sample("tracked.docx"), sample("columns.pdf"), sample("reply.eml")];
    const dropped = files.map(({ name, bytes }) => ({ name, body: Buffer.from(bytes).toString("base64") }));
    const transfer = await page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, body } of given) {
        data.items.add(new File([Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0))], name));
      }
      return data;
    }, dropped);
    await page.locator("body").dispatchEvent("dragover", { dataTransfer: transfer });
    await expect(page.getByText("Drop files to import them into this project")).toBeVisible();
    await page.locator("body").dispatchEvent("drop", { dataTransfer: transfer });
    await expect(page.getByRole("list", { name: "Files to import" }).getByRole("listitem")).toHaveCount(3);
    await page.getByLabel("Import files attached to mails too").check();
    await expectAccessible(page, "documents about to be imported");
    await imports.send();
  });

  await test.step("the result says what was left out, and what each file says of itself", async () => {
    const word = imports.outcome("tracked.docx");
    await expect(word).toContainText("2 tracked deletions are not in the text");
    await expect(word).toContainText("Lina Haddad from docProps/core.xml dc:creator");
    await expect(imports.outcome("columns.pdf").first()).toContainText("One word divided at a line’s end was joined");
    await expect(imports.outcome("reply.eml › notes.txt")).toContainText("Notes of the caller.");
    await expectAccessible(page, "documents that were imported");
    await word.getByRole("button", { name: /^Confirm/ }).click();
    await expect(word.getByText("Confirmed")).toBeVisible();
  });

  await test.step("the report has the words of the final version, and its details say how it was read", async () => {
    await imports.outcome("tracked.docx").getByRole("link", { name: "Correct" }).click();
    await expect(page.getByText("docx 2")).toBeVisible();
    await expect(page.getByText("Confirmed")).toBeVisible();
    await page.getByRole("link", { name: "Open the report" }).click();
    const text = page.getByRole("document", { name: "Report text" });
    await expect(text).toContainText("Government forces shelled positions on the road[1] on 3 July 2017.");
    await expect(text).not.toContainText("bombed");
    await expect(text.locator(".look-bold")).toHaveText("positions");
    await expect(text.locator(".look-bold")).toHaveCSS("font-weight", "650");
    await expect(text.locator(".is-footnote")).toHaveText("Local sources, by phone.");
    await expectAccessible(page, "a report from a document");
  });
});
