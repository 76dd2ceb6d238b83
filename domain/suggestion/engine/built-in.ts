import { claimWords } from "@/domain/suggestion/claim-words";
import { linkPrecision, placeRole } from "@/domain/suggestion/place-role";
import { proposeClaimAttributes } from "@/domain/suggestion/propose-attributes";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { asGuesses } from "@/domain/tag/guessed";
import { boundariesOf } from "@/domain/text/boundaries";
import { offsetIndex, utf16 } from "@/domain/text/offsets";
import { arabicNamesIn } from "./arabic-places";
import { linkToCause } from "./causes";
import { linkClaims, type Told } from "./claim-links";
import { type Clause, clausesIn } from "./clauses";
import { eventTimeIn } from "./event-time";
import { figuresIn } from "./figures";
import { namesIn } from "./place-candidates";
import { placesIn } from "./places";
import type { Engine, Proposal, ProposedClaim, ProposedLink, ProposedPlace, ProposedSource } from "./proposal";
import { type GoesOn, goesOn, type Saying, sayingsIn } from "./sayings";
import { type SourceFound, sourcesIn } from "./sources";

/**
 * The engine that comes with Glossator: places, sources and claims by rules about words, in English; places, sources,
 * dates and figures in Arabic. It knows no topic and no country.
 */
export const builtIn: Engine = {
  name: "words",
  version: 3,
  names: ({ text, language }) => {
    const find = /^ar\b/i.test(language) ? arabicNamesIn : /^en\b/i.test(language) ? namesIn : () => [];
    return [...new Set(find(text))];
  },
  propose: (report, context) => {
    const whole = report.text;
    const index = offsetIndex(whole);
    const places = placesIn(whole, report.language, context);
    const at = (position: number) => index.toCodePoint(utf16(position));
    const placed = places.map(({ start, end, attributes, score, reason }, nth): PlacedAt => {
      const spans = [{ start: at(start), end: at(end) }];
      return { place: { key: `place-${nth}`, kind: "place", spans, attributes, score, reason }, from: start, to: end };
    });
    const said: Proposal[] = [];
    const told: Told[] = [];
    let speaking: Speaking | undefined;
    let cursor = 0;
    for (const block of report.blocks) {
      const start = whole.indexOf(block.text, cursor);
      if (start < 0) continue;
      cursor = start + block.text.length;
      const inBlock = placed.filter(({ from, to }) => from >= start && to <= cursor);
      const around = { report, places: inBlock, at, counted: said.length, told, speaking };
      const found = proposalsOfBlock(block.text, start, around);
      said.push(...found.proposals);
      speaking = found.speaking;
    }
    linkClaims(told);
    return [...placed.map(({ place }) => place), ...said];
  },
};

/** A proposed place and where it stands, in UTF-16 units of the whole text. */
type PlacedAt = { place: ProposedPlace; from: number; to: number };

type Around = {
  report: Parameters<Engine["propose"]>[0];
  places: readonly PlacedAt[];
  /** From UTF-16 units of the whole text to code points. */
  at: (position: number) => number;
  counted: number;
  /** The claims so far; those of the block are added. */
  told: Told[];
  /** Who spoke last in the paragraph before. */
  speaking: Speaking | undefined;
};

type Speaking = { key: string; words: string };

function proposalsOfBlock(text: string, start: number, around: Around) {
  const { report, at, counted } = around;
  const proposals: (ProposedSource | ProposedClaim)[] = [];
  const isRead = claimWords(report.language) !== undefined;
  let before = around.speaking;
  let speaking: Speaking | undefined;
  for (const sentence of boundariesOf(text, report.language).sentences) {
    const sources = sourcesIn(text, sentence, report.language);
    const keys = new Map<SourceFound, string>();
    for (const source of sources) {
      const key = `said-${counted + proposals.length}`;
      keys.set(source, key);
      const spans = [{ start: at(start + source.start), end: at(start + source.end) }];
      const reason = { rule: source.rule, words: text.slice(source.cue.start, source.cue.end) };
      proposals.push({ key, kind: "source", spans, attributes: {}, score: 0.9, reason });
    }
    const again = sources.length === 0 && before && goesOn(text, sentence, before.words);
    for (const saying of again ? [again] : sayingsIn(text, sentence, sources)) {
      if (!isRead) break;
      const source = "source" in saying && saying.source && keys.get(saying.source);
      const speaker = again ? before?.key : source || undefined;
      const first = counted + proposals.length;
      proposals.push(...claimsOf(text, start, { around, sentence, saying, speaker, first }));
    }
    const last = sources.at(-1);
    const key = last && keys.get(last);
    if (key) speaking = { key, words: text.slice(last.start, last.end) };
    else if (again) speaking = before;
    before = speaking ?? (again ? before : undefined);
  }
  return { proposals, speaking };
}

