import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ReportId, TagId } from "@/domain/ids";
import { ReportFilters } from "@/domain/report/report";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { archiveProject } from "@/server/operations/archive-project";
import { archiveReport, reopenReport, triageReport, unarchiveReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { openThread } from "@/server/operations/discuss";
import {
  deleteProject,
  deleteReport,
  listDeleted,
  listDeletedProjects,
  readTombstone,
} from "@/server/operations/erase";
import { listReports } from "@/server/operations/list-reports";
import { openReport } from "@/server/operations/open-report";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
/** A written tag's state, or why nothing was written. */
function inShort(result: Result<{ state: string }>): string {
  if (result.ok) return result.value.state;
  return result.failure.kind === "forbidden" ? result.failure.reason : result.failure.kind;
}
const kindOf = (result: Result<unknown>) => (result.ok ? "done" : result.failure.kind);

async function tagOn(actor: Actor, report: BuiltReport, words: string): Promise<TagId> {
  const id = TagId.parse(crypto.randomUUID());
  const answer = await changeTag(actor, report.reportId, putAnnotation(anAnnotation(report, words), id));
  expect(inShort(answer)).toContain("open");
  return id;
}

/** Two reports whose claims are linked, one accepted, a thread on the other. */
async function aDesk() {
  const admin = await aPerson(await aWorkspace(), { role: "admin" });
  const projectId = await aProject(admin);
  const ana = await joins(await aPerson(admin.workspaceId), projectId, "analyst");
  const [one, two] = [await aReport(admin, projectId), await aReport(admin, projectId)];
  const [claim, other] = [await tagOn(ana, one, firstWords(one)), await tagOn(ana, two, firstWords(two))];
  const link = TagId.parse(crypto.randomUUID());
  const linked = aRelation(other, { kind: "restates", to: claim });
  expect(inShort(await changeTag(ana, two.reportId, putRelation(linked, link)))).toContain("open");
  return { admin, ana, projectId, one, two, claim, other, link };
}

const firstWords = ({ text }: { text: string }) => text.split(/\s/).slice(0, 2).join(" ");

/** Every row anywhere that still names an id, but for the history and the tombstones. */
async function rowsNaming(id: string): Promise<string[]> {
  const columns = await sql.rows<{ table_name: string; column_name: string }>(
    `select c.table_name, c.column_name from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
        and c.table_name not in ('entry', 'tombstone')`,
  );
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const rows = await sql.rows(`select 1 from "${table}" where "${column}" = $1 limit 1`, [id]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const listed = async (actor: Actor, projectId: Parameters<typeof listDeleted>[1], archived?: "true") => {
  const filters = ReportFilters.parse(archived ? { archived } : {});
  const { items } = value(await listReports(actor, { projectId, filters, limit: 50, after: undefined }));
  return items.map(({ id }) => id);
};

describe("archiving", () => {
  test("a report leaves the table, closed, and comes back", async () => {
    const { admin, ana, projectId, one, two } = await aDesk();
    expect(kindOf(await archiveReport(ana, one.reportId))).toBe("forbidden");
    expect(value(await archiveReport(admin, one.reportId)).archivedAt).toBeDefined();
    expect(await listed(ana, projectId)).toEqual([two.reportId]);
    expect(await listed(ana, projectId, "true")).toEqual([one.reportId]);
    const late = putAnnotation(anAnnotation(one, firstWords(one)));
    expect(inShort(await changeTag(ana, one.reportId, late))).toBe("report-closed");
    expect(value(await unarchiveReport(admin, one.reportId)).archivedAt).toBeUndefined();
    await archiveReport(admin, one.reportId);
    await reopenReport(admin, one.reportId);
    expect(new Set(await listed(ana, projectId))).toEqual(new Set([one.reportId, two.reportId]));
    expect(inShort(await changeTag(ana, one.reportId, late))).toContain("open");
  });

  test("nothing changes in an archived project until it is brought back", async () => {
    const { admin, ana, projectId, one, claim } = await aDesk();
    expect(value(await archiveProject(admin, projectId, true)).archivedAt).toBeDefined();
    const late = putAnnotation(anAnnotation(one, firstWords(one)));
    expect(inShort(await changeTag(ana, one.reportId, late))).toBe("project-archived");
    const accepting = { decision: "accept" as const, version: 1, reason: "" };
    expect(await decideOnTag(admin, { id: claim, type: "annotation" }, accepting)).toMatchObject({
      failure: { reason: "project-archived" },
    });
    expect(value(await openReport(ana, one.reportId)).report.id).toBe(one.reportId);
    await archiveProject(admin, projectId, false);
    expect(inShort(await changeTag(ana, one.reportId, late))).toContain("open");
  });
});

describe("deleting a report", () => {
  test("takes everything on it, links from other reports too, and leaves a tombstone", async () => {
    const { admin, ana, projectId, one, two, claim, other, link } = await aDesk();
    value(await openThread(ana, one.reportId, { target: { on: "tag", tagId: claim }, body: "Who says so?" }));
    value(await triageReport(ana, two.reportId, { triage: "duplicate of", duplicateOf: one.reportId }));
    expect(kindOf(await deleteReport(ana, one.reportId, { reason: "Mine", accepted: 0 }))).toBe("forbidden");
    const stone = value(await deleteReport(admin, one.reportId, { reason: "Imported twice.", accepted: 0 }));
    expect(stone).toMatchObject({
      kind: "report",
      reason: "Imported twice.",
      by: admin.userId,
      counts: { reports: 1, annotations: 1, links: 1, accepted: 0, comments: 1 },
    });
    for (const id of [one.reportId, claim, link, one.revisionId]) expect(await rowsNaming(id), id).toEqual([]);
    expect(await rowsNaming(other)).not.toEqual([]);
    expect(value(await openReport(ana, two.reportId)).report.triage).toBe("untriaged");
    expect(value(await listDeleted(ana, projectId)).items).toEqual([stone]);
    expect(value(await readTombstone(ana, one.reportId))).toEqual(stone);
    const entries = await sql.rows("select did from entry where report_id = $1 order by id", [one.reportId]);
    expect(entries.at(0)).toMatchObject({ did: "tagged" });
    expect(entries.at(-1)).toMatchObject({ did: "deleted-report" });
  });

  test("accepted tags go only with somebody who knows how many", async () => {
    const { admin, one, claim } = await aDesk();
    value(await decideOnTag(admin, { id: claim, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    const unaware = await deleteReport(admin, one.reportId, { reason: "Twice", accepted: 0 });
    expect(unaware).toMatchObject({ failure: { kind: "conflict", current: { accepted: 1 } } });
    expect(await rowsNaming(claim)).not.toEqual([]);
    expect(kindOf(await deleteReport(admin, one.reportId, { reason: "Twice", accepted: 2 }))).toBe("conflict");
    expect(kindOf(await deleteReport(admin, one.reportId, { reason: "Twice", accepted: 1 }))).toBe("done");
  });

  test("the same file can be imported again", async () => {
    const { admin, projectId, one } = await aDesk();
    await deleteReport(admin, one.reportId, { reason: "Wrong outlet", accepted: 0 });
    const again = await aReport(admin, projectId, { text: one.text });
    expect(again.reportId).not.toBe(one.reportId as ReportId);
  });

  test("other ways to take rows out of the past stay shut", async () => {
    const { claim } = await aDesk();
    await expect(sql.rows("delete from tag_version where tag_id = $1", [claim])).rejects.toThrow(/append-only/);
  });
});

test("deleting a project takes everything in it; only an admin may, and sees what was deleted", async () => {
  const { admin, projectId, one, claim } = await aDesk();
  const editor = await joins(await aPerson(admin.workspaceId), projectId, "editor");
  expect(kindOf(await deleteProject(editor, projectId, { reason: "Done", accepted: 0 }))).toBe("forbidden");
  const stone = value(await deleteProject(admin, projectId, { reason: "Set up by mistake.", accepted: 0 }));
  expect(stone.counts).toMatchObject({ reports: 2, annotations: 2, links: 1 });
  for (const id of [projectId, one.reportId, claim]) expect(await rowsNaming(id), id).toEqual([]);
  expect(value(await listDeletedProjects(admin)).items).toEqual([stone]);
  expect(kindOf(await listDeletedProjects(editor))).toBe("forbidden");
});
