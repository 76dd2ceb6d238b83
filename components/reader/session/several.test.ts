import { describe, expect, test } from "vitest";
import { alikeIn, pickToo, pickUpTo } from "@/components/reader/session/picking";
import { sessionOn, someone, spanOf } from "@/components/reader/session/session.fixture";
import { pickedIn } from "@/components/reader/session/several";
import type { Left } from "@/components/reader/session/several-change";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

const text = "Local sources said Hama fell. They said Homs was calm, and Hama was quiet.";

function begun() {
  const session = sessionOn(text);
  const first = session.annotate("claim", spanOf(text, "Hama fell"), { kind: "event" });
  const second = session.annotate("claim", spanOf(text, "Homs was calm"), { kind: "state" });
  const place = session.annotate("place", spanOf(text, "Homs"));
  const source = session.annotate("source", spanOf(text, "Local sources"));
  return { session, first, second, place, source };
}
type Begun = ReturnType<typeof begun>;
const kindsOf = ({ session, first, second }: Begun) =>
  [first, second].map((id) => session.getState().annotations.get(id)?.attributes["kind"]);
const nothingLeft: Record<Left, number> = { kind: 0, conflict: 0, decided: 0, others: 0, same: 0 };

test("an attribute is set on all picked tags of its kind at once, and one undo takes it back", () => {
  const all = begun();
  const { session, first, second, place } = all;
  session.pick([first, second, place]);
  const outcome = session.changePicked({ set: { kind: "forecast" }, on: "claim" });
  expect(outcome).toEqual({ changed: [first, second], left: { ...nothingLeft, kind: 1 } });
  expect(kindsOf(all)).toEqual(["forecast", "forecast"]);
  session.undo();
  expect(kindsOf(all)).toEqual(["event", "state"]);
  session.redo();
  expect(kindsOf(all)).toEqual(["forecast", "forecast"]);
});

describe("left as it is, and counted:", () => {
  const changed = (tag: Partial<Annotation>, others = false) => {
    const { session, first, second } = begun();
    const about = session.getState().annotations.get(first);
    if (!about) throw new Error("There is no such tag.");
    const annotations = new Map(session.getState().annotations).set(first, { ...about, ...tag });
    const here = sessionOn(text, { annotations: [...annotations.values()], me: session.getState().me });
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
  const linksOf = ({ session }: Begun) =>
    [...session.getState().relations.values()].filter(({ state }) => state !== "withdrawn");

  test("one source for all claims takes the place of the ones they had", () => {
    const all = begun();
    const { session, first, second, source } = all;
    session.link({ kind: "attributed-to", from: first, toArticle: true, attributes: { how: "none" } });
    session.pick([first, second]);
    expect(session.changePicked({ link: "attributed-to", to: `tag:${source}` }).changed).toEqual([first, second]);
    expect(linksOf(all).map(({ from, to }) => [from, to])).toEqual([
      [first, source],
      [second, source],
    ]);
    session.undo();
    expect(linksOf(all).map(({ from, toArticle }) => [from, toArticle])).toEqual([[first, true]]);
  });

  test("a place is one more, and what has it already is left", () => {
    const all = begun();
    const { session, first, second, place } = all;
    session.link({ kind: "located-at", from: second, to: place, attributes: { role: "near" } });
    session.pick([first, second]);
    const outcome = session.changePicked({ link: "located-at", to: `tag:${place}` });
    expect(outcome).toEqual({ changed: [first], left: { ...nothingLeft, same: 1 } });
    expect(linksOf(all)).toHaveLength(2);
  });
});

test("withdrawing all takes their links along once, empties what was picked, and comes back with one undo", () => {
  const { session, first, place } = begun();
  session.link({ kind: "located-at", from: first, to: place, attributes: { role: "at" } });
  session.pick([first, place]);
  expect(session.changePicked({ withdraw: true }).changed).toHaveLength(2);
  expect(session.getState().picked.size).toBe(0);
  session.undo();
  const { annotations, relations } = session.getState();
  expect([first, place].map((id) => annotations.get(id)?.state)).toEqual(["open", "open"]);
  expect([...relations.values()].map(({ state }) => state)).toEqual(["open"]);
});

test("another kind keeps the note alone", () => {
  const { session, first, second } = begun();
  session.changeAttributes(first, { note: "look again" });
  session.pick([first, second]);
  session.changePicked({ kind: "place" });
  const said = [first, second].map((id) => session.getState().annotations.get(id));
  expect(said.map((tag) => [tag?.kind, tag?.attributes])).toEqual([
    ["place", { note: "look again" }],
    ["place", {}],
  ]);
});

describe("picking", () => {
  test("begins with the selected tag, and a second time takes out again", () => {
    const { session, first, second } = begun();
    session.select(first);
    pickToo(session, [second]);
    expect(pickedIn(session.getState()).map(({ id }) => id)).toEqual([first, second]);
    pickToo(session, [second]);
    expect([...session.getState().picked]).toEqual([first]);
  });

  test("goes on to a row of the list with everything between", () => {
    const { session, first, second, place, source } = begun();
    session.select(second);
    const inList: TagId[] = [first, second, place, source];
    pickUpTo(session, [source], inList);
    expect(session.getState().picked).toEqual(new Set([second, place, source]));
  });

  test("a tag that is selected lets go of the others, one that is gone to does not", () => {
    const { session, first, second } = begun();
    session.pick([first, second]);
    session.select(second, true);
    expect(session.getState().picked.size).toBe(2);
    session.select(first);
    expect(session.getState().picked.size).toBe(0);
  });

  test("all that stand for the same", () => {
    const { session, first } = begun();
    const [one, other] = ["Hama fell", "Hama was quiet"].map((words) =>
      session.annotate("place", [{ start: text.indexOf(words), end: text.indexOf(words) + 4 }]),
    );
    const tag = session.getState().annotations.get(one ?? first);
    expect(tag && alikeIn(session.getState(), tag)).toEqual([one, other]);
  });
});
