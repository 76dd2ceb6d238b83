import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type Failure, fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { ImportResult } from "@/domain/report/import-outcome";
import type { Report } from "@/domain/report/report";
import { readChunks, refusalOfType } from "@/server/http/body";
import { refused } from "@/server/http/each";
import type { BlockPart } from "@/server/import/block-parts";
import type { Reading } from "@/server/import/read-sent";
import { uploadLimit } from "@/server/import/upload";
import type { Answer } from "@/server/import/workshop/messages";
import { inWorkshop, partsIn, type Turn } from "@/server/import/workshop/workshop";
import {
  type ImportAnswer,
  importRead,
  importTogether,
  openImport,
  type Readable,
} from "@/server/operations/import-reports";
import { justImported } from "@/server/operations/open-report";

type Sent = { status: number; body: Report | { results: ImportResult[] } };

/**
 * Imports what a request brings: one report, several, or files. The body is read in the workshop; this thread only
 * passes on bytes and rows.
 */
export async function importSent(actor: Actor, projectId: ProjectId, request: Request): Promise<Result<Sent>> {
  const type = request.headers.get("content-type") ?? "";
  const unsupported = type.startsWith("multipart/form-data") ? undefined : refusalOfType(request.headers);
  if (unsupported) return unsupported;
  const project = await openImport(actor, projectId);
  if (!project.ok) return project;
  const body = await readChunks(request, uploadLimit);
  if (!body.ok) return body;
  const { chunks, length } = body.value;
  const imported = await inWorkshop(length, async (turn) => {
    await hand(turn, chunks);
    const opened = await turn.ask({ ask: "open", type, languages: project.value.languages });
    if (opened.is === "refused-all") return fail(opened.failure);
    if (opened.is !== "opened") throw broken(opened);
    const answers = await importEach(actor, projectId, turn);
    return answers.ok ? ok({ alone: opened.alone, answers: answers.value }) : answers;
  });
  if (!imported.ok) return imported;
  const { alone, answers } = imported.value;
  return alone ? answerAlone(actor, answers) : ok({ status: 200, body: { results: answers.map(resultOf) } });
}

/** A body goes over in pieces: handing over all of it at once would hold up everybody. */
async function hand(turn: Turn, chunks: Uint8Array[]): Promise<void> {
  while (chunks.length > 0) {
    const piece: Uint8Array[] = [];
    for (let length = 0; length < handful; ) {
      const chunk = chunks.shift();
      if (!chunk) break;
      piece.push(chunk);
      length += chunk.byteLength;
    }
    await turn.ask({ ask: "take", chunks: piece });
  }
}

const handful = 1024 * 1024;

/** Small reports are kept so many at a time, or so many bytes of them; a large one is kept alone, part by part. */
const most = { reports: 50, bytes: 512 * 1024 };

/**
 * Imports run after run; while small reports are being kept, the next ones are read. When one can't be kept and others
 * were, the answer still says which: it and those after it are left out, and may be sent again with the others, which
 * are known then.
 */
async function importEach(actor: Actor, projectId: ProjectId, turn: Turn): Promise<Result<ImportAnswer[]>> {
  const answers: ImportAnswer[] = [];
  let failure: Failure | undefined;
  const take = (kept: readonly ImportAnswer[]) => {
    answers.push(...kept);
    failure ??= kept.find((answer) => answer.outcome === "interrupted")?.failure;
  };
  let keeping: Promise<ImportAnswer[]> = Promise.resolve([]);
  for await (const run of runsIn(turn)) {
    take(await keeping);
    keeping = failure ? Promise.resolve(interrupted(run, failure)) : keepRun(actor, projectId, run);
    // What went wrong is heard when the next run is there, or at the end.
    keeping.catch(() => undefined);
    if ("alone" in run) await keeping;
  }
  take(await keeping);
  return failure && !answers.some(({ outcome }) => outcome === "imported") ? fail(failure) : ok(answers);
}

