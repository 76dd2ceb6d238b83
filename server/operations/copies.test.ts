import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { CopyState } from "@/domain/copies/copy-values";
import type { Failure, Result } from "@/domain/failure";
import { CopyId, OpId, type ProjectId, type ReportId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { reportsTogether } from "@/server/data/releases/holdings";
import { copiesFound } from "@/server/data/search/caught-up.fixture";
import { sql } from "@/server/data/transaction";
import { importSent } from "@/server/import/sent";
import { newId } from "@/server/new-id";
import { makeEvent } from "@/server/operations/change-events";
import { archiveReport } from "@/server/operations/change-report";
import { changeTags } from "@/server/operations/change-tags";
import { decideCopy, listCopies, readCopy, takeTagsOver } from "@/server/operations/copies";
import { decideOnTag } from "@/server/operations/decide-tags";
import { deleteReport } from "@/server/operations/erase";
import { openReport } from "@/server/operations/open-report";
import { listSuggestions } from "@/server/operations/propose-tags";
import { readEvent } from "@/server/operations/read-events";

let editor: Actor;
let reviewer: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
beforeEach(async () => {
  projectId = await aProject(editor);
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const failure = (result: Result<unknown>): Failure["kind"] | "ok" => (result.ok ? "ok" : result.failure.kind);

const wire = () => `Shelling hit the northern gate of Hama on Monday morning, killing three people, residents said.

“We carried them to the clinic on doors,” a doctor said by telephone on condition of anonymity. ${newId(OpId)}`;

async function imported(text: string, more: Record<string, unknown> = {}): Promise<ReportId> {
  const request = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title: "Shelling in Hama", text, ...more }),
  });
  const done = value(await importSent(editor, projectId, request)).body;
  if (!("id" in done)) throw new Error("A list.");
  return done.id;
}

const listed = async (state?: CopyState, reports?: ReportId[]) => {
  await copiesFound(editor.workspaceId);
  return value(await listCopies(editor, { projectId, state, reports, after: undefined, limit: 50 }));
};
const pairs = async (state?: CopyState) =>
  (await listed(state)).items.map(({ copy, original }) => [copy.reportId, original.reportId]);

/** Two reports of one wire, and the pair that was found. */
async function aPair() {
  const text = wire();
  const original = await imported(text, { outlet: "Wire" });
  const copy = await imported(`HAMA AGAIN\n\n${text}`, { outlet: "Hama Post", title: "Hama again" });
  const [found] = (await listed()).items;
  if (!found) throw new Error("No pair was found.");
  return { original, copy, found };
}

describe("what is imported", () => {
  test("is proposed as a copy of what it shares its words with, with how many of whose words", async () => {
    const { original, copy, found } = await aPair();
    expect(found).toMatchObject({
      state: "proposed",
      copy: { reportId: copy, title: "Hama again", outlet: "Hama Post" },
      original: { reportId: original, outlet: "Wire" },
    });
    expect(found.original.shared).toBe(found.original.words);
    expect(found.copy.words).toBe(found.original.words + 2);
    const { passages } = value(await readCopy(editor, { projectId, id: found.id }));
    const [there, here] = [value(await openReport(editor, original)), value(await openReport(editor, copy))];
    expect(passages).toHaveLength(1);
    for (const { copy: at, original: from, length } of passages)
      expect(Array.from(here.report.text).slice(at, at + length)).toEqual(
        Array.from(there.report.text).slice(from, from + length),
      );
  });

  test("the report that was published first is the original, whenever it came", async () => {
    const text = wire();
    const late = await imported(text, { published: "2026-11-02" });
    const early = await imported(`First\n\n${text}`, { published: "2026-11-01T08:00:00Z" });
    expect(await pairs()).toEqual([[late, early]]);
  });

  test("is not compared across projects, with archived reports, nor with what is written otherwise", async () => {
    const text = wire();
    const other = await imported(text);
    value(await archiveReport(editor, other));
    await imported(`Again\n\n${text}`);
    await imported(`Three people were killed near the gate in Hama when shells fell early on Monday. ${newId(OpId)}`);
    const here = projectId;
    projectId = await aProject(editor);
    await imported(`Elsewhere\n\n${text}`);
    expect(await pairs()).toEqual([]);
    projectId = here;
    expect(await pairs()).toEqual([]);
  });

  test("many copies of one wire are each asked about once, not each with all others", async () => {
    const text = wire();
    for (let nth = 0; nth < 5; nth += 1) await imported(`Number ${nth}\n\n${text}`);
    const found = await pairs();
    expect(found.length).toBeLessThanOrEqual(7);
    expect(new Set(found.flat()).size).toBe(5);
  });

  test("is said to wait until it was compared", async () => {
    const id = await imported(wire());
    const asked = { projectId, state: undefined, reports: [id], after: undefined, limit: 50 };
    expect(value(await listCopies(editor, asked)).waiting).toBe(1);
    expect((await listed(undefined, [id])).waiting).toBe(0);
  });

  test("reports that were there before are compared when the history is read from its beginning, once", async () => {
    const { found } = await aPair();
    for (const table of ["report_copy", "report_shingle", "report_sketch", "copy_position"])
      await sql.rows(`delete from ${table} where workspace_id = $1`, [editor.workspaceId]);
    expect((await listed()).items).toMatchObject([{ copy: found.copy, original: found.original }]);
    await sql.rows("delete from copy_position where workspace_id = $1", [editor.workspaceId]);
    expect((await listed()).items).toHaveLength(1);
  });
});

