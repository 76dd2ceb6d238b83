import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossLedger } from "@/domain/formats/loss";
import { taskLine } from "@/domain/formats/prodigy/lines";
import { prodigyReader } from "@/domain/formats/prodigy/read";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile, withoutSpots } from "@/domain/interchange/sent.fixture";

const entities = new Map([["e1", { key: "e1", name: "Local sources", aliases: [], attributes: {} }]]);

test("a document comes back as it left, but for blanks at the ends of tags", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, async (document) => {
      const ledger = lossLedger();
      const { found } = await readAll(prodigyReader, [sentFile(taskLine(document, { entities, ledger }))]);
      expect(asidesIn(found)).toEqual([]);
      const [read] = documentsIn(found);
      if (!read) throw new Error("Nothing was read.");
      const lost = ledger.losses().filter(({ what }) => what !== "separate-parts");
      if (lost.length === 0) expect(withoutSpots(read)).toEqual(withoutSpots(document));
      const words = ({ text }: AnnotatedDocument, { segments }: AnnotatedDocument["spans"][number]) =>
        segments.map(({ start, end }) => [...text].slice(start, end).join("").trim()).filter((each) => each !== "");
      for (const span of read.spans) {
        const before = document.spans.find(({ id }) => id === span.id);
        expect(before && words(document, before).join("|")).toBe(words(read, span).join("|"));
        expect(span.attributes).toEqual(before?.attributes);
      }
    }),
  );
});

const text = "A 😀 Hama قالت e\u0301";
const read = (task: object) => readAll(prodigyReader, [sentFile(JSON.stringify(task))]);
const place = { start: 4, end: 8, label: "place", token_start: 2, token_end: 2 };

describe("what Prodigy writes", () => {
  test("spans count code points, relations find theirs by place, and who answered when is kept", async () => {
    const other = { start: 9, end: 13, label: "claim", token_start: 3, token_end: 3 };
    const relations = [{ head: 3, child: 2, head_span: other, child_span: place, label: "in" }];
    const task = {
      text,
      spans: [place, other],
      relations,
      answer: "accept",
      _annotator_id: "ana",
      _timestamp: 1_700_000_000,
    };
    const { found } = await read(task);
    expect(documentsIn(found)[0]).toMatchObject({
      spans: [{ segments: [{ start: 4, end: 8 }], made: { by: { name: "ana" }, at: "2023-11-14T22:13:20.000Z" } }, {}],
      links: [{ label: "in", from: "9-13-claim", to: { span: "4-8-place" } }],
    });
  });

  test("a rejected task is rejected, an ignored one is left out, other answers are counted", async () => {
    expect(documentsIn((await read({ text, spans: [place], answer: "reject" })).found)[0]?.spans).toMatchObject([
      { made: { state: "rejected" } },
    ]);
    expect((await read({ text, answer: "ignore" })).found).toMatchObject([
      { unread: { what: "tasks that were ignored" } },
    ]);
    expect((await read({ text, label: "WAR", accept: ["a"] })).found.slice(1)).toMatchObject([
      { unread: { what: "labels of whole texts", example: "WAR" } },
      { unread: { what: "chosen options" } },
    ]);
  });

  test.each([
    { when: "beyond the text", span: { end: 999 }, is: "offsets" },
    { when: "no number", span: { start: null }, is: "offsets" },
    { when: "no label", span: { label: undefined }, is: "no-label" },
  ])("a span is set aside: $when", async ({ span, is }) => {
    expect(asidesIn((await read({ text, spans: [{ ...place, ...span }], answer: "accept" })).found)).toMatchObject([
      { trouble: { is } },
    ]);
  });

  test("one text by two annotators is two documents", async () => {
    const line = JSON.stringify({ text, spans: [place], _input_hash: 5, answer: "accept" });
    const { found } = await readAll(prodigyReader, [sentFile(`${line}\n${line}\n`)]);
    expect(new Set(documentsIn(found).map(({ key }) => key)).size).toBe(2);
  });
});
