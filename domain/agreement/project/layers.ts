import type { LabelledSpan } from "@/domain/agreement/labelled-span";

/**
 * Work that is done a little at a time: whoever drives it may do something else between two steps, so that a long
 * computation never holds up those who wait for something short.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** One person's tags on one report, as numbers: positions (code points or words) and the number of each kind. */
export interface TagColumns {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Int32Array;
  /** The id of the tag at a place. */
  readonly idAt: (place: number) => string;
}

export interface RaterLayer {
  /** The place of this person in the list of people. */
  readonly person: number;
  readonly tags: TagColumns;
}

/** A report as two or more people tagged it, each without seeing the others. */
export interface ReportLayers {
  readonly id: string;
  readonly title: string;
  /** The Monday of the week in which the last of them submitted, `2026-11-16`. */
  readonly week: string;
  /** Positions of the text. */
  readonly length: number;
  readonly layers: readonly RaterLayer[];
}

/** A person's tags as labelled spans; with `kind`, only those of that kind. */
export function spansOf({ tags }: RaterLayer, kinds: readonly string[], kind?: number): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (let place = 0; place < tags.count; place++) {
    const code = tags.kinds[place] ?? 0;
    if (kind !== undefined && code !== kind) continue;
    spans.push({ start: tags.starts[place] ?? 0, end: tags.ends[place] ?? 0, label: kinds[code] ?? "" });
  }
  return spans;
}
