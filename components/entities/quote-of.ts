import type { Annotation } from "@/domain/tag/tag";

/** The words an annotation stands on, with what lies between its segments left out. */
export function quoteOf({ segments }: Pick<Annotation, "segments">): string {
  return segments.map(({ quote }) => quote).join(" […] ");
}
