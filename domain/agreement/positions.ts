import type { Span, TaggedReport } from "@/domain/agreement/span";
import { at, type Tally, tallying } from "@/domain/agreement/tally";

/** The category of a position on which a rater put none of the labels. */
export const untagged = "∅";

/**
 * Turns spans into ratings of positions (characters or tokens, whatever the spans count): every position of the
 * report is an item, each rater's category is the label there or `untagged`. Where a rater's own spans overlap the
 * earliest counts, then the longest; tally one label at a time to keep overlapping labels apart.
 *
 * `labels` must be the same for all reports that will be pooled; spans with other labels are left out.
 */
export function tallyPositions({ length, raters }: TaggedReport, labels: readonly string[]): Tally {
  const codes = new Map(labels.map((label, place) => [label, place + 1]));
  const counting = tallying([untagged, ...labels], raters.length);
  const stretches = raters.map((spans) => stretchesOf(spans, codes, length));
  const now = new Int32Array(raters.length);
  const next = new Int32Array(raters.length);

  for (let position = 0; position < length; ) {
    let until = length;
    stretches.forEach(({ from, code }, rater) => {
      let place = at(next, rater);
      if (from[place] === position) {
        now[rater] = at(code, place);
        next[rater] = ++place;
      }
      const change = from[place];
      if (change !== undefined && change < until) until = change;
    });
    counting.add(now, until - position);
    position = until;
  }
  return counting.tally();
}

/** A rater's report as stretches of one category each: where each begins, and its code. */
interface Stretches {
  readonly from: readonly number[];
  readonly code: readonly number[];
}

function stretchesOf(spans: readonly Span[], codes: ReadonlyMap<string, number>, length: number): Stretches {
  const from = [0];
  const code = [0];
  const begin = (position: number, value: number) => {
    if (from.at(-1) === position) {
      code[code.length - 1] = value;
    } else {
      from.push(position);
      code.push(value);
    }
  };
  let taken = 0;
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const value = codes.get(label);
    const [first, last] = [Math.max(start, taken), Math.min(end, length)];
    if (value === undefined || first >= last) continue;
    begin(first, value);
    begin(last, 0);
    taken = last;
  }
  return { from, code };
}
