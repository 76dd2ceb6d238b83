import type { BrokenFile, Trouble } from "@/domain/interchange/reader";
import type { RangeTrouble } from "@/domain/interchange/units";

/** Why a record was set aside, in a sentence. */
export function troubleInWords(trouble: Trouble): string {
  switch (trouble.is) {
    case "syntax":
      return `It can’t be read: expected ${trouble.expected}.`;
    case "offsets":
      return `${trouble.start}–${trouble.end} (${trouble.unit}s): ${rangeInWords(trouble)}`;
    case "twice":
      return `The id ${shortened(trouble.id)} was used before.`;
    case "missing-end":
      return `It refers to ${shortened(trouble.id)}, which is not in the file or was set aside.`;
    case "circle":
      return `It refers to itself by way of ${shortened(trouble.id)}.`;
    case "no-text":
      return "There is no text in it.";
    case "no-label":
      return "It has no label.";
    case "value":
      return `${trouble.name} can’t be “${shortened(trouble.said)}”.`;
    case "quote":
      return trouble.often
        ? `“${shortened(trouble.quote)}” stands in several places of the text, and not where the offsets say.`
        : `“${shortened(trouble.quote)}” does not stand in the text.`;
    case "no-place":
      return "It says neither where its words stand nor which they are.";
    case "report":
      return reportInWords(trouble);
  }
}

function reportInWords({ said, count }: { said: string; count: number }): string {
  if (said === "") return "It names no report, and has no text of one.";
  return count === 0
    ? `No report of the project is “${shortened(said)}”, and the files have no text of it.`
    : `${count} reports of the project are “${shortened(said)}”: name it by its id.`;
}

function rangeInWords({ trouble, quote }: { trouble: RangeTrouble; quote?: string }): string {
  switch (trouble.is) {
    case "not-a-number":
      return "an offset is not a whole number.";
    case "negative":
      return "an offset is below zero.";
    case "empty":
      return "there is nothing between the start and the end.";
    case "backwards":
      return "the end is before the start.";
    case "outside":
      return `the text ends at ${trouble.length}.`;
    case "half":
      return `it begins or ends inside a ${trouble.of}.`;
    case "quote-differs": {
      const there = trouble.found === "" ? "" : `, but “${shortened(trouble.found)}” stands there`;
      const fits = trouble.fits ? ` It fits if offsets count ${plural[trouble.fits]}.` : "";
      return `the quote is “${shortened(quote ?? "")}”${there}.${fits}`;
    }
  }
}

const plural = {
  "code point": "code points",
  "UTF-16 code unit": "UTF-16 code units",
  "grapheme cluster": "grapheme clusters",
  byte: "bytes of UTF-8",
} as const;

/** Why a file can't be read on, in a sentence. */
export const damageInWords = ({ why }: Pick<BrokenFile, "why">): string =>
  ({
    "cut-off": "The file ends early: it was cut off.",
    changed: "The file was changed after it was written: its checksum does not match.",
    "not-utf8": "The file is not UTF-8.",
    "line-too-long": "A line is longer than 64 million characters.",
    "too-large": "The file is larger than can be read.",
    "not-this-format": "The file is not of this format.",
  })[why];

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);
