import type { LinkEnd, Value } from "@/domain/interchange/document";
import { isObject } from "@/domain/interchange/flat";
import type { SentText } from "@/domain/interchange/line-ends";
import { cutOf, inOrder, joinedWhere, rangeOf } from "@/domain/interchange/pieces";
import type { Trouble } from "@/domain/interchange/reader";
import { type OffsetUnit, offsetUnits, type RangeTrouble, type SaidRange } from "@/domain/interchange/units";
import type { CodePointRange } from "@/domain/text/offsets";

/** What brat's offsets count. */
const unit = "code point";

type Segments = { segments: CodePointRange[] } | { trouble: Trouble };

/** The segments of a text-bound line. Fragments that meet at a line's end were one span: brat takes none over it. */
export function segmentsOf(sent: SentText, fragments: readonly SaidRange[], words: string): Segments {
  const placed = rangesIn(sent, fragments, unit);
  const found = "ranges" in placed ? wordsOf(sent, placed.ranges) : "";
  if ("ranges" in placed && same(found, words)) {
    const cuts = inOrder(placed.ranges).map((range) => cutOf(range, sent.index));
    return { segments: joinedWhere(cuts, sent.text, /^\n+$/).map((cut) => rangeOf(cut, sent.index)) };
  }
  const fits = offsetUnits.find((other) => {
    const there = other === unit ? undefined : rangesIn(sent, fragments, other);
    return there && "ranges" in there && same(wordsOf(sent, there.ranges), words);
  });
  const trouble: RangeTrouble =
    "trouble" in placed && !fits ? placed.trouble : { is: "quote-differs", found, ...(fits ? { fits } : {}) };
  const [start, end] = [fragments[0]?.start ?? 0, fragments.at(-1)?.end ?? 0];
  return { trouble: { is: "offsets", start, end, unit, trouble, quote: words } };
}

/** Fragments are joined by one blank, and so is what a line break parts. */
const same = (found: string, words: string) => found.replaceAll("\n", " ") === words.replaceAll("\n", " ");

const wordsOf = ({ text, index }: SentText, ranges: readonly CodePointRange[]) =>
  ranges.map((range) => text.slice(index.toUtf16(range.start), index.toUtf16(range.end))).join(" ");

function rangesIn(sent: SentText, fragments: readonly SaidRange[], counted: OffsetUnit) {
  const ranges: CodePointRange[] = [];
  for (const fragment of fragments) {
    const placed = sent.place(fragment, counted);
    if (!placed.ok) return { trouble: placed.trouble };
    ranges.push(placed.range);
  }
  return { ranges };
}

/** "12 20;31 40" as segments; undefined where it is none of this text. */
export function cueIn(sent: SentText, said: string): CodePointRange[] | undefined {
  const ranges = rangesIn(
    sent,
    said.split(";").map((place) => {
      const [start, end] = place.split(" ").map(Number);
      return { start: start ?? Number.NaN, end: end ?? Number.NaN };
    }),
    unit,
  );
  return "ranges" in ranges ? inOrder(ranges.ranges) : undefined;
}

/** The other end of a link as this product's notes say it. */
export function endIn(said: Value | undefined): LinkEnd | undefined {
  if (said === undefined || !isObject(said)) return undefined;
  if (said["article"] === true) return { article: true };
  return typeof said["entity"] === "string" ? { entity: said["entity"] } : undefined;
}
