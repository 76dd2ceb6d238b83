import { quotesOf, rangesOf, type TableRow } from "@/domain/formats/table/row";
import type { SentText } from "@/domain/interchange/line-ends";
import type { Trouble } from "@/domain/interchange/reader";
import type { OffsetUnit, RangeTrouble } from "@/domain/interchange/units";
import { type CodePointRange, utf16 } from "@/domain/text/offsets";
import { normaliseRanges } from "@/domain/text/segment";

/** `byQuote`: the words do not stand where the row says, but in one place of the text only. */
export type PlacedRow =
  | { ok: true; segments: readonly CodePointRange[]; byQuote: boolean }
  | { ok: false; trouble: Trouble };

/** Where the words of a row stand. Offsets that fit their words come first; else words that stand in one place only. */
export function placedRow(row: TableRow, sent: SentText, unit: OffsetUnit): PlacedRow {
  const ranges = rangesOf(row);
  const quotes = quotesOf(row, ranges?.length ?? 1);
  if (!ranges) return byQuote(row, sent);
  const placed: CodePointRange[] = [];
  for (const [nth, range] of ranges.entries()) {
    const found = sent.place(range, unit, quotes?.[nth]);
    if (!found.ok) return row.said.has("quote") ? byQuote(row, sent) : wrong(range, unit, found.trouble);
    placed.push(found.range);
  }
  if (row.said.has("quote") && !quotes) return byQuote(row, sent);
  return { ok: true, segments: normaliseRanges(placed), byQuote: false };
}

const wrong = ({ start, end }: { start: number; end: number }, unit: OffsetUnit, trouble: RangeTrouble): PlacedRow => ({
  ok: false,
  trouble: { is: "offsets", start, end, unit, trouble },
});

/** Words that stand in the text once; a quote of several parts is not looked for. */
function byQuote({ said }: TableRow, { text, index }: SentText): PlacedRow {
  const quote = said.get("quote");
  if (quote === undefined) return { ok: false, trouble: { is: "no-place" } };
  const at = text.indexOf(quote);
  const again = at < 0 ? -1 : text.indexOf(quote, at + 1);
  if (at < 0 || again >= 0) return { ok: false, trouble: { is: "quote", quote, often: at >= 0 } };
  const [start, end] = [index.toCodePoint(utf16(at)), index.toCodePoint(utf16(at + quote.length))];
  return { ok: true, segments: [{ start, end }], byQuote: said.has("start") || said.has("segments") };
}
