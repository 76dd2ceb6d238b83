import type { LabelledSpan, TaggedReport } from "@/domain/agreement/labelled-span";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import { diagonal, type Tally, tallying } from "@/domain/agreement/tally";

/**
 * The labels two people gave to spans with the same borders, as ratings: every such span is an item. Any measure
 * on ratings can be asked of the tally. A pair of borders that one person used more than once is matched as often
 * as both have it, equal labels first.
 */
export function tallyMatchingBorders(
  first: readonly LabelledSpan[],
  second: readonly LabelledSpan[],
  labels: readonly string[],
): Tally {
  const codes = new Map(labels.map((label, place) => [label, place]));
  const counting = tallying(labels, 2);
  const theirs = byBorders(second, codes);
  for (const [borders, mine] of byBorders(first, codes)) {
    for (const pair of matched(mine, theirs.get(borders) ?? [])) counting.add(pair);
  }
  return counting.tally();
}

/** How many spans of two people have the same borders, and how many of these also the same label. */
export interface BorderCount {
  readonly matching: number;
  readonly sameLabel: number;
}

/** Counts every two of a report's raters together. */
export function countMatchingBorders({ raters }: TaggedReport): BorderCount {
  const labels = [...new Set(raters.flat().map(({ label }) => label))];
  let [matching, sameLabel] = [0, 0];
  raters.forEach((first, i) => {
    for (const second of raters.slice(i + 1)) {
      const tally = tallyMatchingBorders(first, second, labels);
      matching += tally.paired;
      sameLabel += diagonal(tally.table, labels.length);
    }
  });
  return { matching, sameLabel };
}

/** The share of spans with matching borders that also have the same label. */
export function labelAgreement({ matching, sameLabel }: BorderCount): Outcome {
  return matching === 0 ? none("no-matching-borders") : number(sameLabel / matching);
}

function byBorders(spans: readonly LabelledSpan[], codes: ReadonlyMap<string, number>): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { start, end, label } of spans) {
    const code = codes.get(label);
    if (code === undefined) continue;
    const borders = `${start} ${end}`;
    const group = groups.get(borders);
    if (group) group.push(code);
    else groups.set(borders, [code]);
  }
  return groups;
}

function matched(mine: readonly number[], theirs: readonly number[]): readonly (readonly number[])[] {
  const left = [...theirs];
  const rest: number[] = [];
  const pairs: number[][] = [];
  for (const code of mine) {
    const place = left.indexOf(code);
    if (place === -1) rest.push(code);
    else pairs.push([code, ...left.splice(place, 1)]);
  }
  left.slice(0, rest.length).forEach((code, place) => {
    pairs.push([rest[place] ?? code, code]);
  });
  return pairs;
}
