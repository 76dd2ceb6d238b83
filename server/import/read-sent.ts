import { fail, ok, type Problem, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { invalidBy } from "@/domain/invalid-by";
import type { ReadEncoding } from "@/domain/report/import-outcome";
import { PutReport, PutReports } from "@/domain/report/report";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { unkeepableIn } from "@/domain/text/keepable";
import { type JsonFlaw, parseJson } from "@/server/http/json";
import { everythingIn } from "@/server/import/each-file";
import type { Incoming, Refused } from "@/server/import/incoming";
import { type ReadReport, readReport } from "@/server/import/read-report";
import { filesIn, ownFieldsIn, type UploadFields } from "@/server/import/upload";
import { firstWrongByte } from "@/server/import/utf8";

/** What a request brought: its media type and its body; and the languages that the project reads. */
export type SentBody = { type: string; body: Uint8Array<ArrayBuffer>; languages: readonly string[] };

/** One thing to import, as far as reading it came. */
export type Reading =
  | {
      is: "report";
      incoming: Omit<Incoming, "bytes" | "put" | "laid" | "attachments"> & { put: Omit<PutReport, "text"> };
      report: ReadReport;
    }
  | { is: "refused"; refused: Refused; problem: Problem }
  | { is: "unsure"; name: string; encoding: ReadEncoding };

/** All that a request brought; `alone`: one report that was sent as JSON, and is answered as itself. */
export type Readings = { alone: boolean; each: AsyncGenerator<Reading> };

/** Values of a JSON body: some hundred reports with all they say about themselves. */
const entries = 20_000;

/**
 * Reads what somebody wants to import: JSON with one report or several, or a form with files. It may take seconds, so
 * that it has to be done where nobody waits.
 */
export async function readSent(sent: SentBody): Promise<Result<Readings>> {
  if (!sent.type.startsWith("multipart/form-data")) return readSentJson(sent);
  const headers = { "content-type": sent.type };
  const form = await new Response(sent.body, { headers }).formData().catch(() => undefined);
  if (!form) return fail({ kind: "invalid", malformed: { is: "form" }, problems: [] });
  const found = filesIn(form);
  return found.ok ? ok({ alone: false, each: readFiles(found.value, sent.languages) }) : found;
}

async function* readFiles(found: { files: File[]; fields: UploadFields }, languages: readonly string[]) {
  const { fields: said, ...fields } = found.fields;
  const own = said === undefined ? undefined : ownFieldsIn(said);
  for await (const read of everythingIn({ files: found.files, fields })) {
    if ("reason" in read) yield refusedAs(read, "files");
    else if ("unsure" in read) yield { is: "unsure" as const, name: read.name, encoding: read.unsure };
    else yield readIncoming(withFields(read, own), languages);
  }
}

/** What a row says of itself goes before what the form says of all. */
const withFields = (incoming: Incoming, own: ReportFieldValues | undefined): Incoming =>
  own ? { ...incoming, put: { ...incoming.put, fields: { ...own, ...incoming.put.fields } } } : incoming;

function readSentJson({ body, languages }: SentBody): Result<Readings> {
  const wrong = firstWrongByte(body);
  if (wrong !== undefined) return fail({ kind: "invalid", malformed: { is: "encoding", at: wrong }, problems: [] });
  const parsed = parseJson(body.byteLength === 0 ? "{}" : new TextDecoder().decode(body), entries);
  if (!parsed.ok) return refusedAsFlawed(parsed.flaw);
  const { value } = parsed;
  const several = typeof value === "object" && value !== null && "reports" in value;
  const put = (several ? PutReports : PutReport).safeParse(value, { error: fieldWords });
  if (!put.success) return fail(invalidBy(put.error));
  const puts = "reports" in put.data ? put.data.reports : [put.data];
  return ok({ alone: !several, each: readPuts(puts, languages) });
}

const refusedAsFlawed = (flaw: JsonFlaw) =>
  "malformed" in flaw
    ? fail({ kind: "invalid", malformed: flaw.malformed, problems: [] })
    : fail({ kind: "too-large", limit: flaw.entries, unit: "entries" });

async function* readPuts(puts: readonly PutReport[], languages: readonly string[]): AsyncGenerator<Reading> {
  for (const put of puts) {
    const { text: _, ...about } = put;
    const [problem] = unkeepableIn(about).problems;
    if (problem) yield { is: "refused", refused: { name: put.title, reason: problem.reason }, problem };
    else yield readIncoming(incomingText(put), languages);
  }
}

/** Text that was sent as text has no other bytes than its own. */
const incomingText = (put: PutReport): Incoming => ({
  name: put.title,
  put,
  bytes: new TextEncoder().encode(put.text),
  encoding: "utf-8",
  fileName: undefined,
});

/** Makes of something decoded what will be kept, or says why it can't be. */
export function readIncoming(incoming: Incoming, languages: readonly string[]): Reading {
  const { put, bytes, laid, attachments: _, ...rest } = incoming;
  const read = readReport(put, bytes, languages, laid);
  if (!read.ok) {
    const { problem, line } = read;
    return { is: "refused", refused: { name: incoming.name, reason: problem.reason, line }, problem };
  }
  const { text: _text, ...about } = put;
  return { is: "report", incoming: { ...rest, put: about }, report: read.report };
}

const refusedAs = (refused: Refused, field: string): Reading => ({
  is: "refused",
  refused,
  problem: { field, reason: refused.reason },
});
