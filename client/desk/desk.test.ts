// @vitest-environment node
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ask, unreachable } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { createDesk } from "@/client/desk/create-desk";
import type { Desk, DeskState } from "@/client/desk/desk";
import { reportOf, startOn } from "@/client/desk/desk.fixture";
import { linkedTo, relationsOf } from "@/client/desk/linked";
import type { DeskStart } from "@/client/desk/start";
import type { LiveWord } from "@/client/live/word";
import { newId } from "@/client/new-id";
import { createCipher } from "@/client/outbox/cipher";
import { joinNeighbours } from "@/client/outbox/neighbours";
import { createOutbox } from "@/client/outbox/outbox";
import { openRows } from "@/client/outbox/rows";
import type { OpId, ReportId, TagId, UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";
import type { Annotation } from "@/domain/tag/tag";

const text = "Local sources said the army reached Hama.";
const words = (quote: string) => [{ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }];
const report = reportOf(text);

const start = (): DeskStart => ({
  ...startOn(report),
  annotations: [],
  relations: [],
  entities: [],
  threads: [],
});

let desk: Desk;
let unplug: () => void;
let live: (word: LiveWord) => void;
const offline = askOf(async () => unreachable);

function open(ask: Ask = offline) {
  const from = start();
  const keys = async () => [btoa("0".repeat(32))];
  desk = createDesk(from, {
    ask,
    now: Date.now,
    drafts: { read: async () => "", write: async () => undefined },
    listen: (hear) => {
      live = hear;
      return { joined: Promise.resolve(), stop: () => undefined };
    },
    openOutbox(handlers) {
      const neighbours = joinNeighbours(from.me.id);
      unplug = neighbours.leave;
      return createOutbox({
        ...handlers,
        user: from.me.id,
        rows: openRows(`test-${from.me.id}`),
        cipher: createCipher(keys),
        ask,
        neighbours,
        newOpId: newId<OpId>,
        isOnline: () => false,
        isStillMe: async () => "yes",
      });
    },
  });
  desk.start();
}

const state = () => desk.getState();
const standing = () => [...state().annotations.values()].filter((tag) => tag.state !== "withdrawn");
const until = (holds: (state: DeskState) => boolean) =>
  new Promise<void>((resolve) => {
    if (holds(state())) return resolve();
    const stop = desk.subscribe((now) => {
      if (!holds(now)) return;
      stop();
      resolve();
    });
  });

beforeEach(() => open());
afterEach(() => {
  desk.close();
  unplug();
});

describe("undo brings back what was before, redo what came after", () => {
  const deeds: [string, (claim: TagId) => void][] = [
    ["tagging", () => desk.annotate("source", words("Local sources"))],
    ["tagging all mentions", () => desk.annotateAll("place", [words("Hama"), words("army")])],
    ["moving a border", (claim) => desk.changeSpans(claim, words("army reached Hama"))],
    ["changing the kind", (claim) => desk.changeKind(claim, "place")],
    ["an attribute", (claim) => desk.changeAttributes(claim, { certainty: "probable" })],
    ["clearing an attribute", (claim) => desk.changeAttributes(claim, { kind: undefined })],
    [
      "linking to the article",
      (claim) => desk.link({ kind: "attributed-to", from: claim, toArticle: true, attributes: {} }),
    ],
    ["withdrawing with its links", (claim) => desk.withdraw(claim)],
  ];
  test.each(deeds)("%s", (_name, deed) => {
    const claim = desk.annotate("claim", words("the army reached Hama"), { kind: "event" });
    const place = desk.annotate("place", words("Hama"));
    desk.link({ kind: "located-at", from: claim, to: place, attributes: { primary: true } });
    const shown = () => [
      standing().map(({ id, kind, segments, attributes }) => ({ id, kind, segments, attributes })),
      relationsOf(state(), claim).map(({ to, attributes }) => ({ to, attributes })),
    ];
    const before = shown();
    deed(claim);
    const after = shown();
    expect(after).not.toEqual(before);
    desk.undo();
    expect(shown()).toEqual(before);
    desk.redo();
    expect(shown()).toEqual(after);
  });
});

test("a decision is undone and made again", () => {
  const claim = desk.annotate("claim", words("the army reached Hama"));
  desk.decide(claim, "return", "Too long.");
  expect(state().annotations.get(claim)).toMatchObject({ state: "returned", verdict: { reason: "Too long." } });
  desk.undo();
  expect(state().annotations.get(claim)?.state).toBe("open");
});

test("accept the rest is one step", () => {
  const ids = desk.annotateAll("place", [words("Hama"), words("army")]);
  desk.decideAlike(ids, "accept");
  expect(standing().map((tag) => tag.state)).toEqual(["accepted", "accepted"]);
});

test("typing in one field is one step", () => {
  const claim = desk.annotate("claim", words("the army reached Hama"));
  for (const restatement of ["Th", "The a", "The army"]) desk.changeAttributes(claim, { restatement });
  desk.undo();
  expect(state().annotations.get(claim)?.attributes).toEqual({});
  expect(standing()).toHaveLength(1);
});

test("after l, the next tag chosen is the other end", () => {
  const claim = desk.annotate("claim", words("the army reached Hama"));
  const source = desk.annotate("source", words("Local sources"));
  desk.startLinking(claim);
  desk.select(source);
  expect(linkedTo(state(), claim)).toEqual([source]);
  expect(state().linkingFrom).toBeNull();
});

test("what a reviewer corrects waits for the decision, and giving it up brings the old one back", () => {
  const claim = desk.annotate("claim", words("the army reached Hama"));
  desk.correct(claim);
  desk.changeAttributes(claim, { certainty: "possible" });
  desk.correct(null);
  expect(state().annotations.get(claim)?.attributes).toEqual({});
  desk.correct(claim);
  desk.changeAttributes(claim, { certainty: "possible" });
  desk.decide(claim, "accept-with-change", "Hedged.");
  expect(state().annotations.get(claim)).toMatchObject({ state: "accepted", attributes: { certainty: "possible" } });
});

test("it is saved when the server says so, and not before", async () => {
  desk.close();
  unplug();
  const asked = gate();
  const answer = gate();
  open(
    askOf(async (_method, path, body) => {
      if (path.includes("?limit")) return { ok: true, value: { items: [] } };
      asked.resolve();
      await answer.promise;
      const id = path.split("/").at(-1);
      const sent = body as { segments: { start: number; end: number }[] };
      return { ok: true, value: { ...sent, id, type: "annotation", version: 1, state: "open", updatedAt: "now" } };
    }),
  );
  desk.annotate("place", words("Hama"));
  expect(state().saving.state).toBe("saving");
  await asked.promise;
  expect(state().saving.state).toBe("saving");
  answer.resolve();
  await until(({ saving }) => saving.state === "saved");
  expect(standing()[0]?.version).toBe(1);
});

test("10,000 annotations: one more costs little and keeps the others as they are", () => {
  const many = Array.from({ length: 10_000 }, () => words("Hama"));
  desk.annotateAll("place", many);
  const before = [...state().annotations.values()];
  desk.annotate("place", words("army"));
  const after = [...state().annotations.values()];
  expect(after.slice(0, before.length).every((tag, index) => tag === before[index])).toBe(true);
});

function gate() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((open_) => {
    resolve = open_;
  });
  return { promise, resolve: () => resolve() };
}

