import { describe, expect, test } from "vitest";
import { deskOn, someone, spanOf } from "@/client/desk/desk.fixture";
import { alikeIn, pickToo, pickUpTo } from "@/client/desk/picking";
import { pickedIn } from "@/client/desk/several";
import type { Left } from "@/client/desk/several-change";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

const text = "Local sources said Hama fell. They said Homs was calm, and Hama was quiet.";

function begun() {
  const desk = deskOn(text);
  const first = desk.annotate("claim", spanOf(text, "Hama fell"), { kind: "event" });
  const second = desk.annotate("claim", spanOf(text, "Homs was calm"), { kind: "state" });
  const place = desk.annotate("place", spanOf(text, "Homs"));
  const source = desk.annotate("source", spanOf(text, "Local sources"));
  return { desk, first, second, place, source };
}
type Begun = ReturnType<typeof begun>;
const kindsOf = ({ desk, first, second }: Begun) =>
  [first, second].map((id) => desk.getState().annotations.get(id)?.attributes["kind"]);
const nothingLeft: Record<Left, number> = { kind: 0, conflict: 0, decided: 0, others: 0, same: 0 };

test("an attribute is set on all picked tags of its kind at once, and one undo takes it back", () => {
  const all = begun();
  const { desk, first, second, place } = all;
  desk.pick([first, second, place]);
  const outcome = desk.changePicked({ set: { kind: "forecast" }, on: "claim" });
  expect(outcome).toEqual({ changed: [first, second], left: { ...nothingLeft, kind: 1 } });
  expect(kindsOf(all)).toEqual(["forecast", "forecast"]);
  desk.undo();
  expect(kindsOf(all)).toEqual(["event", "state"]);
  desk.redo();
  expect(kindsOf(all)).toEqual(["forecast", "forecast"]);
});

describe("left as it is, and counted:", () => {
  const changed = (tag: Partial<Annotation>, others = false) => {
    const { desk, first, second } = begun();
    const about = desk.getState().annotations.get(first);
    if (!about) throw new Error("There is no such tag.");
    const annotations = new Map(desk.getState().annotations).set(first, { ...about, ...tag });
    const here = deskOn(text, { annotations: [...annotations.values()], me: desk.getState().me });
    here.pick([first, second]);
    return here.changePicked({ set: { certainty: "certain" }, on: "claim" }, others);
  };

  test.each<{ when: string; tag: Partial<Annotation>; others?: boolean; left: Partial<Record<Left, number>> }>([
    { when: "what was accepted", tag: { state: "accepted" }, left: { decided: 1 } },
    { when: "what was rejected", tag: { state: "rejected" }, left: { decided: 1 } },
    { when: "nothing that was returned", tag: { state: "returned" }, left: {} },
    { when: "what somebody else made", tag: { createdBy: someone }, left: { others: 1 } },
    { when: "nothing of others when asked", tag: { createdBy: someone }, others: true, left: {} },
    { when: "what says so already", tag: { attributes: { certainty: "certain" } }, left: { same: 1 } },
  ])("$when", ({ tag, others = false, left }) => {
    const outcome = changed(tag, others);
    expect(outcome.left).toEqual({ ...nothingLeft, ...left });
    expect(outcome.changed).toHaveLength(Object.keys(left).length > 0 ? 1 : 2);
  });
});

describe("links", () => {
  const linksOf = ({ desk }: Begun) =>
    [...desk.getState().relations.values()].filter(({ state }) => state !== "withdrawn");

  test("one source for all claims takes the place of the ones they had", () => {
    const all = begun();
    const { desk, first, second, source } = all;
    desk.link({ kind: "attributed-to", from: first, toArticle: true, attributes: { how: "none" } });
    desk.pick([first, second]);
    expect(desk.changePicked({ link: "attributed-to", to: `tag:${source}` }).changed).toEqual([first, second]);
    expect(linksOf(all).map(({ from, to }) => [from, to])).toEqual([
      [first, source],
      [second, source],
    ]);
    desk.undo();
    expect(linksOf(all).map(({ from, toArticle }) => [from, toArticle])).toEqual([[first, true]]);
  });

  test("a place is one more, and what has it already is left", () => {
    const all = begun();
    const { desk, first, second, place } = all;
    desk.link({ kind: "located-at", from: second, to: place, attributes: { role: "near" } });
    desk.pick([first, second]);
    const outcome = desk.changePicked({ link: "located-at", to: `tag:${place}` });
    expect(outcome).toEqual({ changed: [first], left: { ...nothingLeft, same: 1 } });
    expect(linksOf(all)).toHaveLength(2);
  });
});

test("withdrawing all takes their links along once, empties what was picked, and comes back with one undo", () => {
  const { desk, first, place } = begun();
  desk.link({ kind: "located-at", from: first, to: place, attributes: { role: "at" } });
  desk.pick([first, place]);
  expect(desk.changePicked({ withdraw: true }).changed).toHaveLength(2);
  expect(desk.getState().picked.size).toBe(0);
  desk.undo();
  const { annotations, relations } = desk.getState();
  expect([first, place].map((id) => annotations.get(id)?.state)).toEqual(["open", "open"]);
  expect([...relations.values()].map(({ state }) => state)).toEqual(["open"]);
});

test("another kind keeps the note alone", () => {
  const { desk, first, second } = begun();
  desk.changeAttributes(first, { note: "look again" });
  desk.pick([first, second]);
  desk.changePicked({ kind: "place" });
  const said = [first, second].map((id) => desk.getState().annotations.get(id));
  expect(said.map((tag) => [tag?.kind, tag?.attributes])).toEqual([
    ["place", { note: "look again" }],
    ["place", {}],
  ]);
});

describe("picking", () => {
  test("begins with the selected tag, and a second time takes out again", () => {
    const { desk, first, second } = begun();
    desk.select(first);
    pickToo(desk, [second]);
    expect(pickedIn(desk.getState()).map(({ id }) => id)).toEqual([first, second]);
    pickToo(desk, [second]);
    expect([...desk.getState().picked]).toEqual([first]);
  });

  test("goes on to a row of the list with everything between", () => {
    const { desk, first, second, place, source } = begun();
    desk.select(second);
    const inList: TagId[] = [first, second, place, source];
    pickUpTo(desk, [source], inList);
    expect(desk.getState().picked).toEqual(new Set([second, place, source]));
  });

  test("a tag that is selected lets go of the others, one that is gone to does not", () => {
    const { desk, first, second } = begun();
    desk.pick([first, second]);
    desk.select(second, true);
    expect(desk.getState().picked.size).toBe(2);
    desk.select(first);
    expect(desk.getState().picked.size).toBe(0);
  });

  test("all that stand for the same", () => {
    const { desk, first } = begun();
    const [one, other] = ["Hama fell", "Hama was quiet"].map((words) =>
      desk.annotate("place", [{ start: text.indexOf(words), end: text.indexOf(words) + 4 }]),
    );
    const tag = desk.getState().annotations.get(one ?? first);
    expect(tag && alikeIn(desk.getState(), tag)).toEqual([one, other]);
  });
});
