import { z } from "zod";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { Provenance, type PutReport } from "@/domain/report/report";
import { decode } from "@/server/import/decode";
import { encodings } from "@/server/import/encoding";
import type { Incoming } from "@/server/operations/import-reports";

/** Bytes of one upload of files together, and how many files. */
export const uploadLimit = 64 * 1024 * 1024;
export const fileLimit = 500;

/** What goes for every file of an upload; the title only where there is a single one. */
export const UploadFields = Provenance.partial().extend({ encoding: z.enum(encodings).optional() });

export const UploadForm = UploadFields.extend({
  files: z.array(z.string().meta({ format: "binary" })),
});

export type Refused = { name: string; reason: string };

/** The files of a form, decoded, each with what the form says of all; those that are not text are refused by name. */
export async function filesOf(form: FormData): Promise<Result<{ incoming: Incoming[]; refused: Refused[] }>> {
  const files = [...form.values()].filter((value) => value instanceof File);
  if (files.length === 0) return invalid("files", "Choose at least one .txt or .md file.");
  if (files.length > fileLimit) return fail({ kind: "too-large", limit: fileLimit, unit: "files" });
  const said = Object.fromEntries([...form].filter(([, value]) => typeof value === "string" && value.trim() !== ""));
  const fields = UploadFields.safeParse(said, { error: fieldWords });
  if (!fields.success) {
    const problems = fields.error.issues.map(({ path, message }) => ({ field: path.join("."), reason: message }));
    return fail({ kind: "invalid", problems });
  }
  const incoming: Incoming[] = [];
  const refused: Refused[] = [];
  for (const file of files) {
    const read = await incomingFile(file, fields.data, files.length === 1);
    if ("reason" in read) refused.push(read);
    else incoming.push(read);
  }
  return ok({ incoming, refused });
}

async function incomingFile(
  file: File,
  { encoding, title, ...provenance }: z.infer<typeof UploadFields>,
  alone: boolean,
): Promise<Incoming | Refused> {
  const name = file.name.slice(-200) || "file";
  if (!/\.(txt|md|markdown|text)$/i.test(name)) {
    return { name, reason: "Only .txt and .md files are imported." };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decode(bytes, encoding);
  if (!decoded.ok) return { name, reason: decoded.sentence };
  const put: PutReport = {
    ...provenance,
    title: (alone ? title : undefined) ?? titleOf(decoded.text, name),
    text: decoded.text,
    mediaType: /\.(md|markdown)$/i.test(name) ? "text/markdown" : "text/plain",
  };
  return { name, put, bytes, encoding: decoded.encoding, fileName: name };
}

/** The first line that has words, without Markdown's signs; else the file's name without its ending. */
export function titleOf(text: string, name: string): string {
  const first = text.split(/\r\n?|\n/).find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "";
  const bare = first.replace(/^[#>\s*-]+/, "").trim();
  return (bare === "" ? name.replace(/\.[^.]+$/, "") : [...bare].slice(0, 200).join("")) || name;
}
