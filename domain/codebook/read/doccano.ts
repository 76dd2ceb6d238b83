import { labelKeys } from "@/domain/codebook/codebook-values";
import { parsedJson } from "@/domain/codebook/read/json-at";
import { type CodebookRead, finished, nearestColour, type Remark, slugs, unread } from "@/domain/codebook/read/reading";
import { fieldsOf, isFields, textOf } from "@/domain/interchange/json";

/** Reads the labels that doccano exports and imports: `[{ "text", "suffix_key", "prefix_key", "background_color", … }]`. */
export function readDoccano(text: string): CodebookRead {
  const json = parsedJson(text);
  if (!json.ok) return json;
  if (!Array.isArray(json.value)) return unread("A list of labels is expected.", 1);
  const left: Remark[] = [];
  const slugOf = slugs("label");
  const taken = new Set<string>();
  const labels = [];
  for (const [at, each] of json.value.entries()) {
    const { text: name, suffix_key: suffix, prefix_key: prefix, background_color: colour } = fieldsOf(each);
    const line = json.lineOf(at);
    if (!isFields(each) || textOf(name)?.trim() === undefined || textOf(name)?.trim() === "")
      return unread(`Label ${at + 1} has no text.`, line);
    const key = labelKeys.find((known) => known === suffix && !taken.has(known));
    if (key) taken.add(key);
    else if (textOf(suffix))
      left.push({
        line,
        what: `The key “${[textOf(prefix), textOf(suffix)].filter(Boolean).join(" ")}” is not one of 4 to 9.`,
      });
    labels.push({
      slug: slugOf(textOf(name) ?? ""),
      name: (textOf(name) ?? "").slice(0, 100),
      colour: nearestColour(textOf(colour)),
      key,
    });
  }
  return finished({ labels }, left);
}