describe("adjudicating", () => {
  const theirs = newId<TagId>();
  const draft = (quote: string) => ({
    type: "annotation" as const,
    kind: "place",
    revisionId: report.revisionId,
    segments: words(quote).map((span) => ({ ...span, quote, prefix: "", suffix: "" })),
    attributes: {},
    derivedFrom: [theirs],
  });
  const only = () => [...state().annotations.values()][0];

  test("makes a final tag of what was weighed; undone, nobody has decided", () => {
    desk.adjudicate([draft("Hama")]);
    expect(only()).toMatchObject({ state: "open", derivedFrom: [theirs] });
    desk.undo();
    expect(only()).toMatchObject({ state: "withdrawn", derivedFrom: [] });
    desk.redo();
    expect(only()).toMatchObject({ state: "open", derivedFrom: [theirs] });
  });

  test("lets the same final tag say something else, and undo says the first again", () => {
    const [id] = desk.adjudicate([draft("Hama")]);
    desk.adjudicate([{ ...draft("the army"), kind: "source", id }]);
    expect(only()).toMatchObject({ kind: "source", segments: [{ quote: "the army" }] });
    expect(state().annotations.size).toBe(1);
    desk.undo();
    expect(only()).toMatchObject({ kind: "place", segments: [{ quote: "Hama" }], derivedFrom: [theirs] });
  });

  test("leaves out on purpose what stood in the final layer, and what never did", () => {
    const [id] = desk.adjudicate([draft("Hama")]);
    desk.adjudicate([{ ...draft("Hama"), id, leftOut: true }]);
    expect(only()).toMatchObject({ state: "withdrawn", derivedFrom: [theirs] });
    const [other = id] = desk.adjudicate([{ ...draft("the army"), leftOut: true }]);
    expect(other && state().annotations.get(other)).toMatchObject({ state: "rejected", derivedFrom: [theirs] });
  });

  test("what is sketched settles nothing before it is kept, and is then one step to undo", () => {
    const waiting = () => state().saving;
    const [id] = desk.sketch([draft("Hama")]);
    if (!id) throw new Error("Something was sketched.");
    desk.changeAttributes(id, { resolution: "verified" });
    expect([state().sketch.has(id), waiting().state, desk.canUndo()]).toEqual([true, "saved", false]);
    desk.keepSketch();
    expect(only()).toMatchObject({ attributes: { resolution: "verified" }, derivedFrom: [theirs], state: "open" });
    expect([state().sketch.size, desk.canUndo()]).toEqual([0, true]);
    desk.undo();
    expect(only()).toMatchObject({ state: "withdrawn", derivedFrom: [] });
  });

  test("a sketch that was only looked at leaves nothing, one that was worked on is kept", () => {
    desk.sketch([draft("Hama")]);
    desk.leaveSketch();
    expect(state().annotations.size).toBe(0);
    const [id] = desk.sketch([draft("Hama")]);
    if (id) desk.changeAttributes(id, { note: "Which one?" });
    desk.leaveSketch();
    expect(only()).toMatchObject({ attributes: { note: "Which one?" } });
    const [over] = desk.sketch([{ ...draft("the army"), kind: "source", ...(id && { id }) }]);
    desk.dropSketch();
    expect(over && state().annotations.get(over)).toMatchObject({ kind: "place", attributes: { note: "Which one?" } });
  });

  test("many at once are one step", () => {
    desk.adjudicate([draft("Hama"), draft("the army")]);
    desk.undo();
    expect(standing()).toEqual([]);
  });
});

