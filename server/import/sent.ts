import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import type { ProjectId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import { type ImportOutcome, type ImportResult, PutReport, PutReports, type Report } from "@/domain/report/report";
import { readJson } from "@/server/http/body";
import { refused } from "@/server/http/each";
import { filesOf, uploadLimit } from "@/server/import/upload";
import { type ImportAnswer, type Incoming, importReports } from "@/server/operations/import-reports";
import { justImported } from "@/server/operations/open-report";

type Sent = { status: number; body: Report | { results: ImportResult[] } };

/** Imports what a request brings: one report, several, or files. */
export async function importSent(actor: Actor, projectId: ProjectId, request: Request): Promise<Result<Sent>> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) return importFiles(actor, projectId, request);
  const json = await readJson(request, uploadLimit);
  if (!json.ok) return json;
  const several = isSeveral(json.value);
  const parsed = (several ? PutReports : PutReport).safeParse(json.value, { error: fieldWords });
  if (!parsed.success) return fail(invalidBy(parsed.error));
  if ("reports" in parsed.data) return importMany(actor, projectId, parsed.data.reports.map(incomingText), []);
  return importOne(actor, projectId, incomingText(parsed.data));
}

const isSeveral = (value: unknown) => typeof value === "object" && value !== null && "reports" in value;

/** Text that was sent as text has no other bytes than its own. */
const incomingText = (put: PutReport): Incoming => ({
  name: put.title,
  put,
  bytes: new TextEncoder().encode(put.text),
  encoding: "utf-8",
  fileName: undefined,
});

async function importOne(actor: Actor, projectId: ProjectId, incoming: Incoming): Promise<Result<Sent>> {
  const done = await importReports(actor, projectId, [incoming]);
  if (!done.ok) return done;
  const [answer] = done.value;
  if (answer?.outcome === "refused") return fail({ kind: "invalid", problems: [answer.problem] });
  if (answer === undefined) return fail({ kind: "unavailable", reason: "busy" });
  if (answer.outcome === "duplicate") return fail({ kind: "conflict", current: answer, duplicate: answer });
  const report = await justImported(actor, answer.id);
  return report.ok ? ok({ status: 201, body: report.value }) : report;
}

async function importFiles(actor: Actor, projectId: ProjectId, request: Request): Promise<Result<Sent>> {
  const form = await formOf(request);
  if (!form.ok) return form;
  const files = await filesOf(form.value);
  if (!files.ok) return files;
  const alsoRefused = files.value.refused.map((each): ImportOutcome => ({ outcome: "refused", ...each }));
  return importMany(actor, projectId, files.value.incoming, alsoRefused);
}

async function importMany(
  actor: Actor,
  projectId: ProjectId,
  incoming: readonly Incoming[],
  alsoRefused: readonly ImportOutcome[],
): Promise<Result<Sent>> {
  const done = await importReports(actor, projectId, incoming);
  return done.ok
    ? ok({ status: 200, body: { results: [...done.value.map(outcomeOf), ...alsoRefused].map(resultOf) } })
    : done;
}

/** One of many is refused by the problem document that it would get if it had come alone. */
function resultOf(outcome: ImportOutcome): ImportResult {
  switch (outcome.outcome) {
    case "imported":
      return { status: "ok", ...outcome };
    case "duplicate":
      return { ...outcome, ...refused({ kind: "conflict", current: outcome, duplicate: outcome }) };
    case "refused":
      return { ...outcome, ...refused({ kind: "invalid", problems: [{ field: "text", reason: outcome.reason }] }) };
  }
}

function outcomeOf(answer: ImportAnswer): ImportOutcome {
  if (answer.outcome !== "refused") return answer;
  const { problem: _problem, ...outcome } = answer;
  return outcome;
}

/** A form of at most `uploadLimit` bytes, announced or not. */
async function formOf(request: Request): Promise<Result<FormData>> {
  const tooLarge = fail({ kind: "too-large", limit: uploadLimit, unit: "bytes" });
  if (Number(request.headers.get("content-length") ?? 0) > uploadLimit) return tooLarge;
  let length = 0;
  let over = false;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      over = length > uploadLimit;
      if (over) controller.error(new RangeError("too large"));
      else controller.enqueue(chunk);
    },
  });
  try {
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    return ok(await new Response(request.body?.pipeThrough(counting), { headers }).formData());
  } catch {
    return over ? tooLarge : fail({ kind: "invalid", malformed: { is: "form" }, problems: [] });
  }
}
