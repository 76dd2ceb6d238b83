import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { linkedTo, relationsOf } from "@/client/desk/linked";

const text = "Local sources in Homs said Hama fell.";

function begun() {
  const desk = deskOn(text);
  const claim = desk.annotate("claim", spanOf(text, "Hama fell"));
  const place = desk.annotate("place", spanOf(text, "Hama"));
  const source = desk.annotate("source", spanOf(text, "Local sources"));
  const at = desk.link({ kind: "located-at", from: claim, to: place, attributes: { role: "at" } });
  const by = desk.link({ kind: "attributed-to", from: claim, to: source, attributes: { how: "explicit" } });
  return { desk, claim, place, source, at, by };
}

test("a tag's relations are those that start and those that end at it, in the order they were made", () => {
  const { desk, claim, place, source, at, by } = begun();
  const idsOf = (id: typeof claim) => relationsOf(desk.getState(), id).map((each) => each.id);
  expect(idsOf(claim)).toEqual([at, by]);
  expect(idsOf(place)).toEqual([at]);
  expect(idsOf(source)).toEqual([by]);
});

test("what is linked is seen from either end", () => {
  const { desk, claim, place, source } = begun();
  expect(linkedTo(desk.getState(), claim)).toEqual([place, source]);
  expect(linkedTo(desk.getState(), place)).toEqual([claim]);
});

test("a link to the article or an entity leads to no other tag", () => {
  const { desk, source } = begun();
  const alone = desk.annotate("claim", spanOf(text, "fell"));
  desk.link({ kind: "attributed-to", from: alone, toArticle: true, attributes: { how: "none" } });
  expect(relationsOf(desk.getState(), alone)).toHaveLength(1);
  expect(linkedTo(desk.getState(), alone)).toEqual([]);
  expect(linkedTo(desk.getState(), source)).toHaveLength(1);
});

test("a link that is withdrawn links nothing, until it is undone", () => {
  const { desk, claim, place, source, at } = begun();
  desk.withdraw(at);
  expect(linkedTo(desk.getState(), claim)).toEqual([source]);
  expect(relationsOf(desk.getState(), place)).toEqual([]);
  desk.undo();
  expect(linkedTo(desk.getState(), claim)).toEqual([place, source]);
});

test("nothing is linked to what is not there", () => {
  const { desk, by } = begun();
  expect(relationsOf(desk.getState(), by)).toEqual([]);
});
