import { casJsonReader, xmiReader } from "@/domain/formats/cas/read";
import { casJsonEntries, xmiEntries } from "@/domain/formats/cas/write";
import type { ExportFile, Format } from "@/domain/formats/format";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const shared = {
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: "UTF-16 code unit",
  readBy: "tool",
  usually: { byteOrderMark: false, comments: true },
  losses: leftBehind,
} as const satisfies Partial<Format>;

const lost: Format["whileWriting"] = [
  { what: "separate-parts", how: "split" },
  { what: "links-to-no-tag", how: "dropped" },
  { what: "link-words", how: "dropped" },
];

const rows: ExportFile["rows"] = ({ annotations, relations }) => annotations + relations;

/** Apache UIMA, XMI serialisation, with a type system description. */
export const casXmi: Format = {
  ...shared,
  id: "uima-xmi",
  name: "UIMA CAS XMI",
  label: "UIMA CAS XMI",
  means: "An XML file for each report with the type system, for INCEpTION and Java pipelines.",
  files: [
    { layer: "xmi", name: "TypeSystem.xml", label: "XMI files and type system", rows, entries: xmiEntries },
    reviewFile,
  ],
  whileWriting: [...lost, { what: "control-characters", how: "altered" }],
  reader: xmiReader,
};

/** UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc). */
export const casJson: Format = {
  ...shared,
  id: "uima-json",
  name: "UIMA CAS JSON",
  label: "UIMA CAS JSON",
  means: "A JSON file for each report with its types, for dkpro-cassis and INCEpTION.",
  files: [{ layer: "json", name: "json", label: "JSON files", rows, entries: casJsonEntries }, reviewFile],
  whileWriting: lost,
  reader: casJsonReader,
};
