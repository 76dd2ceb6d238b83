import fc from "fast-check";
import { expect, test } from "vitest";
import { bdocOf } from "@/domain/formats/gate/gate";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";

test("GATE: offsets count UTF-16, as the document says, and every part has its words", () => {
  fc.assert(
    fc.property(aDocument, (document) => {
      const { text, offset_type, annotation_sets, features } = bdocOf(document);
      const { annotations, next_annid } = annotation_sets[""];
      expect(offset_type).toBe("j");
      expect(annotations.map(({ id }) => id)).toEqual([...Array(next_annid).keys()]);
      const parts = document.spans.flatMap(({ id, segments }) => segments.map((segment) => [id, segment] as const));
      expect(
        annotations.map(({ start, end, features: { identifier } }) => [identifier, text.slice(start, end)]),
      ).toEqual(parts.map(([id, { start, end }]) => [id, sliceCodePoints(document.text, start, end)]));
      expect(features.links).toHaveLength(document.links.length);
    }),
  );
});

test("GATE: an emoji counts two", () => {
  const segments = [{ start: codePoint(2), end: codePoint(6) }];
  const spans = [{ id: "a", label: "place", segments, attributes: { note: "" }, entity: "e", made: {} }];
  const said = bdocOf({ key: "k", title: "t", text: "😀 Hama", metadata: { url: "u" }, spans, links: [], notes: [] });
  expect(said.annotation_sets[""].annotations).toEqual([
    { id: 0, type: "place", start: 3, end: 7, features: { identifier: "a", entity: "e", attributes: { note: "" } } },
  ]);
});