async function keepRun(actor: Actor, projectId: ProjectId, run: Run): Promise<ImportAnswer[]> {
  if ("small" in run && run.small.length > 1) return importTogether(actor, projectId, run.small);
  const only = "alone" in run ? run.alone : run.small[0];
  if (!only) return [];
  const answer = await importRead(actor, projectId, only);
  return answer.ok ? [answer.value] : interrupted(run, answer.failure);
}

const interrupted = (run: Run, failure: Failure): ImportAnswer[] =>
  ("alone" in run ? [run.alone] : run.small).map((thing) => ({ outcome: "interrupted", name: nameOf(thing), failure }));

async function allParts(turn: Turn): Promise<Readable["parts"]> {
  const parts: BlockPart[] = [];
  for await (const part of partsIn(turn)) parts.push(part);
  return () => parts;
}

type Thing = Readable | Exclude<Reading, { is: "report" }>;

/** Small reports with all their parts, or one thing whose parts the thread is asked for while it is kept. */
type Run = { small: Readable[] } | { alone: Thing };

async function* runsIn(turn: Turn): AsyncGenerator<Run> {
  let small: Readable[] = [];
  let bytes = 0;
  for (;;) {
    const next = await turn.ask({ ask: "next" });
    if (next.is === "end") break;
    if (next.is !== "thing") throw broken(next);
    const { thing } = next;
    const isSmall = thing.is === "report" && thing.report.bytes.byteLength < most.bytes;
    if (isSmall) {
      small.push({ ...thing, parts: await allParts(turn) });
      bytes += thing.report.bytes.byteLength;
      if (small.length < most.reports && bytes < most.bytes) continue;
    }
    if (small.length > 0) yield { small };
    [small, bytes] = [[], 0];
    if (!isSmall) yield { alone: thing.is === "report" ? { ...thing, parts: () => partsIn(turn) } : thing };
  }
  if (small.length > 0) yield { small };
}

function nameOf(thing: Thing): string {
  if (thing.is === "report") return thing.incoming.name;
  return thing.is === "refused" ? thing.refused.name : thing.name;
}

function broken(answer: Answer): Error {
  const error = new Error(answer.is === "broken" ? answer.error.message : `The workshop answered "${answer.is}".`);
  if (answer.is === "broken" && answer.error.stack !== undefined) error.stack = answer.error.stack;
  return error;
}

async function answerAlone(actor: Actor, [answer]: readonly ImportAnswer[]): Promise<Result<Sent>> {
  switch (answer?.outcome) {
    case "imported": {
      const report = await justImported(actor, answer.id);
      return report.ok ? ok({ status: 201, body: report.value }) : report;
    }
    case "refused":
      return fail({ kind: "invalid", problems: [answer.problem] });
    case "duplicate":
      return fail({ kind: "conflict", current: answer, duplicate: answer });
    case "interrupted":
    case "unsure":
    case undefined:
      throw new Error("A report sent as JSON was read as something else.");
  }
}

/** One of many is refused by the problem document that it would get if it had come alone. */
function resultOf(answer: ImportAnswer): ImportResult {
  switch (answer.outcome) {
    case "imported":
      return { status: "ok", ...answer };
    case "duplicate":
      return { ...answer, ...refused({ kind: "conflict", current: answer, duplicate: answer }) };
    case "unsure": {
      const reason = `The encoding is a guess: ${answer.encoding.label}. Send the file again with the encoding that reads right.`;
      return { ...answer, ...refused({ kind: "invalid", problems: [{ field: "encoding", reason }] }) };
    }
    case "interrupted": {
      const { name, failure } = answer;
      const reason = "The import was interrupted before this one, and nothing of it was kept. Send it again.";
      return { outcome: "refused", name, reason, ...refused(failure) };
    }
    case "refused": {
      const { problem, ...outcome } = answer;
      return { ...outcome, ...refused({ kind: "invalid", problems: [problem] }) };
    }
  }
}
