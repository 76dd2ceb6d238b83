import type { Span } from "@/client/desk/desk";
import { codePoint } from "@/domain/text/offsets";
import { passage, type Segment, segmentsOf } from "@/domain/text/segment";

/** Makes segments of spans over one text; the text is indexed once, when it is first needed. */
export function segmentMaker(text: () => string): (spans: readonly Span[]) => Segment[] {
  let within: ReturnType<typeof passage> | undefined;
  return (spans) => {
    within ??= passage(text());
    return segmentsOf(
      within,
      spans.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) })),
    );
  };
}
