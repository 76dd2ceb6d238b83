import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { OpId, type ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { importSent } from "@/server/import/sent";
import { newId } from "@/server/new-id";
import { changeReport, triageReport } from "@/server/operations/change-report";
import { listReports } from "@/server/operations/list-reports";
import { openReport, readOriginal } from "@/server/operations/open-report";
import { tableCursorIn } from "@/server/operations/page-cursor";

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor, { languages: ["en", "ar"] });
});

const json = (body: unknown) =>
  new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const files = (...parts: [name: string, bytes: Uint8Array | string][]) => {
  const form = new FormData();
  for (const [name, bytes] of parts)
    form.append("files", new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name));
  return new Request("http://localhost/", { method: "POST", body: form });
};

async function outcomes(request: Request) {
  const done = await importSent(editor, projectId, request);
  if (!done.ok || !("results" in done.value.body)) throw new Error("Not a list of outcomes.");
  return done.value.body.results;
}

async function imported(text: string, more: Record<string, unknown> = {}) {
  const done = await importSent(editor, projectId, json({ title: "Pasted", text, ...more }));
  if (!done.ok || !("id" in done.value.body)) throw new Error(done.ok ? "a list" : done.failure.kind);
  return done.value.body;
}

describe("one report as JSON", () => {
  test("newlines become LF, nothing else changes, and blocks join to the text", async () => {
    const report = await imported("Title\r\n\r\nFirst 😊 line\rsecond  \n");
    expect(report.text).toBe("Title\n\nFirst 😊 line\nsecond  \n");
    expect(report.codePoints).toBe([...report.text].length);
    const opened = await openReport(editor, report.id);
    const joined = opened.ok && opened.value.blocks.map(({ before, text }) => before + text).join("");
    expect(joined && report.text.startsWith(joined)).toBe(true);
  });

  test("the bytes stay as they came", async () => {
    const report = await imported("One\r\ntwo, kept as sent");
    const original = await readOriginal(editor, report.id);
    expect(original.ok && Buffer.from(original.value.bytes).toString()).toBe("One\r\ntwo, kept as sent");
  });

  test("the same text again is a conflict that names the report", async () => {
    const first = await imported("Said only once.");
    const again = await importSent(editor, projectId, json({ title: "Other title", text: "Said only once." }));
    expect(again).toMatchObject({ ok: false, failure: { kind: "conflict", current: { id: first.id, same: "file" } } });
  });

  test("the same request resent is answered as the first time, at once or later, and imports once", async () => {
    const sent = { text: "Sent by a wire that lost the answer.", opId: crypto.randomUUID() };
    const together = await Promise.all([imported(sent.text, sent), imported(sent.text, sent)]);
    const again = await imported(sent.text, sent);
    expect(new Set([...together, again].map(({ id }) => id)).size).toBe(1);
  });

  test.each([
    { when: "a null character", text: "a\nb\u0000c", says: /Line 2, column 2/ },
    { when: "half a character", text: "a \ud83d b", says: /Line 1, column 3/ },
    { when: "nothing but blanks", text: " \n\t", says: /no text/ },
  ])("$when is refused with its place", async ({ text, says }) => {
    const done = await importSent(editor, projectId, json({ title: "Bad", text }));
    expect(done).toMatchObject({ ok: false, failure: { kind: "invalid", problems: [{ field: "text" }] } });
    expect(done.ok || (done.failure.kind === "invalid" && done.failure.problems[0]?.reason)).toMatch(says);
  });

  test("Arabic text is right to left and in the project's Arabic, unless somebody says otherwise", async () => {
    expect(await imported("أعلنت اللجنة أن المياه ترتفع.")).toMatchObject({ language: "ar", direction: "rtl" });
    expect(await imported("قالت مصادر إن الجسر فتح.", { language: "fa" })).toMatchObject({ language: "fa" });
  });

  test("a link that is no web address, and fields nobody knows, are named", async () => {
    const done = await importSent(
      editor,
      projectId,
      json({ title: "T", text: "t", url: "javascript:alert(1)", colour: 1 }),
    );
    expect(
      !done.ok && done.failure.kind === "invalid" && done.failure.problems.map(({ field }) => field).sort(),
    ).toEqual(["colour", "url"]);
  });
});

