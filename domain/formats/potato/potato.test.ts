import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossLedger } from "@/domain/formats/loss";
import { annotationLines, dataLine } from "@/domain/formats/potato/lines";
import { asHtml, pageText, shownText } from "@/domain/formats/potato/page-text";
import { potatoReader } from "@/domain/formats/potato/read";
import { aDocument, aText } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile } from "@/domain/interchange/sent.fixture";

test("what a page shows of a text of ours is that text", () => {
  fc.assert(
    fc.property(aText, (text) => {
      const { text: page } = pageText(text);
      expect(shownText(asHtml(page))).toBe(page);
      expect(pageText(page).text).toBe(page);
    }),
  );
});

test("what was seen of its page: tags gone, entities read, spaces run together", () => {
  expect(shownText("  A  <b>two</b> &amp; spaces\r\n\r\n  Hama\t next\n")).toBe("A two & spaces\n\n Hama next");
});

test("every part of every tag comes back with its words, and links between tags", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, async (document) => {
      const ledger = lossLedger();
      const files = [
        sentFile([...annotationLines(document, ledger)].join(""), "annotations.jsonl"),
        sentFile(dataLine(document, ledger), "data.jsonl"),
      ];
      const { found } = await readAll(potatoReader, files);
      expect(asidesIn(found)).toEqual([]);
      const [read] = documentsIn(found);
      if (!read) throw new Error("Nothing was read.");
      const page = pageText(document.text);
      expect(read.text).toBe(page.text);
      const words = (text: string) => text.replace(/[ \t\f\n]+/g, "");
      const before = document.spans.flatMap((span) =>
        span.segments.map(({ start, end }) => [span.label, words([...document.text].slice(start, end).join(""))]),
      );
      const after = read.spans.map(({ label, segments: [segment] }) => [
        label,
        words([...read.text].slice(segment?.start, segment?.end).join("")),
      ]);
      expect(after.filter(([, said]) => said !== "")).toEqual(before.filter(([, said]) => said !== ""));
      const dropped = ledger.losses().find(({ what }) => what === "links-to-no-tag")?.count ?? 0;
      const lostFrom = document.links.filter(({ from }) => !read.spans.some(({ id }) => id === from)).length;
      expect(read.links.length + dropped + lostFrom).toBe(document.links.length);
    }),
  );
});

describe("what Potato 2.12.1 exports", () => {
  const data = sentFile(JSON.stringify({ id: 7, text: "A 😀 Hama قالت e\u0301" }), "data.jsonl");
  const span = { schema: "tags", name: "place", start: 4, end: 8, id: "s1" };
  const read = (spans: unknown[], more: object = {}) => {
    const record = { instance_id: "7", user_id: "ana", labels: {}, spans: { tags: spans }, links: {}, ...more };
    return readAll(potatoReader, [sentFile(JSON.stringify(record), "annotations.jsonl"), data]);
  };

  test("code points of the page: 4 to 8 is Hama, numbers as text are numbers", async () => {
    const { found } = await read([{ ...span, start: "4", end: "8", text: "Hama" }]);
    expect(documentsIn(found)).toMatchObject([
      { key: "7", spans: [{ label: "place", segments: [{ start: 4, end: 8 }], made: { by: { name: "ana" } } }] },
    ]);
  });

  test.each([
    {
      when: "its words are others",
      more: { text: "Homs" },
      trouble: { is: "offsets", trouble: { is: "quote-differs" } },
    },
    { when: "it ends beyond the text", more: { end: 999 }, trouble: { is: "offsets", trouble: { is: "outside" } } },
    { when: "it is empty", more: { start: 5, end: 5 }, trouble: { is: "offsets", trouble: { is: "empty" } } },
    { when: "it has no label", more: { name: "" }, trouble: { is: "no-label" } },
  ])("a span is set aside when $when", async ({ more, trouble }) => {
    expect(asidesIn((await read([{ ...span, ...more }])).found)).toMatchObject([{ document: "7", trouble }]);
  });

  test("a link to nothing, a span twice, and tags without their text are set aside", async () => {
    const links = { links: [{ link_type: "in", span_ids: ["s1", "gone"] }] };
    expect(asidesIn((await read([span, span], { links })).found).map(({ trouble }) => trouble.is)).toEqual([
      "twice",
      "missing-end",
    ]);
    const alone = await readAll(potatoReader, [sentFile('{"instance_id":"9","spans":{}}', "annotations.jsonl")]);
    expect(asidesIn(alone.found)).toMatchObject([{ document: "9", trouble: { is: "no-text" } }]);
  });
});
