import { canonical } from "@/domain/tag/same-attributes";
import type { Annotation } from "@/domain/tag/tag";
import { sameWords } from "@/domain/text/same-words";
import { quoteOf } from "@/domain/text/segment";

/** What says something about the words themselves, wherever they stand; a note is about one place. */
const ofOnePlace: ReadonlySet<string> = new Set(["note", "noteProse", "restatement"]);

/** The attributes that mean the same on every mention of the same words: of places and sources, not of statements. */
export const sharable = (kind: string, names: readonly string[]): string[] =>
  kind === "place" || kind === "source" ? names.filter((name) => !ofOnePlace.has(name)) : [];

/**
 * The other tags of the same kind on the same words in the same layer that still say something else about `names`.
 * What somebody has decided on is left alone: a change would reopen it.
 */
export function othersSaying(
  annotation: Annotation,
  all: Iterable<Annotation>,
  names: readonly string[],
): readonly Annotation[] {
  if (names.length === 0) return [];
  const words = lettersOf(annotation);
  const differs = (other: Annotation) =>
    names.some((name) => canonical(other.attributes[name]) !== canonical(annotation.attributes[name]));
  return [...all].filter(
    (other) =>
      other.id !== annotation.id &&
      other.kind === annotation.kind &&
      other.layer === annotation.layer &&
      (other.state === "open" || other.state === "returned") &&
      lettersOf(other) === words &&
      differs(other),
  );
}

const lettersOf = ({ segments }: Annotation) => sameWords(quoteOf(segments)).text.trim();
