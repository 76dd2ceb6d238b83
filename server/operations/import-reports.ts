import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ReportField } from "@/domain/codebook/codebook";
import { type Failure, fail, ok, type Problem, type Result } from "@/domain/failure";
import { type ProjectId, ReportId, RevisionId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { fieldProblems, fieldsAsWritten } from "@/domain/report/field-problems";
import type { ImportOutcome } from "@/domain/report/import-outcome";
import { currentCodebook } from "@/server/data/codebooks";
import { remember } from "@/server/data/entries";
import { addReports, type NewReport, reportOfOperation, sameReport } from "@/server/data/new-reports";
import { findProject } from "@/server/data/projects";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { type BlockPart, partsOf } from "@/server/import/block-parts";
import type { Incoming } from "@/server/import/incoming";
import type { ReadReport } from "@/server/import/read-report";
import { type Reading, readIncoming } from "@/server/import/read-sent";
import { newId } from "@/server/new-id";

/** A report that was read, and its blocks, which may come from another thread, from the first one on when asked. */
export type Readable = Omit<Extract<Reading, { is: "report" }>, "report"> & {
  report: Omit<ReadReport, "blocks">;
  parts: () => Iterable<BlockPart> | AsyncIterable<BlockPart>;
};

type Imported = Extract<ImportOutcome, { outcome: "imported" }>;
type Duplicate = Extract<ImportOutcome, { outcome: "duplicate" }>;
export type ImportAnswer =
  | Exclude<ImportOutcome, { outcome: "refused" }>
  | (Extract<ImportOutcome, { outcome: "refused" }> & { problem: Problem })
  /** Its turn came when the database could no longer keep anything; others before it are kept. */
  | { outcome: "interrupted"; name: string; failure: Failure };

/** The project that this person may import into. */
export async function openImport(actor: Actor, projectId: ProjectId): Promise<Result<Project>> {
  const standing = await standingIn(sql, actor, projectId);
  const project = await findProject(sql, actor, projectId);
  if (!standing || !project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "import");
  return refusal ? fail(refusal) : ok(project);
}

/** Imports decoded texts one after the other, reading them here: for commands, where nobody else waits. */
export async function importReports(
  actor: Actor,
  projectId: ProjectId,
  incoming: readonly Incoming[],
): Promise<Result<ImportAnswer[]>> {
  const project = await openImport(actor, projectId);
  if (!project.ok) return project;
  const answers: ImportAnswer[] = [];
  for (const each of incoming) {
    const reading = readIncoming(each, project.value.languages);
    const answer = await importRead(actor, projectId, reading.is === "report" ? readable(reading) : reading);
    if (!answer.ok) return answer;
    answers.push(answer.value);
  }
  return ok(answers);
}

const readable = ({ report: { blocks, ...report }, ...rest }: Extract<Reading, { is: "report" }>): Readable => ({
  ...rest,
  report,
  parts: () => partsOf(blocks),
});

/**
 * Keeps what was read, in a transaction of its own, or passes on why not: what was imported before something refused
 * stays. The same operation again is answered as the first time.
 */
export async function importRead(
  actor: Actor,
  projectId: ProjectId,
  read: Readable | Exclude<Reading, { is: "report" }>,
): Promise<Result<ImportAnswer>> {
  switch (read.is) {
    case "refused":
      return ok({ outcome: "refused", ...read.refused, problem: read.problem });
    case "unsure":
      return ok({ outcome: "unsure", name: read.name, encoding: read.encoding });
    case "report": {
      const [fit = { read }] = await fitted(actor, projectId, [read]);
      if (fit.misfit) return ok(fit.misfit);
      return inTransaction<Imported | Duplicate>(actor.workspaceId, (tx) => keep(tx, actor, projectId, fit.read));
    }
  }
}

/**
 * Keeps several reports in one transaction, answered in their order. What is there already, or alike among them, is
 * looked at for itself afterwards. From the first that can't be kept on, all are answered as interrupted.
 */
export async function importTogether(
  actor: Actor,
  projectId: ProjectId,
  reads: readonly Readable[],
): Promise<ImportAnswer[]> {
  const fits = await fitted(actor, projectId, reads);
  const all = fits.map(({ read, misfit }) => ({ read, added: newReport(projectId, read), misfit }));
  const added = all.filter((each) => !each.misfit).map((each) => each.added);
  const kept = await inTransaction(actor.workspaceId, async (tx) => ok(await keepAll(tx, actor, projectId, added)));
  const answers: ImportAnswer[] = [];
  let failure: Failure | undefined = kept.ok ? undefined : kept.failure;
  for (const { read, added: report, misfit: refused } of all) {
    if (refused) {
      answers.push(refused);
      continue;
    }
    if (kept.ok && kept.value.has(report.id)) {
      answers.push(importedAs(read, report));
      continue;
    }
    const answer = failure ? fail(failure) : await importRead(actor, projectId, read);
    if (!answer.ok) failure = answer.failure;
    answers.push(
      answer.ok ? answer.value : { outcome: "interrupted", name: read.incoming.name, failure: answer.failure },
    );
  }
  return answers;
}

type Fit = { read: Readable; misfit?: Extract<ImportAnswer, { outcome: "refused" }> };

/** Reports with their fields as the codebook has them; of one that it has no place for nothing is kept. */
async function fitted(actor: Actor, projectId: ProjectId, reads: readonly Readable[]): Promise<Fit[]> {
  if (reads.every(({ incoming }) => incoming.put.fields === undefined)) return reads.map((read) => ({ read }));
  const { reportFields = [] } = (await currentCodebook(sql, actor.workspaceId, projectId)) ?? {};
  return reads.map((read) => {
    const { name, put, cells } = read.incoming;
    const fields = cells ? fieldsAsWritten(put.fields ?? {}, reportFields) : (put.fields ?? {});
    const [problem] = fieldProblems(fields, reportFields);
    if (problem)
      return { read, misfit: { outcome: "refused", name, reason: reasonOf(problem, reportFields), problem } };
    return { read: { ...read, incoming: { ...read.incoming, put: { ...put, fields } } } };
  });
}

/** Of a row it has to be said which of its cells is wrong. */
function reasonOf({ field, reason }: Problem, fields: readonly ReportField[]): string {
  const name = fields.find(({ slug }) => field === `fields.${slug}`)?.name;
  return name === undefined ? reason : `${name}: ${reason}`;
}

async function keepAll(tx: Tx, actor: Actor, projectId: ProjectId, added: readonly NewReport[]) {
  const kept = await addReports(tx, actor, projectId, added);
  const by = actor.userId;
  const those = added.filter(({ id }) => kept.has(id));
  await remember(tx, ...those.map(({ id }) => ({ by, did: "imported-report" as const, projectId, reportId: id })));
  return kept;
}

const importedAs = ({ incoming, report }: Readable, { id, provenance }: NewReport): Imported =>
  imported(incoming, report, { id, title: provenance.title });

function newReport(projectId: ProjectId, { incoming, report, parts }: Readable): NewReport {
  const { opId, mediaType, fields = {}, ...provenance } = incoming.put;
  return {
    id: newId(ReportId),
    projectId,
    revisionId: newId(RevisionId),
    opId,
    provenance,
    fields,
    read: report,
    parts,
    encoding: incoming.encoding,
    encodingBasis: incoming.reading?.basis ?? "certain",
    mediaType: incoming.mediaType ?? mediaType,
    fileName: incoming.fileName,
  };
}

async function keep(tx: Tx, actor: Actor, projectId: ProjectId, read: Readable): Promise<Result<Imported | Duplicate>> {
  const { incoming, report } = read;
  const { opId } = incoming.put;
  const added = newReport(projectId, read);
  if ((await keepAll(tx, actor, projectId, [added])).size > 0) return ok(importedAs(read, added));
  const first = opId && (await reportOfOperation(tx, projectId, opId));
  if (first) return ok(imported(incoming, report, first));
  const known = await sameReport(tx, projectId, report);
  return known
    ? ok({ outcome: "duplicate", name: incoming.name, ...known })
    : fail({ kind: "unavailable", reason: "busy" });
}

const imported = (
  { name, encoding, reading }: Readable["incoming"],
  { language, languageGuessed, extraction }: Readable["report"],
  { id, title }: { id: ReportId; title: string },
): Imported => {
  const { basis: _, ...read } = reading ?? { basis: "certain", label: encoding, certain: true, alternatives: [] };
  return {
    outcome: "imported",
    name,
    id,
    title,
    encoding: read,
    language: { tag: language, guessed: languageGuessed },
    document: { extractor: extraction.extractor, warnings: extraction.warnings, found: extraction.found },
  };
};
