import type { Thread } from "@/domain/discussion/thread";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { hostile, hostileAddresses } from "@/e2e/hostile";
import { expect, test } from "@/e2e/journey";
import { segmentOn } from "@/e2e/office";
import { expectFitting } from "@/e2e/pages/fitting";
import { Reader } from "@/e2e/pages/reader";
import { dangerous, paste, ran } from "@/e2e/writing";

type Refused = { errors: { field: string; reason: string }[] };
const paragraphOf = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

type Threads = { items: Thread[] };

test("a comment with formatting: a person, a list, a link, words of the report that lead back", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport();
  await office.tag("Analyst A", paper, "senior military source", "source");
  const { page } = await enter("Analyst B");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.select("senior military source");
  const box = reader.inspector.getByRole("textbox", { name: "Comment" });

  await test.step("is written with keys and buttons", async () => {
    await box.click();
    const bar = reader.inspector.getByRole("toolbar", { name: "Formatting" });
    await expect(bar).toBeVisible();
    await page.keyboard.type("Is this ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("army");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" or police, @amal");
    await page.keyboard.press("Enter");
    await expect(box.locator(".mention")).toHaveText("@Amal, analyst A");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- see ");
    await page.keyboard.press("Control+k");
    await reader.inspector.getByRole("textbox", { name: "Web or mail address" }).fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await expect(reader.inspector.getByRole("alert")).toContainText("https://");
    await reader.inspector.getByRole("textbox", { name: "Web or mail address" }).fill("example.org/wire");
    await page.keyboard.press("Enter");
    await expect(box.getByRole("listitem")).toContainText("see example.org/wire");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await bar.getByRole("button", { name: "Quote the selected words of the report" }).click();
    await expect(box.locator("blockquote")).toHaveText("senior military source");
    await page.keyboard.type("كما قال المصدر");
    await expectAccessible(page, "a comment being written");
  });

  await test.step("is there again, formatting and all, when the page was left before it was sent", async () => {
    await expect(reader.inspector.getByText("Draft saved on this device")).toBeVisible();
    await page.reload();
    await reader.select("senior military source");
    await expect(box.locator("blockquote")).toHaveText("senior military source");
    await expect(box.locator("strong")).toHaveText("army");
    await box.click();
    await page.keyboard.press("Control+Enter");
    await reader.isSaved();
  });

  await test.step("reads the same to a colleague, and its quote leads back to the words", async () => {
    const { page: theirs } = await enter("Analyst A");
    const other = new Reader(theirs);
    await other.open(paper);
    await other.select("senior military source");
    const said = other.inspector.locator(".prose-text").filter({ hasText: "Is this army or police" });
    await expect(said.locator("strong")).toHaveText("army");
    await expect(said.locator(".mention")).toHaveText("@Amal, analyst A");
    await expect(said.getByRole("link")).toHaveAttribute("href", "https://example.org/wire");
    await expect(said.getByText("كما قال المصدر")).toHaveAttribute("dir", "auto");
    await said.getByRole("button", { name: "Show in the text: senior military source" }).click();
    await expect(other.mark("senior military source", "source")).toBeInViewport();
    await expectAccessible(theirs, "a comment with formatting");
    await expectFitting(theirs, "a comment with formatting");
  });

  await test.step("programs read its plain words, and it calls whom it names", async () => {
    const { items } = await got((await office.as("Analyst A")).get<Threads>(`/api/v1/reports/${paper.id}/threads`));
    expect(items[0]?.comments[0]?.body).toBe(
      [
        "Is this army or police, @Amal, analyst A ",
        "- see example.org/wire",
        "> senior military source",
        "كما قال المصدر",
      ].join("\n"),
    );
    const inbox = await got(
      (await office.as("Analyst A")).get<{ items: { kind: string; reportId?: string }[] }>("/api/v1/me/notifications"),
    );
    expect(inbox.items.filter(({ reportId }) => reportId === paper.id).map(({ kind }) => kind)).toContain("mentioned");
  });
});

test("what is pasted into a comment is words, or nothing", async ({ enter, office, complaints }) => {
  // Chromium says what it would not run while pasted HTML is parsed, in a document that nobody sees.
  complaints.allow(
    /Content Security Policy directive/,
    /^Content security policy: (script-src-attr|style-src-elem) refused/,
  );
  const paper = await office.newReport();
  await office.tag("Analyst A", paper, "senior military source", "source");
  const { page } = await enter("Analyst B");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.select("senior military source");
  const box = reader.inspector.getByRole("textbox", { name: "Comment" });
  await box.click();
  await expect(box).toHaveClass(/ProseMirror/);
  for (const each of hostile) {
    await paste(page, each);
    await page.keyboard.press("Enter");
  }
  await expect(box).toContainText("press");
  await expect(box.locator(dangerous)).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await reader.isSaved();
  const said = reader.inspector.locator("[data-thread] .prose-text");
  await expect(said).toContainText("press");
  await expect(said.locator(dangerous)).toHaveCount(0);
  expect(await ran(page)).toBe(false);
});

