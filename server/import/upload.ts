import { createHash } from "node:crypto";
import { z } from "zod";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { OpId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import type { ReadEncoding } from "@/domain/report/import-outcome";
import { Provenance, type PutReport } from "@/domain/report/report";
import { unkeepableIn } from "@/domain/text/keepable";
import { type DecodedText, decode } from "@/server/import/decode";
import { documentAsReport } from "@/server/import/documents/as-report";
import { documentType, isReadable, takenTypes } from "@/server/import/documents/registry";
import { encodingNamed } from "@/server/import/encodings/labels";
import { type Incoming, type Refused, titleOf } from "@/server/import/incoming";

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
  opId: OpId.optional(),
});
export type UploadFields = z.infer<typeof UploadFields>;

export const UploadForm = UploadFields.extend({
  files: z.array(z.string().meta({ format: "binary" })),
});

type Unsure = { name: string; unsure: ReadEncoding };

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

/** The files of a form, decoded, each with what the form says of all; those that are not text are refused by name. */
export async function filesOf(form: FormData): Promise<Result<{ incoming: Incoming[]; refused: Refused[] }>> {
  const found = filesIn(form);
  if (!found.ok) return found;
  const incoming: Incoming[] = [];
  const refused: Refused[] = [];
  for (const at of found.value.files.keys()) {
    const read = await incomingFile(found.value, at);
    if ("reason" in read) refused.push(read);
    else if ("put" in read) incoming.push(read);
  }
  return ok({ incoming, refused });
}

/** One of the files, decoded; or why it is not taken, or that somebody has to choose its encoding. */
export async function incomingFile(
  { files, fields }: { files: readonly File[]; fields: UploadFields },
  at: number,
): Promise<Incoming | Refused | Unsure> {
  const { encoding, unsure, opId, title, take, ...provenance } = fields;
  const file = files[at];
  const name = nameOf(file);
  if (!file || !isReadable(name)) return { name, reason: `${takenTypes} are imported.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = documentType(name);
  if (type) {
    const own = { ...provenance, encoding, take, title: files.length === 1 ? title : undefined };
    return documentAsReport(type, { name, bytes }, { ...own, opId: opIdOf(fields, files, at) });
  }
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
    ...(opId && { opId: opIdOf(fields, files, at) }),
    title: (files.length === 1 ? title : undefined) ?? titleOf(decoded.text, name),
    text: decoded.text,
    mediaType: /\.(md|markdown)$/i.test(name) ? "text/markdown" : "text/plain",
  };
  const basis = decoded.confidence !== "certain" ? "guess" : said ? "said" : "certain";
  return { name, put, bytes, encoding: decoded.encoding, fileName: name, reading: { ...reading, basis } };
}

const opIdOf = ({ opId }: UploadFields, files: readonly File[], at: number) =>
  opId && (files.length === 1 ? opId : ofFile(opId, at));

/** A file's name may hold anything. */
const nameOf = (file: File | undefined) => file?.name.replace(/[\0\p{Surrogate}]/gu, "\ufffd").slice(-200) || "file";

const readingOf = ({ encoding, confidence, doubt }: DecodedText): ReadEncoding => ({
  label: encoding,
  certain: confidence === "certain",
  ...(doubt && { line: doubt.line, byte: doubt.byte, passage: doubt.passage }),
  alternatives: [...(doubt?.alternatives ?? [])],
});

/** Each file of an upload has an id of its own, the same whenever the upload is sent. */
function ofFile(opId: OpId, at: number): OpId {
  const hex = createHash("sha256").update(`${opId} ${at}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return OpId.parse(parts.join("-"));
}
