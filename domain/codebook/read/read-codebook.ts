import { readBrat } from "@/domain/codebook/read/brat";
import { readDoccano } from "@/domain/codebook/read/doccano";
import { readCodebookFile } from "@/domain/codebook/read/file";
import { readInception } from "@/domain/codebook/read/inception";
import { parsedJson } from "@/domain/codebook/read/json-at";
import { readLabelStudio } from "@/domain/codebook/read/label-studio";
import { type CodebookRead, longestFile, unread } from "@/domain/codebook/read/reading";
import { readRefiQda } from "@/domain/codebook/read/refi-qda";
import { fieldsOf } from "@/domain/interchange/json";

export const codebookFormats = ["glossator", "brat", "label-studio", "inception", "doccano", "refi-qda"] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

const readers: Record<CodebookFormat, (text: string) => CodebookRead> = {
  glossator: readCodebookFile,
  brat: readBrat,
  "label-studio": readLabelStudio,
  inception: readInception,
  doccano: readDoccano,
  "refi-qda": readRefiQda,
};

/** Reads a codebook from a file of ours or of another tool; which one is told by what stands in it. */
export function readCodebook(text: string): CodebookRead & { format?: CodebookFormat } {
  if (text.length > longestFile)
    return unread(`A codebook has at most ${longestFile.toLocaleString("en")} characters.`);
  const format = formatOf(text);
  return format ? { ...readers[format](text), format } : unread("It is empty.", 1);
}

function formatOf(text: string): CodebookFormat | undefined {
  const first = text.replace(/^\ufeff/, "").trimStart();
  if (first === "") return undefined;
  if (first.startsWith("<")) return first.slice(0, 2000).includes("urn:QDA-XML:") ? "refi-qda" : "label-studio";
  if (first.startsWith("{") || /^\[\s*[{\]]/.test(first)) return jsonFormatOf(text);
  return "brat";
}

function jsonFormatOf(text: string): CodebookFormat {
  const json = parsedJson(text);
  const value = json.ok ? json.value : undefined;
  const first = fieldsOf(Array.isArray(value) ? value[0] : value);
  if ("features" in first || "uiName" in first || "layers" in first) return "inception";
  return Array.isArray(value) ? "doccano" : "glossator";
}