test("nothing that is written into a comment runs on anybody's page", async ({ enter, office }) => {
  const paper = await office.newReport();
  const tag = await office.tag("Analyst A", paper, "senior military source", "source");
  const api = await office.as("Analyst B");
  await test.step("by the API it is words", async () => {
    const target = { on: "tag", tagId: tag.id };
    for (const body of hostile) {
      await got(api.post(`/api/v1/reports/${paper.id}/threads`, { target, body }));
    }
    const prose = {
      type: "doc",
      content: hostile.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
    };
    await got(api.post(`/api/v1/reports/${paper.id}/threads`, { target, prose }));
  });

  await test.step("as formatting that there is not, it is refused with its place", async () => {
    const send = (content: unknown) =>
      api.post<Refused>(`/api/v1/reports/${paper.id}/threads`, {
        target: { on: "report" },
        prose: { type: "doc", content: [{ type: "paragraph", content: [content] }] },
      });
    for (const href of hostileAddresses) {
      const { status, body } = await send({ type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] });
      expect([href, status, body.errors[0]?.field]).toEqual([
        href,
        422,
        "prose.content.0.content.0.marks.0.attrs.href",
      ]);
    }
    const refused = await send({ type: "image", attrs: { src: "x", onerror: "globalThis.ran=1" } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "prose.content.0.content.0.type" }] } });
    const misquoted = await api.post<Refused>(`/api/v1/reports/${paper.id}/threads`, {
      target: { on: "report" },
      prose: {
        type: "doc",
        content: [
          {
            type: "reportQuote",
            attrs: {
              revisionId: paper.revisionId,
              segments: [{ ...segmentOn(paper.text, "military"), quote: "<script>" }],
            },
          },
        ],
      },
    });
    expect(misquoted).toMatchObject({
      status: 422,
      body: { errors: [{ field: "prose.content.0.attrs.segments.0.quote" }] },
    });
  });

  await test.step("whoever reads it reads words", async () => {
    const { page: theirs } = await enter("Analyst A");
    const other = new Reader(theirs);
    await other.open(paper);
    await other.select("senior military source");
    await expect(other.inspector.getByText("<script>globalThis.ran=1</script>").first()).toBeVisible();
    const said = other.inspector.locator(".prose-text");
    expect(await said.count()).toBeGreaterThan(hostile.length);
    await expect(said.locator(dangerous)).toHaveCount(0);
    expect(await ran(theirs)).toBe(false);
  });
});

test("a note has formatting, and nothing that is written into one runs on anybody's page", async ({
  enter,
  office,
  complaints,
}) => {
  // Chromium says what it would not run while pasted HTML is parsed, in a document that nobody sees.
  complaints.allow(
    /Content Security Policy directive/,
    /^Content security policy: (script-src-attr|style-src-elem) refused/,
  );
  const paper = await office.newReport();
  const tag = await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  const api = await office.as("Analyst B");
  const path = `/api/v1/projects/${paper.projectId}/entities`;
  const entity = { name: `Desk ${crypto.randomUUID().slice(0, 8)}`, kind: "document" };

  const { id } = await test.step("of an entity, by the API", async () => {
    for (const href of hostileAddresses) {
      const words = { type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] };
      const noteProse = { type: "doc", content: [{ type: "paragraph", content: [words] }] };
      const { status, body } = await api.post<Refused>(path, { ...entity, noteProse });
      expect([href, status, body.errors[0]?.field]).toEqual([
        href,
        422,
        "noteProse.content.0.content.0.marks.0.attrs.href",
      ]);
    }
    const item = { type: "listItem", content: hostile.map((text) => paragraphOf(text)) };
    const noteProse = { type: "doc", content: [{ type: "bulletList", content: [item] }] };
    return got(api.post<{ id: string }>(path, { ...entity, noteProse }));
  });

  const { page } = await enter("Analyst A");
  await test.step("of a tag, pasted", async () => {
    const reader = new Reader(page);
    await reader.open(paper);
    await reader.select("road to Ithriya");
    const note = reader.inspector.getByRole("textbox", { name: "Note" });
    await note.first().click();
    const box = note.and(page.locator(".ProseMirror"));
    await expect(box).toBeVisible();
    await page.keyboard.press("Control+b");
    await page.keyboard.type("Lorries");
    await page.keyboard.press("Control+b");
    await expectAccessible(page, "a note being written");
    await page.keyboard.press("Enter");
    for (const each of hostile) {
      await paste(page, each);
      await page.keyboard.press("Enter");
    }
    await expect(box).toContainText("press");
    await expect(box.locator(dangerous)).toHaveCount(0);
    await reader.inspector.getByRole("textbox", { name: "Summary" }).click();
    await reader.isSaved();
    expect(await ran(page)).toBe(false);
  });

  await test.step("whoever reads them reads words", async () => {
    const { annotations } = await office.tagsOf(paper);
    const said = annotations.find((each) => each.id === tag.id)?.attributes;
    expect(said?.["note"]).toMatch(/^Lorries\n/);
    expect(said?.["noteProse"]).toMatchObject({ type: "doc" });
    const { page: theirs } = await enter("Analyst B");
    const other = new Reader(theirs);
    await other.open(paper);
    await other.select("road to Ithriya");
    const box = other.inspector.locator(".ProseMirror").filter({ hasText: "Lorries" });
    await expect(box.locator("strong").first()).toHaveText("Lorries");
    await expect(box.locator(dangerous)).toHaveCount(0);
    await theirs.goto(`/projects/${paper.projectId}/entities/${id}`);
    const read = theirs.locator("dd .prose-text");
    await expect(read.getByRole("listitem")).toContainText("<script>globalThis.ran=1</script>");
    await expect(read.locator(dangerous)).toHaveCount(0);
    expect(await ran(theirs)).toBe(false);
  });
});
