import type { Codebook } from "@/domain/codebook/codebook";
import { parsedJson } from "@/domain/codebook/read/json-at";
import { type CodebookRead, finished, unread } from "@/domain/codebook/read/reading";
import { fieldsOf } from "@/domain/interchange/json";

const marked = "glossator-codebook";

/** A codebook as a file of our own: JSON with two spaces, the same for the same codebook. */
export const codebookFile = ({ labels, relationTypes, eventTypes, reportFields }: Codebook): string =>
  `${JSON.stringify({ format: marked, version: 1, codebook: { labels, relationTypes, eventTypes, reportFields } }, null, 2)}\n`;

/** Reads a file that `codebookFile` wrote. */
export function readCodebookFile(text: string): CodebookRead {
  const json = parsedJson(text);
  if (!json.ok) return json;
  const { format, version, codebook } = fieldsOf(json.value);
  if (format !== marked) return unread("This JSON is no codebook of Glossator.", 1);
  if (version !== 1) return unread(`It is of version ${String(version)}; this Glossator reads version 1.`, 1);
  return finished(fieldsOf(codebook), []);
}