describe("several files", () => {
  test("each is answered for itself: imported, duplicate, refused and why", async () => {
    const arabic = new Uint8Array([
      0xde, 0xc7, 0xe1, 0xca, 0x20, 0xe3, 0xd5, 0xc7, 0xcf, 0xd1, 0x20, 0xe3, 0xcd, 0xe1, 0xed, 0xc9, 0x20, 0xc5, 0xe4,
      0x20, 0xc7, 0xe1, 0xcc, 0xd3, 0xd1, 0x20, 0xc3, 0xdb, 0xe1, 0xde, 0x2e,
    ]);
    const answers = await outcomes(
      files(
        ["one.txt", "Headline\n\nThe bridge was closed."],
        ["again.md", "Headline\n\nThe bridge was closed."],
        ["arabic.txt", arabic],
        ["picture.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
        ["paper.pdf", "%PDF-1.7"],
      ),
    );
    const short = answers.map((each) => [
      each.name,
      each.outcome,
      "encoding" in each ? each.encoding.label : undefined,
    ]);
    expect(short).toEqual([
      ["one.txt", "imported", "utf-8"],
      ["again.md", "duplicate", undefined],
      ["arabic.txt", "imported", "windows-1256"],
      ["picture.txt", "refused", undefined],
      ["paper.pdf", "refused", undefined],
    ]);
    expect(answers.filter((each) => each.outcome === "refused").every(({ reason }) => reason.length > 10)).toBe(true);
  });

  test("many are kept together and answered in their order, also those that are alike, refused, large or sent twice", async () => {
    const opId = newId(OpId);
    const report = (nth: number, more: object = {}) => ({
      title: `Many ${nth}`,
      text: `Many, number ${nth}.`,
      ...more,
    });
    const reports = Array.from({ length: 120 }, (_, nth) => report(nth));
    reports[3] = report(3, { opId });
    reports[7] = report(7, { text: "Many, number 2." });
    reports[60] = report(60, { text: `Many, number 60.\n\n${"A long report. ".repeat(60_000)}` });
    reports[61] = report(61, { text: "   " });
    reports[100] = report(3, { opId });
    const answers = await outcomes(json({ reports }));
    const [duplicate, refused, again] = [answers[7], answers[61], answers[100]];
    expect(answers).toHaveLength(120);
    expect(duplicate).toMatchObject({ outcome: "duplicate", title: "Many 2", same: "file" });
    expect(refused?.outcome).toBe("refused");
    expect(again).toMatchObject({ outcome: "imported", id: answers[3]?.outcome === "imported" && answers[3].id });
    for (const [nth, answer] of answers.entries()) {
      if (![7, 61, 100].includes(nth)) expect(answer).toMatchObject({ outcome: "imported", title: `Many ${nth}` });
    }
    for (const nth of [0, 60, 119]) {
      const answer = answers[nth];
      const opened = answer?.outcome === "imported" ? await openReport(editor, answer.id) : undefined;
      expect(opened?.ok && opened.value.report.text).toBe(reports[nth]?.text);
      expect(opened?.ok && opened.value.blocks.map(({ before, text }) => before + text).join("")).toBe(
        reports[nth]?.text.trimEnd(),
      );
    }
    const entries = await sql.rows(
      `select 1 from entry e join report r on r.id = e.report_id
        where e.did = 'imported-report' and r.project_id = $1 and r.title like 'Many %'`,
      [projectId],
    );
    expect(entries).toHaveLength(117);
    expect((await outcomes(json({ reports: reports.slice(0, 60) }))).map(({ outcome }) => outcome)).not.toContain(
      "refused",
    );
  });

  test("a report is called after its first line", async () => {
    expect(await outcomes(files(["x.md", "# Water rises\n\nAt Atbara."]))).toMatchObject([{ title: "Water rises" }]);
  });
});

test("only an editor imports; strangers find no project", async () => {
  const analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  const stranger = await aPerson(await aWorkspace(), { role: "admin" });
  const as = (actor: Actor) => importSent(actor, projectId, json({ title: "T", text: "Text." }));
  expect(await as(analyst)).toMatchObject({ failure: { kind: "forbidden", reason: "needs-editor" } });
  expect(await as(stranger)).toMatchObject({ failure: { kind: "not-found" } });
});

describe("the reports table", () => {
  const titlesOf = async (project: ProjectId, filters: Parameters<typeof listReports>[1]["filters"]) => {
    const page = await listReports(editor, { projectId: project, filters, limit: 50, after: undefined });
    return page.ok ? page.value.items.map(({ title }) => title) : page.failure.kind;
  };

  test("pages by key without gap or repetition, newest first", async () => {
    const project = await aProject(editor);
    for (let n = 0; n < 7; n += 1)
      await importSent(editor, project, json({ title: `Report ${n}`, text: `Text number ${n}.` }));
    const seen: string[] = [];
    let after: ReturnType<typeof tableCursorIn>;
    for (let page = 0; page < 4; page += 1) {
      const got = await listReports(editor, { projectId: project, filters: {}, limit: 3, after });
      if (!got.ok) throw new Error(got.failure.kind);
      seen.push(...got.value.items.map(({ title }) => title));
      if (!got.value.next) break;
      after = tableCursorIn(got.value.next);
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Report ${n}`));
  });

  test("narrows by state, outlet, language and day", async () => {
    const project = await aProject(editor);
    const add = (title: string, more: Record<string, unknown>) =>
      importSent(editor, project, json({ title, text: `${title} says this.`, ...more }));
    await add("A", { outlet: "Wire", language: "en", published: "2026-08-04" });
    await add("B", { outlet: "Courier", language: "fr", published: "2026-08-06T10:00:00+03:00" });
    expect(await titlesOf(project, { outlet: "Wire" })).toEqual(["A"]);
    expect(await titlesOf(project, { language: "fr" })).toEqual(["B"]);
    expect(await titlesOf(project, { from: "2026-08-05" })).toEqual(["B"]);
    expect(await titlesOf(project, { to: "2026-08-05" })).toEqual(["A"]);
    expect(await titlesOf(project, { state: "new" })).toEqual(["B", "A"]);
    expect(await titlesOf(project, { state: "closed" })).toEqual([]);
  });

  test("a report set aside says so, a duplicate names the other, and provenance can be corrected", async () => {
    const one = await imported("A first telling of it.");
    const two = await imported("A second telling of it.");
    const aside = await triageReport(editor, two.id, { triage: "duplicate of", duplicateOf: one.id });
    expect(aside).toMatchObject({ value: { state: "set aside", duplicateOf: one.id } });
    expect(await triageReport(editor, one.id, { triage: "duplicate of", duplicateOf: one.id })).toMatchObject({
      failure: { kind: "invalid" },
    });
    expect(await changeReport(editor, one.id, { outlet: "Sahel Wire", title: "Told first" })).toMatchObject({
      value: { title: "Told first", outlet: "Sahel Wire" },
    });
    const emptied = await changeReport(editor, one.id, { outlet: null });
    expect(emptied.ok && "outlet" in emptied.value).toBe(false);
  });
});
