import { z } from "zod";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { OpId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import type { ReadEncoding } from "@/domain/report/import-outcome";
import { Provenance, type PutReport } from "@/domain/report/report";
import { ReportFieldValues } from "@/domain/report/report-fields";
import { unkeepableIn } from "@/domain/text/keepable";
import { type DecodedText, decode } from "@/server/import/decode";
import { documentAsReport } from "@/server/import/documents/as-report";
import { charsetIn } from "@/server/import/documents/charset";
import { documentType, isReadable, takenTypes } from "@/server/import/documents/registry";
import { encodingNamed } from "@/server/import/encodings/labels";
import { type Incoming, type Refused, titleOf } from "@/server/import/incoming";
import { opIdWithin } from "@/server/import/op-ids";
import { columnsIn } from "@/server/import/tables/columns";

/** Bytes of one upload of files together, and how many files. */
export const uploadLimit = 64 * 1024 * 1024;
export const fileLimit = 500;

/** What goes for every file of an upload; the title only where there is a single one. */
export const UploadFields = Provenance.partial().extend({
  /** What the files are written in ("windows-1250", "CP437", "Shift_JIS"); then nothing is guessed. */
  encoding: z
    .string()
    .max(40)
    .refine((name) => encodingNamed(name) !== undefined, "No encoding that can be read here; one like windows-1250.")
    .optional(),
  /** `ask`: a file whose encoding is a guess is not kept but answered with the choice. */
  unsure: z.enum(["ask", "guess"]).default("guess"),
  /** Of web pages: `article` leaves navigation out, `whole` nothing. */
  take: z.enum(["article", "whole"]).default("article"),
  /** Files attached to mails: `import` makes reports of them too. */
  attachments: z.enum(["leave", "import"]).default("leave"),
  /** Of Word and OpenDocument files: `threads` makes threads of the comments in them, on the passages they are about. */
  comments: z.enum(["leave", "threads"]).default("leave"),
  /** Of tables: which column says what, by name, as JSON (`{"text": "Body"}`); usual names are known. */
  columns: z
    .string()
    .max(5000)
    .refine((said) => columnsIn(said) !== undefined, 'Name columns by field as JSON, like {"text": "Body"}.')
    .optional(),
  /** What the desk notes of all the reports, by the slugs of the codebook's report fields, as JSON (`{"case-number": "7"}`). */
  fields: z
    .string()
    .max(20_000)
    .refine((said) => ownFieldsIn(said) !== undefined, 'Give report fields by slug as JSON, like {"case-number": "7"}.')
    .optional(),
  opId: OpId.optional(),
});
export type UploadFields = z.infer<typeof UploadFields>;

/** What goes for how files are read. */
export type FileFields = Omit<UploadFields, "fields">;

/** Values of report fields as they are sent, JSON; undefined for what is none. */
export function ownFieldsIn(said: string): ReportFieldValues | undefined {
  try {
    return ReportFieldValues.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}

export const UploadForm = UploadFields.extend({
  files: z.array(z.string().meta({ format: "binary" })),
});

export type Unsure = { name: string; unsure: ReadEncoding };

/** The files of a form and what it says of all of them. */
export function filesIn(form: FormData): Result<{ files: File[]; fields: UploadFields }> {
  const files = [...form.values()].filter((value) => value instanceof File);
  if (files.length === 0) return invalid("files", "Choose at least one file.");
  if (files.length > fileLimit) return fail({ kind: "too-large", limit: fileLimit, unit: "files" });
  const said = Object.fromEntries([...form].filter(([, value]) => typeof value === "string" && value.trim() !== ""));
  const unkeepable = unkeepableIn(said);
  if (unkeepable.problems.length > 0) return fail({ kind: "invalid", ...unkeepable });
  const fields = UploadFields.safeParse(said, { error: fieldWords });
  return fields.success ? ok({ files, fields: fields.data }) : fail(invalidBy(fields.error));
}

/** One file as it came, or as it was in another one. */
export type Given = {
  name: string;
  bytes: Uint8Array;
  /** What the form says its title is. */
  title: string | undefined;
  opId: OpId | undefined;
};

/** A file, decoded; or why it is not taken, or that somebody has to choose its encoding. */
export async function incomingFile(given: Given, fields: FileFields): Promise<Incoming | Refused | Unsure> {
  const {
    encoding,
    unsure,
    take,
    comments,
    opId: _,
    title: _title,
    columns: _columns,
    attachments: _attachments,
    ...provenance
  } = fields;
  const { name, bytes, title, opId } = given;
  if (!isReadable(name)) return { name, reason: `${takenTypes} are imported.` };
  const type = documentType(name);
  if (type?.isText) {
    const doubt = doubtOf(given, fields);
    if (doubt) return doubt;
  }
  if (type) return documentAsReport(type, { name, bytes }, { ...provenance, encoding, take, comments, title, opId });
  const said = encoding === undefined ? undefined : encodingNamed(encoding);
  const decoded = decode(bytes, said);
  if (!decoded.ok) {
    const { sentence, line, choices } = decoded;
    return { name, reason: sentence, line, ...(choices.length > 0 && { encodings: [...choices] }) };
  }
  const reading = readingOf(decoded);
  if (decoded.confidence === "guess" && unsure === "ask") return { name, unsure: reading };
  const put: PutReport = {
    ...provenance,
    ...(opId && { opId }),
    title: title ?? titleOf(decoded.text, name),
    text: decoded.text,
    mediaType: /\.(md|markdown)$/i.test(name) ? "text/markdown" : "text/plain",
  };
  const basis = decoded.confidence !== "certain" ? "guess" : said ? "said" : "certain";
  return { name, put, bytes, encoding: decoded.encoding, fileName: name, reading: { ...reading, basis } };
}

/** Of a document or table that is text: what has to be chosen first, if its encoding is a guess and somebody can be asked. */
export function doubtOf({ name, bytes }: Given, { encoding, unsure }: FileFields): Refused | Unsure | undefined {
  if (unsure !== "ask" || encoding !== undefined || charsetIn(bytes) !== undefined) return undefined;
  const decoded = decode(bytes);
  if (decoded.ok) return decoded.confidence === "guess" ? { name, unsure: readingOf(decoded) } : undefined;
  const { sentence, line, choices } = decoded;
  return choices.length > 0 ? { name, reason: sentence, line, encodings: [...choices] } : undefined;
}

/** The id of one of an upload's files. */
export const opIdOf = ({ opId }: FileFields, files: readonly File[], at: number) =>
  opId && (files.length === 1 ? opId : opIdWithin(opId, at));

const readingOf = ({ encoding, confidence, doubt }: DecodedText): ReadEncoding => ({
  label: encoding,
  certain: confidence === "certain",
  ...(doubt && { line: doubt.line, byte: doubt.byte, passage: doubt.passage }),
  alternatives: [...(doubt?.alternatives ?? [])],
});
