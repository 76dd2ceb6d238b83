import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "@/domain/formats/conllu/conllu";
import { lossLedger } from "@/domain/formats/loss";
import type { AnnotatedDocument, Span } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { sentencesIn } from "@/domain/interchange/tokens";
import { codePoint } from "@/domain/text/offsets";

const span = (id: string, label: string, ...ranges: [number, number][]): Span => ({
  id,
  label,
  segments: ranges.map(([start, end]) => ({ start: codePoint(start), end: codePoint(end) })),
  attributes: {},
  made: {},
});

const one = (text: string, ...spans: Span[]): AnnotatedDocument => ({
  key: "k",
  title: "t",
  text,
  metadata: {},
  spans,
  links: [],
  notes: [],
});

describe("CoNLL-U Plus", () => {
  test("tags in parts and tags within tags stay, words are NFC", () => {
    const ledger = lossLedger();
    const said = sentencesOf(
      one("Near cafe\u0301 Hama.", span("a", "claim", [0, 4], [11, 15]), span("b", "place", [5, 15])),
      ledger,
    );
    expect(said.split("\n")).toEqual([
      "# newdoc id = k",
      "# sent_id = k-1",
      "# text = Near café Hama.",
      "# tag_1 = a",
      "# tag_2 = b",
      "1\tNear\t_\t_\t_\t_\t_\t_\t_\t_\t1:claim",
      "2\tcafé\t_\t_\t_\t_\t_\t_\t_\t_\t2:place",
      "3\tHama\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\t2;1",
      "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\t*",
      "",
      "",
    ]);
    expect(ledger.losses()).toEqual([]);
  });

  test("a tag over two sentences is written in each and told", () => {
    const ledger = lossLedger();
    const said = sentencesOf(one("He left. She came.", span("a", "claim", [3, 12])), ledger);
    expect(said.match(/# tag_1 = a/g)).toHaveLength(2);
    expect(ledger.losses()).toMatchObject([{ what: "spans-over-sentences", how: "split", count: 1 }]);
  });

  test("every row has eleven columns without blanks, and every word is there", () => {
    fc.assert(
      fc.property(aDocument, (document) => {
        const rows = sentencesOf(document, lossLedger())
          .split("\n")
          .filter((line) => /^\d+\t/.test(line));
        expect(rows).toHaveLength(sentencesIn(document.text, "en").flatMap(({ tokens }) => tokens).length);
        for (const row of rows)
          expect(row.split("\t").map((cell) => /^\S+$/u.test(cell))).toEqual(Array(11).fill(true));
      }),
    );
  });
});
