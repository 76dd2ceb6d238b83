import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "@/domain/formats/web-annotation/annotations";
import { webAnnotationReader } from "@/domain/formats/web-annotation/read";
import type { AnnotatedDocument, Made } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile, withoutSpots } from "@/domain/interchange/sent.fixture";
import { codePoint } from "@/domain/text/offsets";

const entities = new Map([["e1", { key: "e1", name: "Local sources", aliases: [], attributes: {} }]]);
const collection = (...documents: AnnotatedDocument[]) =>
  JSON.stringify({
    type: "AnnotationCollection",
    first: { items: documents.flatMap((each) => [...annotationsOf(each, entities)]) },
  });

test("documents come back as they left, whatever they hold", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, aDocument, async (one, other) => {
      const second = { ...other, key: "0190a000-0000-7000-8000-000000000004" };
      const { found, broken } = await readAll(webAnnotationReader, [sentFile(collection(one, second))]);
      expect(broken).toBeUndefined();
      expect(asidesIn(found)).toEqual([]);
      expect(documentsIn(found).map(withoutSpots)).toEqual([one, second].map(withoutSpots));
    }),
  );
});

test("who made and decided what, and what was said of it, comes back too", async () => {
  const by = { id: "0190a000-0000-7000-8000-000000000002", name: "Reviewer" };
  const made: Made = {
    by,
    at: "2026-06-02T10:00:00Z",
    state: "accepted",
    version: 2,
    layer: "final",
    origin: "person",
    review: [{ decision: "accept", reason: "as it says", version: 2, by, at: "2026-06-03T10:00:00Z" }],
  };
  const segments = [{ start: codePoint(2), end: codePoint(3) }];
  const document: AnnotatedDocument = {
    key: "d",
    title: "T",
    text: "A 😀 b",
    metadata: { language: "ar", direction: "rtl", outlet: "Desk" },
    spans: [{ id: "s", label: "claim", segments, attributes: {}, made }],
    links: [{ id: "l", label: "attributed-to", from: "s", to: { article: true }, attributes: {}, made }],
    notes: [
      {
        on: "document",
        resolved: true,
        remarks: [
          { thread: "t1", body: "one", by, at: "x" },
          { thread: "t1", body: "two" },
        ],
      },
      { on: { tag: "s" }, remarks: [{ thread: "t2", body: "on the tag" }] },
      { on: { segments }, remarks: [{ thread: "t3", body: "on words" }] },
    ],
  };
  const { found } = await readAll(webAnnotationReader, [sentFile(collection(document))]);
  expect(documentsIn(found).map(withoutSpots)).toEqual([withoutSpots(document)]);
});

describe("what others write", () => {
  const text = sentFile("A 😀 Hama, then Hama.", "texts/a.txt");
  const on = (...selector: object[]) => ({ source: "https://example.org/a.txt", selector });
  const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end });
  const quote = (exact: string, more = {}) => ({ type: "TextQuoteSelector", exact, ...more });
  const annotation = (target: unknown, more: object = {}) => ({
    type: "Annotation",
    id: "https://example.org/1",
    body: { type: "TextualBody", purpose: "tagging", value: "place" },
    target,
    ...more,
  });
  const read = (...all: object[]) => readAll(webAnnotationReader, [text, sentFile(JSON.stringify(all), "a.json")]);

  test("one annotation, a list, a page and lines are read; the text comes from a file of its name", async () => {
    const one = annotation(on(position(4, 8), quote("Hama")));
    for (const file of [
      JSON.stringify(one),
      JSON.stringify([one]),
      JSON.stringify({ items: [one] }),
      `${JSON.stringify(one)}\n`,
    ]) {
      const { found } = await readAll(webAnnotationReader, [sentFile(file, "a.jsonld"), text]);
      expect(documentsIn(found), file).toMatchObject([
        { spans: [{ label: "place", segments: [{ start: 4, end: 8 }] }] },
      ]);
    }
  });

  test.each([
    {
      when: "UTF-16 units are named",
      target: on(position(5, 9), quote("Hama")),
      trouble: { is: "offsets", trouble: { fits: "UTF-16 code unit" } },
    },
    {
      when: "a quote alone stands twice",
      target: on(quote("Hama")),
      trouble: { is: "value", name: "exact", said: "Hama" },
    },
    { when: "a quote is nowhere", target: on(quote("Homs")), trouble: { is: "value", name: "exact", said: "Homs" } },
    { when: "no text is known", target: { source: "urn:x", selector: [position(0, 1)] }, trouble: { is: "no-text" } },
  ])("set aside: $when", async ({ target, trouble }) => {
    expect(asidesIn((await read(annotation(target))).found)).toMatchObject([{ trouble }]);
  });

  test("a quote with what stands around it is found, a comment on words is a note, a reply to nothing is set aside", async () => {
    const { found } = await read(
      annotation(on(quote("Hama", { prefix: "then " }))),
      annotation(on(position(0, 1)), { id: "urn:c", motivation: "commenting", body: "Really?" }),
      annotation("urn:gone", { id: "urn:r", motivation: "replying", body: "Yes." }),
    );
    expect(documentsIn(found)[0]).toMatchObject({
      spans: [{ segments: [{ start: 15, end: 19 }] }],
      notes: [{ on: { segments: [{ start: 0, end: 1 }] }, remarks: [{ body: "Really?" }] }],
    });
    expect(asidesIn(found).map(({ trouble }) => trouble.is)).toEqual(["no-text"]);
  });

  test("a collection that is cut off is broken", async () => {
    const whole = JSON.stringify({ type: "AnnotationPage", items: [annotation(on(position(4, 8)))] });
    const { broken } = await readAll(webAnnotationReader, [sentFile(whole.slice(0, -9))]);
    expect(broken?.why).toBe("cut-off");
  });
});
