import { claimWords } from "@/domain/suggestion/claim-words";
import { linkPrecision, placeRole } from "@/domain/suggestion/place-role";
import { proposeClaimAttributes } from "@/domain/suggestion/propose-attributes";
import { asGuesses } from "@/domain/tag/guessed";
import { boundariesOf } from "@/domain/text/boundaries";
import { offsetIndex, utf16 } from "@/domain/text/offsets";
import { arabicNamesIn } from "./arabic-places";
import { type Clause, clausesIn } from "./clauses";
import { eventTimeIn } from "./event-time";
import { figuresIn } from "./figures";
import { namesIn } from "./place-names";
import { placesIn } from "./places";
import type { Engine, Proposal, ProposedClaim, ProposedLink, ProposedPlace, ProposedSource } from "./proposal";
import { type Saying, sayingsIn } from "./sayings";
import { type SourceFound, sourcesIn } from "./sources";

/**
 * The engine that comes with Glossator: places, sources and claims by rules about words, in English; places, sources,
 * dates and figures in Arabic. It knows no topic and no country.
 */
export const builtIn: Engine = {
  name: "words",
  version: 1,
  names: ({ blocks, language }) => {
    const find = /^ar\b/i.test(language) ? arabicNamesIn : /^en\b/i.test(language) ? namesIn : () => [];
    return [...new Set(find(blocks.map(({ text }) => text).join("\n")))];
  },
  propose: (report, context) => {
    const whole = report.text;
    const index = offsetIndex(whole);
    const places = placesIn(whole, report.language, context);
    const at = (position: number) => index.toCodePoint(utf16(position));
    const spans = (start: number, end: number) => [{ start: at(start), end: at(end) }];
    const placed = places.map((each, nth): ProposedPlace & { from: number; to: number } => ({
      ...{ key: `place-${nth}`, kind: "place", spans: spans(each.start, each.end), attributes: each.attributes },
      ...{ score: each.score, reason: each.reason, from: each.start, to: each.end },
    }));
    const said: Proposal[] = [];
    let cursor = 0;
    for (const block of report.blocks) {
      const start = whole.indexOf(block.text, cursor);
      if (start < 0) continue;
      cursor = start + block.text.length;
      const inBlock = placed.filter(({ from, to }) => from >= start && to <= cursor);
      said.push(...proposalsOfBlock(block.text, start, { report, places: inBlock, at, counted: said.length }));
    }
    return [...placed.map(({ from: _f, to: _t, ...place }) => place), ...said];
  },
};

type Around = {
  report: Parameters<Engine["propose"]>[0];
  places: readonly (ProposedPlace & { from: number; to: number })[];
  /** From UTF-16 units of the whole text to code points. */
  at: (position: number) => number;
  counted: number;
};

function proposalsOfBlock(text: string, start: number, around: Around): (ProposedSource | ProposedClaim)[] {
  const { report, at, counted } = around;
  const proposals: (ProposedSource | ProposedClaim)[] = [];
  let last: string | undefined;
  for (const sentence of boundariesOf(text, report.language).sentences) {
    const sources = sourcesIn(text, sentence, report.language);
    const keys = new Map<SourceFound, string>();
    for (const source of sources) {
      const key = `said-${counted + proposals.length}`;
      keys.set(source, key);
      proposals.push({
        ...{
          key,
          kind: "source",
          spans: [{ start: at(start + source.start), end: at(start + source.end) }],
          attributes: {},
        },
        ...{ score: 0.9, reason: { rule: source.rule, words: text.slice(source.cue.start, source.cue.end) } },
      });
    }
    if (claimWords(report.language) === undefined) continue;
    for (const saying of sayingsIn(text, sentence, sources)) {
      const speaker = saying.source && keys.get(saying.source);
      const made = claimsOf(text, start, { ...around, sentence, saying, speaker, first: counted + proposals.length });
      proposals.push(...made);
    }
    last = sources.length > 0 ? keys.get(sources.at(-1) as SourceFound) : last;
  }
  return proposals;
}

