import { type Emphasis, Emphasised } from "@/domain/document/emphasis";
import type { Block } from "@/domain/report/report";
import type { Annotation } from "@/domain/tag/tag";
import { type Pen, penOf } from "@/editor/drawn";

/** A tag as it is printed: its number stands after its words and in the lists. */
export type Numbered = { readonly mark: string; readonly pen: Pen } & Pick<Annotation, "id" | "segments">;

/** A stretch of text between two borders of tags. */
export type Stretch = {
  /** How many claims begin before it. */
  opens: number;
  text: string;
  /** How the document shows it. */
  looks: readonly Emphasis[];
  /** What it is underlined as, each once. */
  under: readonly Pen[];
  /** The tags that end after it: claims with a bracket, the others with their number alone. The shortest first. */
  closes: readonly { mark: string; pen: Pen }[];
};

const letters: Record<Pen, string> = { claim: "", place: "P", source: "S", custom: "K" };

/** Numbers rows of tags that are listed together: "1" for the first claim, "P1" for the first place and all its mentions. */
export function numbered(
  rows: readonly { kind: string; tags: readonly Annotation[] }[],
): Map<Annotation["id"], Numbered> {
  const counts: Record<Pen, number> = { claim: 0, place: 0, source: 0, custom: 0 };
  const all = new Map<Annotation["id"], Numbered>();
  for (const { kind, tags } of rows) {
    const pen = penOf(kind);
    counts[pen] += 1;
    const mark = `${letters[pen]}${counts[pen]}`;
    for (const { id, segments } of tags) all.set(id, { id, segments, mark, pen });
  }
  return all;
}

const plain = new Emphasised([]);

/**
 * A block's text with the borders of its tags, for a page without colours: claims in brackets, everything else
 * underlined, and numbers after both. Where claims overlap, the one that begins first has the outer bracket.
 */
export function stretchesOf(
  block: Pick<Block, "start" | "text">,
  tags: readonly Numbered[],
  emphasised: Emphasised = plain,
): Stretch[] {
  const characters = Array.from(block.text);
  const end = block.start + characters.length;
  const here = tags.flatMap(({ segments, mark, pen }) =>
    segments
      .map((segment) => ({ start: Math.max(segment.start, block.start), end: Math.min(segment.end, end), mark, pen }))
      .filter((part) => part.start < part.end),
  );
  const shown = emphasised.within(block.start, end);
  const borders = new Set([block.start, end, ...[...here, ...shown].flatMap((part) => [part.start, part.end])]);
  const cuts = [...borders].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end;
    const covering = here.filter((part) => part.start <= from && part.end >= to);
    const ending = covering.filter((part) => part.end === to).toSorted((a, b) => b.start - a.start);
    return {
      opens: covering.filter((part) => part.pen === "claim" && part.start === from).length,
      text: characters.slice(from - block.start, to - block.start).join(""),
      looks: shown.find((part) => part.start <= from && part.end >= to)?.looks ?? [],
      under: [...new Set(covering.map(({ pen }) => pen).filter((pen) => pen !== "claim"))],
      closes: ending.map(({ mark, pen }) => ({ mark, pen })),
    };
  });
}
