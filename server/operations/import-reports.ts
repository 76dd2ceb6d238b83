import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Problem, type Result } from "@/domain/failure";
import { type ProjectId, ReportId, RevisionId } from "@/domain/ids";
import type { ImportOutcome, Provenance, PutReport } from "@/domain/report/report";
import { remember } from "@/server/data/entries";
import { findProject } from "@/server/data/projects";
import { addReport, sameReport } from "@/server/data/reports";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { type ReadReport, readReport } from "@/server/import/read-report";
import { newId } from "@/server/new-id";

/** Something to import: its words about itself, its decoded text, and the bytes it came as. */
export type Incoming = {
  /** What the result calls it: the file's name or the title. */
  name: string;
  put: PutReport;
  bytes: Uint8Array;
  encoding: string;
  fileName: string | undefined;
};

type Imported = Extract<ImportOutcome, { outcome: "imported" }>;
type Duplicate = Extract<ImportOutcome, { outcome: "duplicate" }>;
export type ImportAnswer =
  | Imported
  | Duplicate
  | (Extract<ImportOutcome, { outcome: "refused" }> & { problem: Problem });

/**
 * Imports reports one after the other, each in a transaction of its own and answered for itself: what was imported
 * before a refused one stays.
 */
export async function importReports(
  actor: Actor,
  projectId: ProjectId,
  incoming: readonly Incoming[],
): Promise<Result<ImportAnswer[]>> {
  const standing = await standingIn(sql, actor, projectId);
  const project = await findProject(sql, actor, projectId);
  if (!standing || !project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "import");
  if (refusal) return fail(refusal);

  const answers: ImportAnswer[] = [];
  for (const each of incoming) {
    const read = readReport(each.put, each.bytes, project.languages);
    if (!read.ok) {
      const { problem, line } = read;
      answers.push({ outcome: "refused", name: each.name, reason: problem.reason, line, problem });
      continue;
    }
    const kept = await keep(actor, projectId, each, read.report);
    if (!kept.ok) return kept;
    answers.push(kept.value);
  }
  return ok(answers);
}

function keep(actor: Actor, projectId: ProjectId, { name, put, encoding, fileName }: Incoming, read: ReadReport) {
  return inTransaction<Imported | Duplicate>(actor.workspaceId, async (tx) => {
    const { text: _text, mediaType, ...provenance } = put;
    const id = newId(ReportId);
    const revisionId = newId(RevisionId);
    const kept: Provenance = provenance;
    const added = await addReport(tx, actor, {
      id,
      projectId,
      revisionId,
      provenance: kept,
      read,
      encoding,
      mediaType,
      fileName,
    });
    if (!added) {
      const known = await sameReport(tx, actor, projectId, read);
      return known ? ok({ outcome: "duplicate", name, ...known }) : fail({ kind: "unavailable", reason: "busy" });
    }
    await remember(tx, { by: actor.userId, did: "imported-report", projectId, reportId: id });
    return ok({ outcome: "imported", name, id, title: put.title, encoding });
  });
}