type Said = Around & {
  sentence: { start: number; end: number };
  saying: Saying;
  speaker: string | undefined;
  first: number;
};

const MODAL: ReadonlySet<string> = new Set(["intention", "forecast"]);

function claimsOf(text: string, start: number, said: Said): ProposedClaim[] {
  const { saying, report, sentence, at, first, speaker } = said;
  const words = text.slice(sentence.start, sentence.end);
  if (/\?\s*$/.test(words)) return [];
  const clauses = clausesIn(text, saying, speaker !== undefined, report.language);
  const claims: ProposedClaim[] = [];
  let mainKind: string | undefined;
  for (const clause of clauses) {
    const quote = text.slice(clause.start, clause.end);
    if (quote.split(/\s+/).length < 3) continue;
    const guesses = proposeClaimAttributes(quote, words, report.language, clause.start - sentence.start);
    if (clause.rule === "said" || clause.rule === "told") mainKind = guesses.kind;
    const kind = clause.rule === "and-verb" && isBare(quote) && MODAL.has(mainKind ?? "") ? mainKind : guesses.kind;
    const eventTime = eventTimeIn(quote, report.published) ?? undefined;
    const quantities = figuresIn(quote, report.language);
    const attributes = {
      ...asGuesses({ ...guesses, ...(kind && { kind: kind as typeof guesses.kind }) }),
      ...(eventTime && { eventTime }),
      ...(quantities.length > 0 && { quantities }),
    };
    claims.push({
      ...{ key: `said-${first + claims.length}`, kind: "claim", attributes },
      spans: [{ start: at(start + clause.start), end: at(start + clause.end) }],
      links: [attributionOf(said, start), ...locationsOf(text, start, clause, said)],
      score: clause.rule === "said" ? 0.85 : clause.rule === "told" ? 0.6 : 0.5,
      reason: { rule: clause.rule, words: reasonWords(text, clause, saying) },
    });
  }
  return claims;
}

/** "open", not "opened" or "has opened": it hangs on the plan before it. */
const isBare = (quote: string) =>
  !/^(?:\w+ed|is|are|was|were|has|have|had|will|would|can|could|may|might|did|does)\b/i.test(quote);

function reasonWords(text: string, clause: Clause, { source }: Saying): string {
  if (source) return text.slice(source.cue.start, source.cue.end);
  return text.slice(clause.start, clause.end).split(/\s+/).slice(0, 4).join(" ");
}

function attributionOf({ speaker, saying, at }: Said, start: number): ProposedLink {
  if (!speaker || !saying.source) return { kind: "attributed-to", toArticle: true, attributes: { how: "none" } };
  const { cue } = saying.source;
  return {
    ...{ kind: "attributed-to", to: speaker, attributes: { how: "explicit" } },
    cue: { start: at(start + cue.start), end: at(start + cue.end) },
  };
}

/** The outermost places inside a claim; one that only says where another lies is left out. */
function locationsOf(text: string, start: number, clause: Clause, { places }: Said): ProposedLink[] {
  const inside = places
    .map((place) => ({ place, from: place.from - start, to: place.to - start }))
    .filter(({ from, to }) => from >= clause.start && to <= clause.end);
  const outer = inside.filter(
    (each) => !inside.some((other) => other !== each && other.from <= each.from && each.to <= other.to),
  );
  const located = outer.filter((each, at) => {
    const previous = outer[at - 1];
    return !previous || !/^(?: city| town| village)?(?:,| in| في)(?: the)? $/.test(text.slice(previous.to, each.from));
  });
  return located.slice(0, 10).map(({ place, from }): ProposedLink => {
    const role = placeRole(text.slice(clause.start, from));
    const precision = linkPrecision(role, place.attributes.featureType);
    return { kind: "located-at", to: place.key, attributes: { role, ...(precision && { precision }) } };
  });
}