describe("a decision", () => {
  test("is remembered: what was refused is not asked about again", async () => {
    const { found, copy } = await aPair();
    value(await decideCopy(editor, { projectId, id: found.id }, { state: "refused" }));
    await sql.rows("delete from copy_position where workspace_id = $1", [editor.workspaceId]);
    expect(await pairs("proposed")).toEqual([]);
    expect((await listed("refused")).items).toMatchObject([{ id: found.id, by: editor.userId }]);
    const lines = await sql.rows("select did from entry where report_id = $1 and did like '%copy'", [copy]);
    expect(lines).toEqual([{ did: "refused-copy" }]);
  });

  test("may say that it is the other way round, but never in a circle", async () => {
    const { found, copy, original } = await aPair();
    const at = { projectId, id: found.id };
    expect(value(await decideCopy(editor, at, { state: "confirmed", original: copy }))).toMatchObject({
      copy: { reportId: original },
      original: { reportId: copy },
    });
    value(await decideCopy(editor, at, { state: "confirmed", original }));
    await sql.rows("update report_copy set state = 'confirmed' where workspace_id = $1 and id = $2", [
      editor.workspaceId,
      found.id,
    ]);
    const third = await imported(`Third\n\n${value(await openReport(editor, copy)).report.text}`);
    const more = (await listed("proposed")).items.filter((each) => each.copy.reportId === third);
    const onCopy = more.find((each) => each.original.reportId === copy) ?? more[0];
    if (!onCopy) throw new Error("No further pair was found.");
    value(await decideCopy(editor, { projectId, id: onCopy.id }, { state: "confirmed", original: third }));
    const closing = more.find(({ id }) => id !== onCopy.id);
    if (closing)
      expect(failure(await decideCopy(editor, { projectId, id: closing.id }, { state: "confirmed" }))).toBe("invalid");
    expect(failure(await decideCopy(editor, at, { state: "confirmed", original: third }))).toBe("invalid");
  });

  test("of a colleague is told instead of being overruled unseen", async () => {
    const { found } = await aPair();
    const at = { projectId, id: found.id };
    value(await decideCopy(editor, at, { state: "refused", seen: "proposed" }));
    expect(await decideCopy(editor, at, { state: "confirmed", seen: "proposed" })).toMatchObject({
      failure: { kind: "conflict", current: { state: "refused" }, changed: { by: editor.userId } },
    });
  });

  test("is an editor's; strangers and other projects find nothing", async () => {
    const { found } = await aPair();
    const stranger = await aPerson(await aWorkspace(), { role: "admin" });
    const at = { projectId, id: found.id };
    expect(failure(await decideCopy(reviewer, at, { state: "refused" }))).toBe("forbidden");
    expect(failure(await decideCopy(stranger, at, { state: "refused" }))).toBe("not-found");
    const elsewhere = { projectId: await aProject(editor), id: found.id };
    expect(failure(await readCopy(editor, elsewhere))).toBe("not-found");
    expect(failure(await decideCopy(editor, { projectId, id: newId(CopyId) }, { state: "refused" }))).toBe("not-found");
  });

  test("goes with its reports when one is deleted", async () => {
    const { original } = await aPair();
    value(await deleteReport(editor, original, { reason: "Asked for.", accepted: 0 }));
    expect((await listed()).items).toEqual([]);
    const left = await sql.rows("select 1 from report_shingle where report_id = $1", [original]);
    expect(left).toEqual([]);
  });

  test("keeps copies together in a release unless they were refused", async () => {
    const { original, copy, found } = await aPair();
    const asked = { actor: editor, projectId, standing: { role: "editor", mode: "shared" } } as const;
    const together = async () =>
      (await reportsTogether(sql, { ...asked, reportId: undefined, states: [], kinds: null, comments: false })).map(
        (ids) => ids.toSorted(),
      );
    expect(await together()).toEqual([[original, copy].toSorted()]);
    value(await decideCopy(editor, { projectId, id: found.id }, { state: "refused" }));
    expect(await together()).toEqual([]);
  });
});

