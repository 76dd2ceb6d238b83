import { expect, test } from "vitest";
import { scopes } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { Project, ProjectRole, WorkspaceRole } from "@/domain/project/project";
import { Block, ReportRow } from "@/domain/report/report";
import { tagStates } from "@/domain/tag/tag";
import { decisions } from "@/domain/verdict";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { remember } from "@/server/data/entries";
import { inTransaction, sql } from "@/server/data/transaction";

/** The words of a check in the database, as it tells them back. */
async function wordsOf(constraint: string): Promise<string[]> {
  const [row] = await sql.rows<{ said: string }>(
    "select pg_get_constraintdef(oid) as said from pg_constraint where conname = $1",
    [constraint],
  );
  return [...(row?.said ?? "").matchAll(/'([^']+)'::text/g)].map(([, word]) => word ?? "").sort();
}

test.each<{ constraint: string; words: readonly string[] }>([
  { constraint: "workspace_member_role", words: WorkspaceRole.options },
  { constraint: "token_scopes", words: scopes },
  { constraint: "project_mode", words: Project.shape.mode.options },
  { constraint: "project_member_role", words: ProjectRole.options },
  { constraint: "report_direction", words: ReportRow.shape.direction.options },
  { constraint: "report_triage", words: ReportRow.shape.triage.options },
  { constraint: "report_state", words: ReportRow.shape.state.options },
  { constraint: "block_type", words: Block.shape.type.options },
  { constraint: "tag_state", words: tagStates },
  { constraint: "tag_version_state", words: tagStates },
  { constraint: "verdict_decision", words: decisions },
])("$constraint knows the same words as the domain", async ({ constraint, words }) => {
  expect(await wordsOf(constraint)).toEqual([...words].sort());
});

async function aWrittenReport() {
  const by = await aPerson(await aWorkspace());
  const projectId = await aProject(by);
  const { reportId } = await aReport(by, projectId);
  await inTransaction(by.workspaceId, async (tx) => {
    await remember(tx, { by: by.userId, did: "imported-report", projectId, reportId });
    return ok(undefined);
  });
  return { by, projectId, reportId };
}

test.each(["update entry set did = 'exported' where workspace_id = $1", "delete from entry where workspace_id = $1"])(
  "history is not rewritten: %s",
  async (attempt) => {
    const { by } = await aWrittenReport();
    await expect(sql.rows(attempt, [by.workspaceId])).rejects.toThrow("append-only");
  },
);

const insert = `insert into tag (workspace_id, id, project_id, report_id, type, kind, layer, state, version, span_start,
    span_end, from_id, to_article, created_by, updated_by)
  values ($1, gen_random_uuid(), $2, $3, $5, 'claim', $6, 'open', 1, $7, $8, $9, $10, $4, $4)`;

test.each([
  { what: "an empty span", values: ["annotation", "shared", 4, 4, null, false], rule: "tag_span" },
  { what: "a span before the text", values: ["annotation", "shared", -1, 4, null, false], rule: "tag_span" },
  { what: "an annotation without a span", values: ["annotation", "shared", null, null, null, false], rule: "tag_span" },
  { what: "a relation from nothing", values: ["relation", "shared", null, null, null, true], rule: "tag_ends" },
  { what: "a layer of nobody", values: ["annotation", "analyst:me", 0, 4, null, false], rule: "tag_layer" },
])("the database itself refuses $what", async ({ values, rule }) => {
  const { by, projectId, reportId } = await aWrittenReport();
  await expect(sql.rows(insert, [by.workspaceId, projectId, reportId, by.userId, ...values])).rejects.toThrow(rule);
});