test("what a colleague did is fetched and shown, what waits of ours stays, and what went away goes", async () => {
  desk.close();
  unplug();
  const mine = newId<TagId>();
  const theirs = { ...aTag(newId<TagId>()), createdBy: newId<UserId>() };
  let answers = { annotations: [theirs], relations: [] as unknown[] };
  const asked: string[] = [];
  open(
    askOf(async (_method, path) => {
      if (path.includes("/tags?")) asked.push(path);
      return path.includes("/tags?") ? { ok: true, value: answers } : unreachable;
    }),
  );
  await until(({ loaded }) => loaded);
  const by = theirs.createdBy;
  const [kept] = desk.annotateAll("place", [words("Hama")]);
  live(heard({ did: "tagged", by, tagId: theirs.id, version: 1 }));
  await until(({ annotations }) => annotations.has(theirs.id));
  expect(state().news).toEqual([{ by, what: "tagged", count: 1 }]);
  expect(kept && state().annotations.get(kept)?.kind).toBe("place");
  const before = asked.length;
  live(heard({ did: "tagged", by: state().me.id, ...(kept && { tagId: kept }), version: 1 }));
  live(heard({ did: "tagged", by, tagId: mine }, newId<ReportId>()));
  desk.select(theirs.id);
  answers = { annotations: [], relations: [] };
  live(heard({ did: "undid-verdict", by, tagId: theirs.id, version: 1 }));
  await until(({ annotations }) => !annotations.has(theirs.id));
  expect(state().selected).toBeNull();
  expect(asked.slice(before)).toHaveLength(1);
});

let entries = 0;
function heard(entry: Partial<LiveEntry>, reportId: ReportId = report.id): LiveWord {
  entries += 1;
  const whole = { id: `${entries}`, did: "tagged" as const, at: "2026-11-22T10:00:00.000Z", refs: {}, ...entry };
  return { is: "entry", entry: { ...whole, projectId: report.projectId, reportId } };
}

function aTag(id: TagId): Annotation {
  const at = "2026-11-22T10:00:00.000Z";
  const segments = words("army").map((span) => ({ ...span, quote: "army", prefix: "", suffix: "" }));
  const by = newId<UserId>();
  const [createdBy, updatedBy] = [by, by];
  const common = { origin: "person", codebookVersion: 1, createdBy, updatedBy, createdAt: at, updatedAt: at };
  const { projectId, id: reportId, revisionId } = report;
  const place = { projectId, reportId, revisionId, segments, layer: "shared", state: "open" as const, version: 1 };
  return { id, type: "annotation", kind: "claim", attributes: {}, ...place, ...common };
}
