import type { QuotedSegment } from "@/domain/prose/prose";

const most = 50;
const longest = 10_000;

/** Whether a value is the places that a quote is of. That the words stand there, only a report can say. */
export const isQuotedSegments = (value: unknown): value is readonly QuotedSegment[] =>
  Array.isArray(value) && value.length >= 1 && value.length <= most && value.every(isQuotedSegment);

function isQuotedSegment(value: unknown): value is QuotedSegment {
  if (value === null || typeof value !== "object" || Object.keys(value).length !== 3) return false;
  const { start, end, quote }: { start?: unknown; end?: unknown; quote?: unknown } = value;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false;
  if (typeof quote !== "string" || quote === "" || quote.length > longest) return false;
  return Number(start) >= 0 && Number(start) < Number(end);
}
