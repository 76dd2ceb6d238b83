import type { Found } from "@/domain/document/extraction";
import type { OpId } from "@/domain/ids";
import type { Provenance, PutReport } from "@/domain/report/report";
import { type Incoming, type Refused, titleOf } from "@/server/import/incoming";
import type { Asked } from "./extracted";
import { type DocumentType, extractorName } from "./registry";
import { readDocument } from "./thread/ask";

/** What a form says of a document. */
export type Said = { [Field in keyof Provenance]?: Provenance[Field] | undefined } & {
  encoding?: string | undefined;
  take: Asked["take"];
  comments: Asked["comments"];
  opId?: OpId | undefined;
};

/** A document as a report: what the form says of it goes before what the document says of itself. */
export async function documentAsReport(
  type: DocumentType,
  { name, bytes }: { name: string; bytes: Uint8Array },
  { encoding, take, comments, opId, ...provenance }: Said,
): Promise<Incoming | Refused> {
  const read = await readDocument(type, bytes, { name, take, comments, encoding });
  if (!read.ok) return { name, reason: read.reason };
  const { text, runs, ranges, warnings, found, threads } = read.document;
  const put: PutReport = {
    ...foundProvenance(found),
    ...given(provenance),
    ...(opId && { opId }),
    title: provenance.title ?? found.find(({ field }) => field === "title")?.value ?? titleOf(text, name),
    text,
    mediaType: "text/plain",
  };
  return {
    name,
    put,
    bytes,
    encoding: read.document.encoding ?? "binary",
    fileName: name,
    mediaType: type.mediaType,
    attachments: read.document.attachments,
    laid: { runs, threads, extraction: { extractor: extractorName(type), ranges: [...ranges], warnings, found } },
  };
}

/** The language is left to reading the text, which may show it to be another one. */
function foundProvenance(found: readonly Found[]): Partial<Record<Exclude<Found["field"], "language">, string>> {
  return Object.fromEntries(
    found.flatMap(({ field, value }) => (field === "language" ? [] : [[field, value] as const])),
  );
}

type Given = { [Field in keyof Provenance]?: Provenance[Field] };

const given = (provenance: Omit<Said, "encoding" | "take" | "comments" | "opId">): Given =>
  Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== undefined));