type Said = {
  around: Around;
  sentence: { start: number; end: number };
  saying: Saying | GoesOn;
  speaker: string | undefined;
  first: number;
};

const MODAL: ReadonlySet<string> = new Set(["intention", "forecast"]);

function claimsOf(text: string, start: number, said: Said): ProposedClaim[] {
  const { saying, sentence, first, speaker } = said;
  const { report, at, told } = said.around;
  const words = text.slice(sentence.start, sentence.end);
  if (/\?\s*$/.test(words)) return [];
  const clauses = clausesIn(text, saying, speaker !== undefined, report.language);
  const claims: ProposedClaim[] = [];
  const made: Parameters<typeof linkToCause>[1][number][] = [];
  let mainKind: string | undefined;
  for (const clause of clauses) {
    const quote = text.slice(clause.start, clause.end);
    if (!(/^ar\b/i.test(report.language) ? TWO_WORDS : THREE_WORDS).test(quote)) continue;
    const guesses = proposeClaimAttributes(quote, words, report.language, clause.start - sentence.start);
    if (clause.rule === "said" || clause.rule === "told") mainKind = guesses.kind;
    const kind = clause.rule === "and-verb" && isBare(quote) && MODAL.has(mainKind ?? "") ? mainKind : guesses.kind;
    const eventTime = eventTimeIn(quote, report.published) ?? undefined;
    const quantities = figuresIn(quote, report.language);
    const attributes: ClaimAttributes = asGuesses(kind ? { ...guesses, kind: kind as typeof guesses.kind } : guesses);
    if (eventTime) attributes.eventTime = eventTime;
    if (quantities.length > 0) attributes.quantities = quantities;
    const spans = [{ start: at(start + clause.start), end: at(start + clause.end) }];
    const links = locationsOf(text, start, clause, said.around);
    links.unshift(attributionOf(said, start));
    const key = `said-${first + claims.length}`;
    made.push({ clause, key, links });
    const before = text.slice(sentence.start, clause.start);
    told.push({ key, links, rule: clause.rule, kind: attributes.kind, words: quote, before, paragraph: start });
    const score = clause.rule === "said" ? 0.85 : clause.rule === "told" ? 0.6 : 0.5;
    const reason = { rule: clause.rule, words: reasonWords(text, clause, cueOf(saying)) };
    claims.push({ key, kind: "claim", attributes, spans, links, score, reason });
  }
  linkToCause(text, made);
  return claims;
}

const THREE_WORDS = /\s\S+\s/;
/** In Arabic "the town fell" is two. */
const TWO_WORDS = /\s/;

/** "open", not "opened" or "has opened": it hangs on the plan before it. */
const isBare = (quote: string) =>
  !/^(?:\w+ed|is|are|was|were|has|have|had|will|would|can|could|may|might|did|does)\b/i.test(quote);

const cueOf = (saying: Saying | GoesOn) => ("cue" in saying ? saying.cue : saying.source?.cue);

function reasonWords(text: string, clause: Clause, cue: ReturnType<typeof cueOf>): string {
  if (cue) return text.slice(cue.start, cue.end);
  return text.slice(clause.start, clause.end).split(/\s+/, 4).join(" ");
}

function attributionOf({ speaker, saying, around: { at } }: Said, start: number): ProposedLink {
  const cue = cueOf(saying);
  if (!speaker || !cue) return { kind: "attributed-to", toArticle: true, attributes: { how: "none" } };
  const said = { start: at(start + cue.start), end: at(start + cue.end) };
  const how = "cue" in saying ? "carried over" : "explicit";
  return { kind: "attributed-to", to: speaker, attributes: { how }, cue: said };
}

/** The outermost places inside a claim; one that only says where another lies is left out. */
function locationsOf(text: string, start: number, clause: Clause, { places }: Around): ProposedLink[] {
  const [first, last] = [clause.start + start, clause.end + start];
  const inside = places.filter(({ from, to }) => from >= first && to <= last);
  if (inside.length === 0) return [];
  const outer = inside.filter(
    (each) => !inside.some((other) => other !== each && other.from <= each.from && each.to <= other.to),
  );
  const located = outer.filter((each, at) => {
    const previous = outer[at - 1];
    return (
      !previous ||
      !/^(?: city| town| village)?(?:,| in| في)(?: the)? $/.test(text.slice(previous.to - start, each.from - start))
    );
  });
  return located.slice(0, 10).map(({ place, from }): ProposedLink => {
    const role = placeRole(text.slice(clause.start, from - start));
    const precision = linkPrecision(role, place.attributes.featureType);
    return { kind: "located-at", to: place.key, attributes: precision ? { role, precision } : { role } };
  });
}