const happened = { kind: "event", polarity: "affirmed", certainty: "certain", standing: "asserted" } as const;

async function tagged(reportId: ReportId, quote: string, more: Parameters<typeof anAnnotation>[2] = {}) {
  const { report } = value(await openReport(editor, reportId));
  const id = newId(TagId);
  const body = anAnnotation({ revisionId: report.revisionId, text: report.text }, quote, more);
  const [answer] = value(await changeTags(editor, reportId, [putAnnotation(body, id)]));
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return id;
}

describe("tags of an original", () => {
  test("are suggested on the same words of a confirmed copy; what has no place there is listed", async () => {
    const { original, copy, found } = await aPair();
    const claim = await tagged(original, "Shelling hit the northern gate", {
      attributes: { ...happened, credibility: 2 },
    });
    await tagged(original, "Hama", { kind: "place" });
    await tagged(original, value(await openReport(editor, original)).report.text.slice(-36), { kind: "source" });
    const at = { projectId, id: found.id };
    expect(failure(await takeTagsOver(editor, at))).toBe("invalid");
    value(await decideCopy(editor, at, { state: "confirmed" }));
    expect(value(await takeTagsOver(editor, at))).toEqual({ proposed: 3, unplaced: [] });
    const { items } = value(await listSuggestions(editor, copy));
    const mine = items.filter(({ engine }) => engine === "copy");
    expect(mine).toHaveLength(3);
    expect(mine.find(({ key }) => key === claim)).toMatchObject({ attributes: happened, reason: { rule: "copied" } });
    expect(mine.flatMap(({ spans }) => spans.map(({ quote }) => quote))).toContain("Hama");
    value(await takeTagsOver(editor, at));
    expect(value(await listSuggestions(editor, copy)).items.filter(({ engine }) => engine === "copy")).toHaveLength(3);
  });

  test("of blind colleagues are not taken over: each has their own", async () => {
    projectId = await aProject(editor, { mode: "independent" });
    const [ana, ben] = await Promise.all(
      ["ana", "ben"].map(async () => joins(await aPerson(editor.workspaceId), projectId, "analyst")),
    );
    if (!ana || !ben) throw new Error("Two analysts.");
    const { original, copy, found } = await aPair();
    value(await decideCopy(editor, { projectId, id: found.id }, { state: "confirmed" }));
    const { report } = value(await openReport(ana, original));
    const body = anAnnotation({ revisionId: report.revisionId, text: report.text }, "northern gate");
    value(await changeTags(ana, original, [putAnnotation(body)]));
    expect(value(await takeTagsOver(ben, { projectId, id: found.id }))).toEqual({ proposed: 0, unplaced: [] });
    expect(value(await takeTagsOver(ana, { projectId, id: found.id })).proposed).toBe(1);
    const copied = async (who: Actor) =>
      value(await listSuggestions(who, copy)).items.filter(({ engine }) => engine === "copy").length;
    expect([await copied(ana), await copied(ben), await copied(editor)]).toEqual([1, 0, 0]);
  });
});

test("claims of a copy and its original are one origin, and the event is open again when that changes", async () => {
  const { original, copy, found } = await aPair();
  const claims = await Promise.all(
    [original, copy].map((id) => tagged(id, "Shelling hit the northern gate", { attributes: happened })),
  );
  for (const id of claims)
    value(await decideOnTag(reviewer, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
  const content = { title: "Shelling", claims: claims.map((id) => ({ id, part: "supports" as const })) };
  const event = value(await makeEvent(editor, projectId, content));
  const now = async () => value(await readEvent(editor, event.id)).event;
  expect((await now()).derived.corroboration).toMatchObject({ independent: 2 });
  value(await decideCopy(editor, { projectId, id: found.id }, { state: "confirmed" }));
  const after = await now();
  expect(after.derived.corroboration).toMatchObject({ state: "single origin", independent: 1 });
  expect(after.version).toBe(event.version + 1);
  value(await decideCopy(editor, { projectId, id: found.id }, { state: "proposed" }));
  expect((await now()).derived.corroboration).toMatchObject({ independent: 2 });
});
