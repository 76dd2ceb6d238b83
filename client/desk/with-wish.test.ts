import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { segmentMaker } from "@/client/desk/spans";
import { withWish } from "@/client/desk/with-wish";
import type { Annotation, Relation } from "@/domain/tag/tag";

const text = "Local sources said Hama fell on Tuesday.";
const segmentsOf = segmentMaker(() => text);

function begun(): { annotation: Annotation; relation: Relation } {
  const desk = deskOn(text);
  const claim = desk.annotate("claim", spanOf(text, "Hama fell"), { kind: "event" });
  const source = desk.annotate("source", spanOf(text, "Local sources"));
  desk.link({
    kind: "attributed-to",
    from: claim,
    to: source,
    attributes: { how: "explicit" },
    cue: spanOf(text, "said"),
  });
  const annotation = desk.getState().annotations.get(claim);
  const [relation] = desk.getState().relations.values();
  if (!annotation || !relation) throw new Error("Nothing was made.");
  return { annotation, relation };
}

test("an annotation takes the words, kind and attributes that are wished for, and stays itself", () => {
  const { annotation } = begun();
  const wish = { kind: "claim", attributes: { kind: "state" }, segments: spanOf(text, "Hama fell on Tuesday") };
  const wished = withWish(annotation, wish, segmentsOf);
  expect(wished).toMatchObject({ id: annotation.id, version: annotation.version, attributes: { kind: "state" } });
  expect(wished.type === "annotation" && wished.segments.map(({ quote }) => quote)).toEqual(["Hama fell on Tuesday"]);
});

test("a relation takes its other end from the wish: what the wish does not name is gone", () => {
  const { relation } = begun();
  const wish = { kind: "attributed-to", from: relation.from, toArticle: true, attributes: { how: "none" } };
  const wished = withWish(relation, wish, segmentsOf);
  expect(wished).toMatchObject({ id: relation.id, toArticle: true, attributes: { how: "none" } });
  expect(wished).not.toHaveProperty("to");
  expect(wished).not.toHaveProperty("cue");
});

test("the words that make a link are quoted from the text anew", () => {
  const { relation } = begun();
  const { kind, from, to, attributes, cue } = relation;
  const wish = {
    kind,
    from,
    to,
    attributes,
    cue: { revisionId: cue?.revisionId, segments: spanOf(text, "sources said") },
  };
  const wished = withWish(relation, wish, segmentsOf);
  expect(wished.type === "relation" && wished.cue?.segments.map(({ quote }) => quote)).toEqual(["sources said"]);
});

test.each([{}, { kind: "claim" }, { attributes: {} }])(
  "a wish for nothing that can be made leaves the tag: %j",
  (wish) => {
    const { annotation, relation } = begun();
    expect(withWish(annotation, wish, segmentsOf)).toBe(annotation);
    expect(withWish(relation, wish, segmentsOf)).toBe(relation);
  },
);
