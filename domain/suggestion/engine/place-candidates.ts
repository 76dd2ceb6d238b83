import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { type CapitalWord, capitalWords, type NameRun, nameRuns } from "./capital-names";
import { NO_PLACE, SITE_NAME, SITE_OPENS, WORLD_REGIONS } from "./place-words";

export type Known = ReadonlyMap<string, readonly FoundPlace[]>;
/** A name in a text that may be one of a place. */
export type Candidate = NameRun & { known: readonly FoundPlace[]; size: number; ofPerson: boolean };

/** What is worth looking up in a text: each name once. */
export function namesIn(text: string): string[] {
  const names = new Set<string>();
  for (const { text: name } of runsIn(text).runs) if (!NO_PLACE.has(name)) names.add(name);
  return [...names];
}

type Runs = { readonly words: readonly CapitalWord[]; readonly runs: readonly NameRun[] };
/** Names are asked for, and then looked for, in the same text; those of the next one are often asked for in between. */
let latest: readonly { text: string; found: Runs }[] = [];

function runsIn(text: string): Runs {
  const before = latest.find((each) => each.text === text);
  if (before) return before.found;
  const words = capitalWords(text);
  const found = { words, runs: nameRuns(text, words) };
  latest = [{ text, found }, ...latest.slice(0, 1)];
  return found;
}

/** Of names within each other the longest that is known or is a site; unknown words stand alone. */
export function candidatesIn(text: string, places: Known): Candidate[] {
  const { runs, words } = runsIn(text);
  const taken = new Uint8Array(words.length);
  const chosen: Candidate[] = [];
  for (const { start, end, text: name, opens, from, to } of runs.toSorted(byLength)) {
    if (taken.subarray(from, to + 1).includes(1)) continue;
    const known = surely(places.get(name));
    const size = to - from + 1;
    if (size > 1 && !isWhole(name, known, words.slice(from, to + 1))) continue;
    taken.fill(1, from, to + 1);
    const ofPerson = isOfPerson(text, { start, end });
    chosen.push({ start, end, text: name, opens, from, to, known, size, ofPerson });
  }
  return chosen.sort((a, b) => a.start - b.start);
}

const byLength = (a: NameRun, b: NameRun) => b.to - b.from - (a.to - a.from);
const NONE: readonly FoundPlace[] = [];
const isGuess = ({ layer }: FoundPlace) => layer === "guess";
/** Nearly always there is no guess among them. */
const surely = (places = NONE) => (places.some(isGuess) ? places.filter((each) => !isGuess(each)) : places);

/** Whether several words are one name: known by its letters and not of common words only, or that of a site. */
function isWhole(name: string, known: readonly FoundPlace[], words: readonly CapitalWord[]): boolean {
  if (WORLD_REGIONS.has(name) || known.some(isCountry)) return true;
  const parts = words.map(({ word }) => word);
  if (isSite(name, parts)) return true;
  if (known.length === 0 || name.includes(" and ")) return false;
  const isLetters = known.some(({ layer }) => layer !== "spelling" || /[-’']/.test(name) || name.length > 7);
  return isLetters && parts.some((part) => !NO_PLACE.has(part)) && !NO_PLACE.has(parts[0] ?? "");
}

export function isSite(name: string, parts: readonly string[]): boolean {
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (SITE_OPENS.test(name)) return parts.length === 2 && !NO_PLACE.has(last) && !/^\p{Lu}+$/u.test(last);
  if (!SITE_NAME.test(last) || / of /.test(name) || (/ and /.test(name) && parts.length < 4)) return false;
  return !/^(?:The|A|An|This|That|In|At|Our|His|Her|On|New|Super|State)$/.test(first);
}

export const isCountry = ({ featureType, layer }: FoundPlace) => featureType === "country" && layer !== "spelling";

const NEXT_NAME = /^ (\p{Lu}[\p{L}\p{M}]+)/u;
const NAME_BEFORE = /(\p{Lu}[\p{L}\p{M}]+|\p{Lu}\.) $/u;

function isOfPerson(text: string, { start, end }: { start: number; end: number }): boolean {
  const next = text[end] === " " ? NEXT_NAME.exec(text.slice(end, end + 30))?.[1] : undefined;
  if (next !== undefined && !NO_PLACE.has(next)) return true;
  if (text[start - 1] !== " ") return false;
  const previous = NAME_BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  return previous !== undefined && !NO_PLACE.has(previous) && !/^(?:St|Saint|Mount)$/.test(previous);
}
