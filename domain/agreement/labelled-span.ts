/** A label that somebody put on part of a text; `start` included, `end` not, in code points (or tokens). */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** One report as several people tagged it: one list of spans a rater, positions from 0 to `length`. */
export interface TaggedReport {
  readonly length: number;
  readonly raters: readonly (readonly LabelledSpan[])[];
}
