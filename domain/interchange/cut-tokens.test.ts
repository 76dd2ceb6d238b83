import fc from "fast-check";
import { expect, test } from "vitest";
import { lossLedger } from "@/domain/formats/loss";
import { tokenised, withoutOverlap } from "@/domain/formats/shared/tokenised";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { cutOf } from "@/domain/interchange/pieces";

test("tokens and their blanks are the text, and every tag is on whole tokens", () => {
  fc.assert(
    fc.property(aDocument, (document) => {
      const ledger = lossLedger();
      const { tokens, parts, index } = tokenised(document, ledger);
      const { text } = document;
      expect(
        tokens.map(({ start, end, spaceAfter }) => text.slice(start, end) + (spaceAfter ? " " : "")).join(""),
      ).toBe(text);
      const count = (what: string) => ledger.losses().find((loss) => loss.what === what)?.count ?? 0;
      const all = document.spans.flatMap((span) => span.segments.map((segment) => ({ span, segment })));
      expect(parts.length + count("blank-spans")).toBe(all.length);
      let trimmed = 0;
      for (const { span, first, last, start, end } of parts) {
        const segment = span.segments.find((each) => each.start <= start && end <= each.end);
        expect(segment).toBeDefined();
        if (!segment) continue;
        if (segment.start !== start || segment.end !== end) trimmed += 1;
        const cut = cutOf(segment, index);
        expect(tokens[first]?.blank).toBe(false);
        expect(text.slice(cut.start, tokens[first]?.start).trim()).toBe("");
        expect(text.slice(tokens[last]?.end, cut.end).trim()).toBe("");
      }
      expect(trimmed).toBe(count("blank-borders"));
      const taken = withoutOverlap(parts).flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, nth) => first + nth),
      );
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});
