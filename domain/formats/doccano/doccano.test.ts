import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyCodebook } from "@/domain/codebook/codebook";
import { doccanoUnits, relationsLine, spansLine } from "@/domain/formats/doccano/lines";
import { doccanoReader } from "@/domain/formats/doccano/read";
import { lossLedger } from "@/domain/formats/loss";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile } from "@/domain/interchange/sent.fixture";
import { type OffsetUnit, rulerOf } from "@/domain/interchange/units";
import { codePoint } from "@/domain/text/offsets";

const writing = (unit: OffsetUnit) => {
  let given = 0;
  const next = () => {
    given += 1;
    return given;
  };
  return { codebook: emptyCodebook, entities: new Map(), ledger: lossLedger(), unit, next };
};

const said = (all: readonly { label: string; segments: readonly { start: number; end: number }[] }[]) =>
  all.map(({ label, segments }) => [label, segments.map(({ start, end }) => [start, end])]);

test("spans and links come back from the file with relations, in UTF-16 units", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, async (document) => {
      const text = relationsLine(document, writing("UTF-16 code unit"));
      const { found } = await readAll(doccanoReader, [sentFile(text)]);
      expect(asidesIn(found)).toEqual([]);
      const [read] = documentsIn(found);
      expect(read?.text).toBe(document.text);
      expect(said(read?.spans ?? [])).toEqual(said(document.spans));
      const between = document.links.filter(({ to }) => "span" in to);
      expect(read?.links.map(({ label }) => label)).toEqual(between.map(({ label }) => label));
    }),
  );
});

test("every part of every span comes back from the file of spans in both units, at most widened to whole letters", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, fc.constantFrom(...doccanoUnits), async (document, unit) => {
      const all = writing(unit);
      const { found } = await readAll(doccanoReader, [sentFile(spansLine(document, all))], { unit });
      expect(asidesIn(found)).toEqual([]);
      const ruler = rulerOf(document.text);
      const whole = (position: number) => {
        const { start } = ruler.said({ start: codePoint(position), end: codePoint(position) }, unit);
        return start;
      };
      const parts = document.spans.flatMap(({ segments }) => segments);
      const read = documentsIn(found)[0]?.spans.flatMap(({ segments }) => segments) ?? [];
      expect(read).toHaveLength(parts.length);
      const exact = all.ledger.losses().every(({ what }) => what !== "parts-of-letters");
      for (const [nth, { start, end }] of parts.entries()) {
        const there = read[nth] ?? { start: -1, end: -1 };
        expect(there.start).toBeLessThanOrEqual(start);
        expect(there.end).toBeGreaterThanOrEqual(end);
        expect(whole(there.start)).toBe(whole(start));
        if (exact) expect(there).toEqual({ start, end });
      }
    }),
  );
});

const text = "A 😀 Hama قالت e\u0301";
const read = (json: object, answers = {}) => readAll(doccanoReader, [sentFile(JSON.stringify(json))], answers);

describe("what doccano 1.8.4 keeps and exports", () => {
  test.each([
    { unit: "UTF-16 code unit", start: 5, end: 9 },
    { unit: "grapheme cluster", start: 4, end: 8 },
  ])("$start to $end is drawn over Hama in $unit", async ({ unit, start, end }) => {
    const { found } = await read({ text, label: [[start, end, "place"]] }, { unit });
    expect(documentsIn(found)[0]?.spans).toMatchObject([{ label: "place", segments: [{ start: 4, end: 8 }] }]);
  });

  test.each([
    { span: [4, 999, "place"], trouble: { is: "outside", length: 17 } },
    { span: [8, 4, "place"], trouble: { is: "backwards" } },
    { span: [-3, 2, "place"], trouble: { is: "negative" } },
    { span: [4.5, 8.2, "place"], trouble: { is: "not-a-number" } },
    { span: [3, 5, "place"], trouble: { is: "half", of: "surrogate pair" } },
  ])("$span is set aside", async ({ span, trouble }) => {
    const { found } = await read({ text, label: [span, ["5", "9", "place"]] });
    expect(asidesIn(found)).toMatchObject([{ trouble: { is: "offsets", trouble } }]);
    expect(documentsIn(found)[0]?.spans).toMatchObject([{ segments: [{ start: 4, end: 8 }] }]);
  });

  test("a unit in which spans cut words is told, with the one in which they do not", async () => {
    const { found } = await read({ text, label: [[4, 8, "place"]] });
    expect(found.filter(({ is }) => is === "unread")).toMatchObject([
      { unread: { what: expect.stringContaining("count in grapheme clusters") } },
    ]);
    const right = await read({ text, label: [[5, 9, "place"]] });
    expect(right.found.filter(({ is }) => is === "unread")).toEqual([]);
  });

  test("a span without label and a relation to an id that is not there are set aside; two texts may have one id", async () => {
    const entities = [{ id: 1, label: "", start_offset: 0, end_offset: 1 }];
    const relations = [{ id: 5, from_id: 1, to_id: 99, type: "in" }];
    const line = JSON.stringify({ id: 7, text, entities, relations });
    const { found } = await readAll(doccanoReader, [sentFile(`${line}\r\n{"id":7,"text":"x"}\n`)]);
    expect(asidesIn(found).map(({ trouble }) => trouble)).toEqual([{ is: "no-label" }, { is: "missing-end", id: "1" }]);
    expect(documentsIn(found)).toHaveLength(2);
  });

  test("comments are notes, other fields are metadata, labels of whole texts are counted", async () => {
    const { found } = await read({ text, label: ["war"], Comments: ["really?"], outlet: "Desk", year: 2026 });
    expect(documentsIn(found)).toMatchObject([
      { notes: [{ on: "document", remarks: [{ body: "really?" }] }], metadata: { outlet: "Desk", year: "2026" } },
    ]);
    expect(found.at(-1)).toMatchObject({ is: "unread", unread: { what: "labels of whole texts", example: "war" } });
  });

  test("a line that is no JSON and one without a text are set aside with their line, the others count", async () => {
    const { found } = await readAll(doccanoReader, [sentFile(`{"text":"a"}\nnot JSON\n{"label":[]}\n{"text":"b"}`)]);
    expect(asidesIn(found).map(({ spot, trouble }) => [spot.line, trouble.is])).toEqual([
      [2, "syntax"],
      [3, "no-text"],
    ]);
    expect(documentsIn(found).map((document) => document.text)).toEqual(["a", "b"]);
  });
});
