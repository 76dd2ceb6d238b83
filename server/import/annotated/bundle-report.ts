import { createHash } from "node:crypto";
import type { ReportBundle } from "@/domain/formats/dataset";
import { countWords } from "@/domain/text/word-count";
import { type Around, isUnkeepable, unkeepableReason } from "./around";
import type { PreparedReport } from "./prepared";
import { fieldsFor } from "./report-fields";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A report of a file of our own for the ids and people of this project; a sentence where it was changed or is damaged. */
export function preparedReport(
  { report }: ReportBundle,
  { ids, person, codebook, leftOut }: Around,
): PreparedReport | string {
  const textSha256 = sha256(report.text);
  if (textSha256 !== report.textSha256)
    return "The text does not match its own SHA-256: it was changed after it was exported.";
  if (isUnkeepable(report.text) || isUnkeepable(JSON.stringify(report.extraction))) return unkeepableReason;
  const last = report.blocks.at(-1);
  const joined = report.blocks.map(({ before, text }) => before + text).join("");
  if (!report.text.startsWith(joined)) return "Its blocks do not add up to its text.";
  const { original } = report;
  const own = Buffer.from(report.text);
  const { kept: fields, refused } = fieldsFor(report.fields ?? {}, codebook.reportFields);
  for (const { what } of refused) leftOut(what);
  return {
    id: ids.kept(report.id),
    revisionId: ids.kept(report.revisionId),
    revision: report.revision,
    title: report.title,
    outlet: report.outlet ?? null,
    author: report.author ?? null,
    published: report.published ?? null,
    retrieved: report.retrieved ?? null,
    url: report.url ?? null,
    language: report.language,
    languageGuessed: report.languageGuessed,
    direction: report.direction,
    triage: report.triage,
    duplicateOf: report.duplicateOf === undefined ? null : ids.kept(report.duplicateOf),
    closedAt: report.closedAt ?? null,
    layersOpenedAt: report.layersOpenedAt ?? null,
    textSha256,
    originalSha256: original.sha256,
    bytes: original.sha256 === textSha256 ? own : null,
    byteLength: original.bytes,
    encoding: original.encoding,
    encodingBasis: original.encodingBasis,
    mediaType: original.mediaType,
    fileName: original.fileName ?? null,
    codePoints: report.codePoints,
    words: countWords(report.text, report.language),
    fields,
    extraction: report.extraction,
    foundConfirmed: report.foundConfirmed,
    blocks: report.blocks,
    tail: last ? report.text.slice(joined.length) : report.text,
    createdBy: person({ id: report.createdBy, name: report.createdBy }),
    createdAt: report.createdAt,
  };
}
