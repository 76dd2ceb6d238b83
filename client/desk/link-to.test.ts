import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { kindsOfLinkTo, linkTo } from "@/client/desk/link-to";
import { newId } from "@/client/new-id";
import type { EntityId, TagId } from "@/domain/ids";

const text = "Local sources in Homs said Hama fell, officials denied it.";

function begun() {
  const desk = deskOn(text);
  const from = desk.annotate("claim", spanOf(text, "Hama fell"));
  const claim = desk.annotate("claim", spanOf(text, "denied it"));
  const place = desk.annotate("place", spanOf(text, "Hama"));
  const source = desk.annotate("source", spanOf(text, "Local sources"));
  return { desk, state: desk.getState(), from, claim, place, source };
}
const { state, from, claim, place, source } = begun();
const elsewhere = newId<TagId>();
const speaker = newId<EntityId>();

test.each([
  { chosen: "article", link: { kind: "attributed-to", toArticle: true, attributes: { how: "none" } } },
  { chosen: `entity:${speaker}`, link: { kind: "attributed-to", toEntity: speaker, attributes: { how: "explicit" } } },
  { chosen: `tag:${source}`, link: { kind: "attributed-to", to: source, attributes: { how: "explicit" } } },
  { chosen: `tag:${place}`, link: { kind: "located-at", to: place, attributes: { role: "at" } } },
])("$link.kind is what choosing an end means", ({ chosen, link }) => {
  expect(linkTo(state, from, chosen)).toEqual({ from, ...link });
});

test.each([`tag:${claim}`, `claim:${elsewhere}`])(
  "of two claims somebody has to say how they are related",
  (chosen) => {
    expect(linkTo(state, from, chosen)).toBe("unsaid");
    const said = linkTo({ ...state, linkingAs: "contradicts" }, from, chosen);
    expect(said).toMatchObject({ kind: "contradicts", from, attributes: {} });
  },
);

test("a kind that may not lead there is not taken for what was said", () => {
  expect(linkTo({ ...state, linkingAs: "contradicts" }, from, `tag:${place}`)).toMatchObject({ kind: "located-at" });
});

test("nothing leads from or to what is not there", () => {
  expect(linkTo(state, elsewhere, "article")).toBeUndefined();
  expect(linkTo(state, from, `tag:${elsewhere}`)).toBeUndefined();
  expect(linkTo(state, place, `tag:${source}`)).toBeUndefined();
});

test("whoever asks how they are related offers the kinds that may lead there", () => {
  expect(kindsOfLinkTo(state, from, `tag:${place}`)).toEqual(["located-at"]);
  expect(kindsOfLinkTo(state, from, `entity:${speaker}`)).toEqual(["attributed-to"]);
  expect(kindsOfLinkTo(state, from, `tag:${claim}`)).toEqual(kindsOfLinkTo(state, from, `claim:${elsewhere}`));
  expect(kindsOfLinkTo(state, from, `tag:${claim}`).length).toBeGreaterThan(1);
  expect(kindsOfLinkTo(state, from, `tag:${elsewhere}`)).toEqual([]);
});
