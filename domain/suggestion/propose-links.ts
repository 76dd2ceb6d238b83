import type { Annotation } from "@/domain/tag/tag";
import { type Block, blockAt } from "@/domain/text/blocks";
import { sentenceAt } from "@/domain/text/boundaries";
import { type CodePointRange, codePoint } from "@/domain/text/offsets";
import { type Passage, passage } from "@/domain/text/segment";
import { cueWordsNear } from "./cue-words";
import { type PlaceRole, placeRole } from "./place-role";

type Spot = Pick<Annotation, "id" | "segments">;
type ReportTag = Spot & Pick<Annotation, "kind"> & Partial<Pick<Annotation, "state">>;

export interface ProposedAttribution {
  /** A source annotation; absent: the article itself. */
  readonly source?: Annotation["id"];
  readonly how: "explicit" | "anaphoric" | "carried over" | "none";
  readonly cue?: CodePointRange;
}

export interface ProposedPlace {
  readonly annotationId: Annotation["id"];
  readonly role: PlaceRole;
  /** Exactly one of a claim's places gives it its coordinates. */
  readonly primary: boolean;
}

export interface ProposedLinks {
  readonly attribution: ProposedAttribution;
  readonly places: readonly ProposedPlace[];
}

export interface ReportSoFar {
  readonly claim: Spot;
  /** The report's tags that the analyst sees; withdrawn and rejected ones are passed over. */
  readonly tags: readonly ReportTag[];
  readonly blocks: readonly Block[];
  /** BCP 47. */
  readonly language?: string;
}

/**
 * Whom a new claim is attributed to and where it is located, for an analyst to take with one key.
 *
 * Source: the last one before the claim in its sentence, else one after it there ("…, local sources reported"), else
 * the paragraph's last before it, else the article itself. Places: those inside the claim's span; of nested ones the
 * outermost, which is the most exact ("Aleppo road", not Aleppo), but of "the hills near X" it is X; a place that only
 * says where another one lies ("Aqayrabat in Southern Hama") is left out.
 */
export function proposeLinks({ claim, tags, blocks, language = "und" }: ReportSoFar): ProposedLinks {
  const start = firstStart(claim);
  const block = start === undefined ? undefined : blockAt(blocks, codePoint(start));
  if (start === undefined || !block) return { attribution: { how: "none" }, places: [] };

  const standing = tags.filter(({ id, state }) => id !== claim.id && state !== "withdrawn" && state !== "rejected");
  const within = passage(block.text, block.start);
  const sources = standing.filter(({ kind }) => kind === "source").filter((source) => isWithin(source, block));
  return {
    attribution: attributionOf(claim, sources, within, language),
    places: locationsOf(
      claim,
      standing.filter(({ kind }) => kind === "place"),
      within,
    ),
  };
}

function attributionOf(claim: Spot, sources: readonly Spot[], within: Passage, language: string): ProposedAttribution {
  const span = spanOf(claim);
  const sentence = sentenceOf(within, span.start, language);
  const outside = sources.map((source) => ({ source, at: spanOf(source) })).toSorted((a, b) => a.at.start - b.at.start);
  const before = outside.findLast(({ at }) => at.end <= span.start && at.start >= sentence.start);
  const after = outside.find(({ at }) => at.start >= span.end && at.end <= sentence.end);
  const earlier = outside.findLast(({ at }) => at.end <= span.start);
  const found = before ?? after ?? earlier;
  if (!found) return { how: "none" };
  if (found !== before && found !== after) return { source: found.source.id, how: "carried over" };

  const cue = cueWordsNear(within, found.at, span, sentence);
  const how = isAnaphoric(found.source.segments[0]?.quote ?? "") ? "anaphoric" : "explicit";
  return { source: found.source.id, how, ...(cue && { cue }) };
}

/** Whether a source is named only by pointing back: "The sources", "he", "المصدر". */
export function isAnaphoric(quote: string): boolean {
  return /^(?:(?:the|these|those|this|that) (?:same |said )?(?:sources?|officials?|commanders?|reports?|statements?|ministry|agency|spokes\w+)|he|she|they|it|المصدر|المصادر|المسؤول|الوزارة|الوكالة)(?: نفسها?)?$/i.test(
    quote.trim(),
  );
}

