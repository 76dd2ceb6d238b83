import type { AnnotatedDocument } from "@/domain/interchange/document";
import { Provenance } from "@/domain/report/report";
import { titleFrom } from "@/domain/report/title-from";
import { readReport } from "../read-report";
import { type Around, isUnkeepable } from "./around";
import type { PreparedReport } from "./prepared";
import { fieldsFor } from "./report-fields";

/** The report that a document of any tool's file makes; a sentence where its text can't be taken. */
export function preparedReport(
  { title, text, metadata, fields = {} }: AnnotatedDocument,
  nextId: () => string,
  { project, codebook, by, now, leftOut }: Around,
): PreparedReport | string {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata)) {
    const field = name in provenance ? provenance[name as keyof typeof provenance] : undefined;
    if (field?.safeParse(value).success && !isUnkeepable(value)) said[name] = value.trim();
    else leftOut(`report.${name}`);
  }
  const bytes = Buffer.from(text);
  const { language, direction } = Provenance.pick({ language: true, direction: true }).parse({
    language: said["language"],
    direction: said["direction"],
  });
  const read = readReport({ text, language, direction, mediaType: "text/plain" }, bytes, project.languages);
  if (!read.ok) return read.problem.reason;
  const { report } = read;
  const own = fieldsFor(fields, codebook.reportFields);
  for (const { what } of own.refused) leftOut(what);
  const named = title.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd").trim();
  return {
    id: nextId(),
    revisionId: nextId(),
    revision: 1,
    title: [...(named || titleFrom(text) || "Untitled")].slice(0, 500).join(""),
    outlet: said["outlet"] ?? null,
    author: said["author"] ?? null,
    published: said["published"] ?? null,
    retrieved: said["retrieved"] ?? null,
    url: said["url"] ?? null,
    language: report.language,
    languageGuessed: report.languageGuessed,
    direction: report.direction,
    triage: "untriaged",
    duplicateOf: null,
    closedAt: null,
    layersOpenedAt: null,
    textSha256: report.textSha256,
    originalSha256: report.originalSha256,
    bytes,
    byteLength: bytes.length,
    encoding: "utf-8",
    encodingBasis: "certain",
    mediaType: "text/plain",
    fileName: null,
    codePoints: report.codePoints,
    words: report.words,
    fields: own.kept,
    extraction: report.extraction,
    foundConfirmed: true,
    blocks: report.blocks,
    tail: report.tail,
    createdBy: by,
    createdAt: now,
  };
}

const { title: _, ...provenance } = Provenance.shape;
