import { same } from "@/domain/change/content";
import { normal } from "@/domain/codebook/normal-form";
import type { Tag } from "@/domain/tag/tag";

export type Part = { is: "same" | "gone" | "new"; words: string };
export type Difference = { what: string; parts: readonly Part[] };

type Content = {
  kind: string;
  attributes: Record<string, unknown>;
  anchor?: { segments: readonly { quote: string }[] } | undefined;
  /** The ends of a link. */
  from?: string | undefined;
  to?: string | undefined;
  toEntity?: string | undefined;
  toArticle?: boolean | undefined;
};

/** A tag as it is now, to be compared with one of its versions. */
export const contentNow = (tag: Tag): Content => {
  if (tag.type === "annotation") return { kind: tag.kind, attributes: tag.attributes, anchor: tag };
  const { kind, attributes, from, to, toEntity, toArticle, cue } = tag;
  return { kind, attributes, from, to, toEntity, toArticle, anchor: cue };
};

/** What is different between two versions of a tag, field by field; a first version differs from nothing in nothing. */
export function differences(before: Content | undefined, after: Content): Difference[] {
  if (!before) return [];
  const found: Difference[] = [];
  if (before.kind !== after.kind) found.push({ what: "kind", parts: replaced(before.kind, after.kind) });
  const [was, is] = [quoteIn(before), quoteIn(after)];
  if (was !== is) found.push({ what: "words", parts: wordByWord(was, is) });
  const [led, leads] = [endOf(before), endOf(after)];
  if (led !== leads) found.push({ what: "end", parts: replaced(led, leads) });
  for (const key of [...new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])]) {
    if (key === "noteProse") {
      const { note } = after.attributes;
      const isReworded = note !== before.attributes["note"] || typeof note !== "string";
      if (!isReworded && !same(before.attributes[key], after.attributes[key])) {
        found.push({ what: key, parts: [{ is: "same", words: note }] });
      }
      continue;
    }
    const [old, now] = [normal(before.attributes[key], key), normal(after.attributes[key], key)];
    if (same(old, now)) continue;
    const prose = typeof old === "string" && typeof now === "string" && (old.includes(" ") || now.includes(" "));
    found.push({ what: key, parts: prose ? wordByWord(old, now) : replaced(inWords(old), inWords(now)) });
  }
  return found;
}

/** What a reviewer would rather have, as a put body says it, to be compared with the tag. */
export function contentOfWish(wish: Readonly<Record<string, unknown>>): Content {
  // Written by domain/review/decide from a tag that was checked.
  const said = wish as Omit<Content, "anchor"> & { segments?: Segments; cue?: { segments: Segments } };
  const { segments, cue, ...rest } = said;
  return { ...rest, anchor: segments ? { segments } : cue };
}
type Segments = readonly { quote: string }[];

/** Where a link leads: the id of a tag or entity, or the word for the article itself. */
const endOf = ({ to, toEntity, toArticle }: Content) => to ?? toEntity ?? (toArticle ? "article" : "");

const quoteIn = ({ anchor }: Content) => (anchor?.segments ?? []).map(({ quote }) => quote).join(" … ");

const replaced = (old: string, now: string): Part[] =>
  [
    { is: "gone" as const, words: old },
    { is: "same" as const, words: old && now ? " " : "" },
    { is: "new" as const, words: now },
  ].filter(({ words }) => words !== "");

/** A value as a person reads it: no braces, no quotation marks. */
function inWords(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(inWords).join("; ");
  if (typeof value === "object") return Object.values(value).map(inWords).filter(Boolean).join(", ");
  return value === true ? "✓" : String(value);
}

/** The longest common run of words is kept, the rest is gone or new (Hunt and McIlroy 1976, over words). */
export function wordByWord(before: string, after: string): Part[] {
  const [a, b] = [tokens(before), tokens(after)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: Part[] = [];
  const add = (is: Part["is"], words = "") => {
    const last = parts.at(-1);
    if (last?.is === is) last.words += words;
    else if (words) parts.push({ is, words });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", b[j++]);
      i++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add("gone", a[i++]);
    else add("new", b[j++]);
  }
  return parts;
}

/** Words and the white space between them. */
const tokens = (text: string) => text.split(/(\s+)/).filter((token) => token !== "");