function locationsOf(claim: Spot, places: readonly Spot[], within: Passage): ProposedPlace[] {
  const inside = places.filter((place) =>
    place.segments.every((part) => claim.segments.some(({ start, end }) => start <= part.start && part.end <= end)),
  );
  const chosen = inside
    .filter((place) => isMostExact(place, inside))
    .toSorted((a, b) => spanOf(a).start - spanOf(b).start);
  const located = chosen.flatMap((place, index) => {
    const before = wordsBetween(claim, place, within);
    const previous = chosen[index - 1];
    if (previous && liesIn(previous, place, within)) return [];
    return [{ annotationId: place.id, role: placeRole(before) }];
  });
  const primary = located.find(({ role }) => role === "at") ?? located[0];
  return located.map((place) => ({ ...place, primary: place === primary }));
}

function isMostExact(place: Spot, all: readonly Spot[]): boolean {
  if (pointsAtAnother(place, all)) return false;
  return !all.some((outer) => outer !== place && contains(outer, place) && !pointsAtAnother(outer, all));
}

/** "the hills near the road", where the road is marked too; "hills Shahed 9 and 10", where each of them is. */
function pointsAtAnother(outer: Spot, all: readonly Spot[]): boolean {
  const quote = outer.segments[0]?.quote ?? "";
  const span = spanOf(outer);
  return all.some((inner) => {
    if (inner === outer || !contains(outer, inner)) return false;
    if (inner.segments.length > outer.segments.length) return true;
    const before = quote.slice(0, -(inner.segments[0]?.quote.length ?? 0));
    return spanOf(inner).end === span.end && /\b(?:near|around|outside|close to)\b[^,]*$/i.test(before);
  });
}

function contains(outer: Spot, inner: Spot): boolean {
  const holds = ({ start, end }: { start: number; end: number }) =>
    outer.segments.some((around) => around.start <= start && end <= around.end);
  return (
    inner.segments.every(holds) && !outer.segments.every((part) => inner.segments.some((same) => isSame(same, part)))
  );
}

function isSame(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Whether a place follows another only to say where that one lies: "Aqayrabat in Southern Hama". */
function liesIn(place: Spot, region: Spot, within: Passage): boolean {
  const between = textOf(within, spanOf(place).end, spanOf(region).start);
  return /^(?: city| town| village)?(?:,| in| في| \()(?: the)? $|^ ?[(،,] ?$/.test(between);
}

/** The claim's words before a place, within the claim's part that holds it. */
function wordsBetween(claim: Spot, place: Spot, within: Passage): string {
  const { start } = spanOf(place);
  const part = claim.segments.find((segment) => segment.start <= start && start < segment.end);
  return part ? textOf(within, Math.max(part.start, within.start), start) : "";
}

function textOf({ text, start, index }: Passage, from: number, to: number): string {
  if (from < start || to > start + index.length || from > to) return "";
  return text.slice(index.toUtf16(codePoint(from - start)), index.toUtf16(codePoint(to - start)));
}

function sentenceOf(within: Passage, position: number, language: string): { start: number; end: number } {
  const found = sentenceAt(within.text, within.index.toUtf16(codePoint(position - within.start)), language);
  const whole = { start: within.start, end: within.start + within.index.length };
  if (!found) return whole;
  const back = (at: typeof found.start) => within.start + within.index.toCodePoint(at);
  return { start: back(found.start), end: back(found.end) };
}

function isWithin(tag: Spot, { start, end }: CodePointRange): boolean {
  const span = spanOf(tag);
  return span.start >= start && span.end <= end;
}

function firstStart(tag: Spot): number | undefined {
  return tag.segments[0]?.start;
}

/** From the first word of a tag to its last. */
function spanOf(tag: Spot): CodePointRange {
  const [first, last] = [tag.segments[0], tag.segments.at(-1)];
  return { start: codePoint(first?.start ?? 0), end: codePoint(last?.end ?? 0) };
}
