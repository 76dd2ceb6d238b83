import type { Entity } from "@/domain/entity/entity";
import { sameWords } from "@/domain/text/same-words";
import { plainWords } from "./claim-words";

type EntityId = Entity["id"];

export interface EarlierSource {
  readonly quote: string;
  readonly entityId: EntityId;
}

type KnownEntity = Pick<Entity, "id" | "name" | "aliases"> & Partial<Pick<Entity, "outletId" | "mergedInto">>;

const ARTICLE = /^(?:the|a|an|these|those|this|that|le|la|les|un|une|des)\s+|^l['’]/i;
const DEFINITE = /^(?:the|these|those|this|that|le|la|les)\s|^l['’]|^ال/i;
const SAME = /^(?:same|said|aforementioned)\s+/i;
/** Heads that any speaker may be pointed back at with. */
const ANYBODY = new Set(["source", "sources", "مصدر", "مصادر"]);
const PRONOUNS = new Map([
  ["he", 1],
  ["she", 1],
  ["they", 2],
]);
const PLURAL_HEADS = new Set([
  "people",
  "media",
  "police",
  "forces",
  "مصادر",
  "وسائل",
  "قوات",
  "مسؤولون",
  "مسؤولين",
  "شهود",
]);

/**
 * Which entity a source's words stand for. Words that point back ("The sources", "the official", "he") mean the last
 * earlier speaker in the report of the same number, and of the same noun when they have one; other words mean whoever
 * had the same words before, in the report or in the registry. An unnamed source lives within its outlet: an entity
 * with another outlet than `outletId` is a stranger. Undefined means a new one is to be made.
 */
export function proposeEntityForSource(
  quote: string,
  earlierSources: readonly EarlierSource[],
  entities: readonly KnownEntity[],
  outletId?: EntityId,
): EntityId | undefined {
  const words = bareWords(quote);
  if (words === "") return undefined;
  const pointed = pointsBackTo(quote, words, earlierSources);
  if (pointed) return pointed.entityId;

  const same = earlierSources.findLast((earlier) => bareWords(earlier.quote) === words);
  if (same) return same.entityId;
  const known = entities.filter((each) => !each.mergedInto && (!each.outletId || each.outletId === outletId));
  return known.find(({ name, aliases }) => [name, ...aliases].some((each) => bareWords(each) === words))?.id;
}

function pointsBackTo(quote: string, words: string, earlier: readonly EarlierSource[]): EarlierSource | undefined {
  const pronoun = PRONOUNS.get(words);
  if (pronoun !== undefined) return earlier.findLast((source) => number(bareWords(source.quote)) === pronoun);
  if (!DEFINITE.test(quote.trim()) || words.includes(" ")) return undefined;
  const sameNoun = earlier.findLast((source) => nouns(source.quote).includes(words));
  if (sameNoun) return sameNoun;
  return ANYBODY.has(words)
    ? earlier.findLast((source) => number(bareWords(source.quote)) === number(words))
    : undefined;
}

/** Lower case, no article, no vowel signs, nothing invisible: "The sources" and "sources" are the same words. */
function bareWords(quote: string): string {
  const words = plainWords(sameWords(quote).text).toLowerCase();
  return words
    .replace(ARTICLE, "")
    .replace(SAME, "")
    .replace(/(^|\s)ال(?=\p{L}{2})/gu, "$1");
}

/** The word that says what a speaker is: the last in English, the first in Arabic. */
function nouns(quote: string): string[] {
  const words = bareWords(quote).split(" ");
  return [words[0] ?? "", words.at(-1) ?? ""];
}

/** 1 or 2 and more. */
function number(words: string): number {
  const [first = "", last = ""] = [words.split(" ")[0], words.split(" ").at(-1)];
  const plural = PLURAL_HEADS.has(first) || PLURAL_HEADS.has(last) || /[^su]s$/.test(last) || /\band\b/.test(words);
  return plural ? 2 : 1;
}
