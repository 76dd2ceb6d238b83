import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change, ChangeName, Thing, Ticket } from "@/domain/change/change";
import { apply, changeKinds, creates, invert, mentionedBy, requestFor, withoutQuotes } from "@/domain/change/registry";
import { type Here, setTag, tagIn, type World } from "@/domain/change/world";
import { saidIn } from "@/domain/codebook/normal-form";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import {
  CommentId,
  EntityId,
  OpId,
  ProjectId,
  ReportId,
  RevisionId,
  TagId,
  ThreadId,
  UserId,
  VerdictId,
} from "@/domain/ids";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";
import { codePoint } from "@/domain/text/offsets";
import { passage, segmentsOf } from "@/domain/text/segment";

const text = "Local sources said that the army reached Hama on Monday and left it again on Tuesday.";
const within = passage(text);
const numbered = (number: number) => `01a22d60-0000-7000-8000-${String(number).padStart(12, "0")}`;
const me = UserId.parse(numbered(1));
const other = UserId.parse(numbered(2));
const projectId = ProjectId.parse(numbered(3));
const reportId = ReportId.parse(numbered(4));
const revisionId = RevisionId.parse(numbered(5));
const tagIds = {
  claim: TagId.parse(numbered(11)),
  source: TagId.parse(numbered(12)),
  fresh: TagId.parse(numbered(13)),
};
const linkIds = { link: TagId.parse(numbered(21)), fresh: TagId.parse(numbered(22)) };
const entityIds = { known: EntityId.parse(numbered(31)), fresh: EntityId.parse(numbered(32)) };
const threadIds = { known: ThreadId.parse(numbered(41)), fresh: ThreadId.parse(numbered(42)) };
const commentIds = { known: CommentId.parse(numbered(51)), fresh: CommentId.parse(numbered(52)) };
const at = "2026-11-22T10:00:00.000Z";

const here: Here = {
  me,
  layer: "shared",
  codebookVersion: 2,
  segmentsOf: (spans) =>
    segmentsOf(
      within,
      spans.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) })),
    ),
};

// ── Worlds and changes by chance ─────────────────────────────────────────────────────────────────────────────────

const spans = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => [{ start, end: start + length, quote: text.slice(start, start + length) }]);
const attributes = fc.record(
  { note: fc.string({ minLength: 1 }), certainty: fc.constantFrom("certain", "possible"), flag: fc.boolean() },
  { requiredKeys: [] },
);
const derivedFrom = fc.option(fc.subarray([tagIds.source, tagIds.claim], { minLength: 1 }), { nil: undefined });

const head = fc.record({ attributes, derivedFrom, version: fc.integer({ min: 1, max: 9 }) }).map((said) => ({
  projectId,
  reportId,
  layer: "shared",
  state: "open" as const,
  version: said.version,
  attributes: said.attributes,
  origin: "person",
  codebookVersion: 1,
  createdBy: other,
  createdAt: at,
  updatedBy: other,
  updatedAt: at,
  ...(said.derivedFrom && { derivedFrom: said.derivedFrom }),
}));
const annotation = (id: TagId, kind: string): fc.Arbitrary<Annotation> =>
  fc
    .tuple(head, spans)
    .map(([kept, place]) => ({ ...kept, id, type: "annotation", kind, revisionId, segments: here.segmentsOf(place) }));
const cue = fc.option(spans, { nil: undefined });
const relation: fc.Arbitrary<Relation> = fc.tuple(head, cue).map(([kept, place]) => ({
  ...kept,
  id: linkIds.link,
  type: "relation",
  kind: "attributed-to",
  from: tagIds.claim,
  to: tagIds.source,
  ...(place && { cue: { revisionId, segments: here.segmentsOf(place) } }),
}));
const entityWords = fc.record({
  name: fc.string({ minLength: 1 }),
  kind: fc.constant("document" as const),
  aliases: fc.array(fc.string()),
});
const entity: fc.Arbitrary<Entity> = entityWords.map((words) => ({
  ...words,
  id: entityIds.known,
  projectId,
  version: 3,
  createdBy: other,
  createdAt: at,
}));
const thread: fc.Arbitrary<Thread> = fc
  .tuple(fc.constantFrom("open", "resolved"), fc.string())
  .map(([state, body]) => ({
    id: threadIds.known,
    projectId,
    reportId,
    layer: "shared",
    target: { on: "report" },
    state,
    by: me,
    at,
    comments: [{ id: commentIds.known, threadId: threadIds.known, body, by: me, at }],
  }));

const worlds: fc.Arbitrary<World> = fc
  .tuple(annotation(tagIds.claim, "claim"), annotation(tagIds.source, "source"), relation, entity, thread)
  .map(([claim, source, link, someone, talk]) => ({
    annotations: new Map([claim, source].map((each) => [each.id, each])),
    relations: new Map([[link.id, link]]),
    entities: new Map([[someone.id, someone]]),
    threads: new Map([[talk.id, talk]]),
  }));

type Done<Name extends ChangeName> = { change: Change<Name>; thing: Thing };
const weighed = derivedFrom.map((ids) => (ids ? { derivedFrom: ids } : {}));

/** A change of each kind, to something that is there or to something new. */
const makes: { [Name in ChangeName]: fc.Arbitrary<Done<Name>> } = {
  "put-annotation": fc
    .tuple(fc.constantFrom(tagIds.claim, tagIds.fresh), spans, attributes, weighed)
    .map(([thing, segments, said, from]) => ({
      thing,
      change: { deed: "put-annotation", body: { kind: "claim", revisionId, segments, attributes: said, ...from } },
    })),
  "put-relation": fc
    .tuple(fc.constantFrom(linkIds.link, linkIds.fresh), cue, attributes, fc.boolean())
    .map(([thing, segments, said, article]) => ({
      thing,
      change: {
        deed: "put-relation",
        body: {
          kind: "attributed-to",
          from: tagIds.claim,
          ...(article ? { toArticle: true as const } : { to: tagIds.source }),
          attributes: said,
          ...(segments && { cue: { revisionId, segments } }),
        },
      },
    })),
  withdraw: fc.boolean().map((undecided) => ({
    thing: tagIds.source,
    change: { deed: "withdraw", type: "annotation", ...(undecided && { undecided: true as const }) },
  })),
  "put-entity": entityWords.map((body) => ({ thing: entityIds.known, change: { deed: "put-entity", body } })),
  "open-thread": spans.map((segments) => ({
    thing: threadIds.fresh,
    change: { deed: "open-thread", body: { target: { on: "passage", revisionId, segments }, body: "Is it so?" } },
  })),
  comment: fc.string().map((body) => ({
    thing: threadIds.known,
    change: { deed: "comment", body: { id: commentIds.fresh, body } },
  })),
  "edit-comment": fc.string().map((body) => ({
    thing: threadIds.known,
    change: { deed: "edit-comment", commentId: commentIds.known, body },
  })),
  "set-thread": fc.constantFrom("open" as const, "resolved" as const).map((state) => ({
    thing: threadIds.known,
    change: { deed: "set-thread", state },
  })),
  decide: fc.constantFrom("accept" as const, "return" as const, "reject" as const).map((decision) => ({
    thing: tagIds.claim,
    change: { deed: "decide", type: "annotation", decision, reason: "Wrong words" },
  })),
  "undo-verdict": fc.constant({ thing: tagIds.source, change: { deed: "undo-verdict" } }),
};

const ticketFor = (change: Pick<Change, "deed">, thing: Thing): Ticket => ({
  opId: OpId.parse(numbered(91)),
  projectId,
  reportId,
  deed: change.deed,
  thing,
  needs: [],
  version: undefined,
  at: Date.parse(at) + 1000,
});

const copyOf = ({ annotations, relations, entities, threads }: World): World => ({
  annotations: new Map(entriesOf(annotations)),
  relations: new Map(entriesOf(relations)),
  entities: new Map(entriesOf(entities)),
  threads: new Map(entriesOf(threads)),
});
/** The worlds of this test are made of maps. */
const entriesOf = <Id, T>(draft: object): [Id, T][] => (draft instanceof Map ? [...draft.entries()] : []);

const thingIn = (world: World, thing: Thing) =>
  tagIn(world, thing as TagId) ?? world.entities.get(thing as EntityId) ?? world.threads.get(thing as ThreadId);

/** What people said in a world: without who, when and which version, and without what nobody stands behind any more. */
function saidAll(world: World) {
  const tags = [...entriesOf<TagId, Tag>(world.annotations), ...entriesOf<TagId, Tag>(world.relations)];
  return {
    tags: tags
      .filter(([, { state }]) => state !== "withdrawn")
      .map(([id, tag]) => [id, tag.state, tag.verdict?.decision, saidIn({ ...tag.attributes }), wordsOf(tag)]),
    entities: entriesOf<EntityId, Entity>(world.entities).map(([id, { name, kind, aliases }]) => [
      id,
      name,
      kind,
      aliases,
    ]),
    threads: entriesOf<ThreadId, Thread>(world.threads).map(([id, { state, comments }]) => [
      id,
      state,
      comments.map(({ body }) => body),
    ]),
  };
}

const wordsOf = (tag: Tag) =>
  tag.type === "annotation"
    ? [tag.kind, tag.segments, tag.derivedFrom ?? []]
    : [tag.kind, tag.from, tag.to, tag.toArticle, tag.cue?.segments, tag.derivedFrom ?? []];

/** Does a change, and what undoes it. */
function thereAndBack<Name extends ChangeName>(world: World, { change, thing }: Done<Name>) {
  const before = thingIn(world, thing);
  apply(world, change, ticketFor(change, thing), here);
  const there = saidAll(world);
  const after = thingIn(world, thing);
  // The kind of a change says what it is done to.
  const since = { before, after, now: after } as Parameters<typeof invert<Name>>[1];
  const back = invert(change, since);
  if (back) apply(world, back, { ...ticketFor(back, thing), at: Date.parse(at) + 2000 }, here);
  return { there, back };
}

const decided = (world: World): World => {
  const source = world.annotations.get(tagIds.source);
  const verdict = { decision: "return" as const, reason: "Wrong words", version: 1, by: me, at };
  if (source) setTag(world, { ...source, state: "returned", verdict: { ...verdict, version: source.version } });
  return world;
};

/** What was said in a discussion stays said. */
const forGood: readonly ChangeName[] = ["open-thread", "comment"];
const names = Object.keys(makes) as ChangeName[]; // its own keys

describe("what undoes a change makes the same world again", () => {
  test("every kind of change is tried", () => {
    expect(names.toSorted()).toEqual(Object.keys(changeKinds).toSorted());
  });

  test.each(names.filter((name) => !forGood.includes(name)))("%s", (name) => {
    const start = name === "undo-verdict" ? worlds.map(decided) : worlds;
    fc.assert(
      fc.property(start, makes[name] as fc.Arbitrary<Done<ChangeName>>, (world, done) => {
        const before = saidAll(copyOf(world));
        const { there, back } = thereAndBack(world, done);
        expect(saidAll(world)).toEqual(before);
        // Where nothing undoes it, nothing was done.
        if (!back) expect(there).toEqual(before);
      }),
    );
  });

  test.each(forGood)("%s stays", (name) => {
    fc.assert(
      fc.property(worlds, makes[name] as fc.Arbitrary<Done<ChangeName>>, (world, done) => {
        const { there, back } = thereAndBack(world, done);
        expect(back).toBeUndefined();
        expect(saidAll(world)).toEqual(there);
      }),
    );
  });

  test("and leaves alone what a colleague did since", () => {
    fc.assert(
      fc.property(worlds, spans, (world, segments) => {
        const before = world.annotations.get(tagIds.claim);
        const change: Change<"put-annotation"> = {
          deed: "put-annotation",
          body: { kind: "claim", revisionId, segments, attributes: { ...before?.attributes, note: "mine" } },
        };
        apply(world, change, ticketFor(change, tagIds.claim), here);
        const after = world.annotations.get(tagIds.claim);
        if (!before || !after) throw new Error("The claim is gone.");
        const now: Annotation = { ...after, attributes: { ...after.attributes, standing: "theirs" } };
        world.annotations.set(now.id, now);
        const back = invert(change, { before, after, now });
        if (back) apply(world, back, ticketFor(back, now.id), here);
        expect(world.annotations.get(now.id)?.attributes).toEqual({ ...before.attributes, standing: "theirs" });
        expect(world.annotations.get(now.id)?.segments).toEqual(before.segments);
      }),
    );
  });
});

test("a change does not touch anything but its thing", () => {
  for (const name of names) {
    fc.assert(
      fc.property(worlds, makes[name] as fc.Arbitrary<Done<ChangeName>>, (world, { change, thing }) => {
        const before = copyOf(world);
        apply(world, change, ticketFor(change, thing), here);
        for (const id of [...Object.values(tagIds), ...Object.values(linkIds), ...Object.values(entityIds)]) {
          if (id !== thing) expect(thingIn(world, id)).toBe(thingIn(before, id));
        }
      }),
      { numRuns: 20 },
    );
  }
});

test("no words of the report stay in a change for a device", async () => {
  for (const name of names) {
    for (const { change } of fc.sample(makes[name] as fc.Arbitrary<Done<ChangeName>>, 10)) {
      const bare = await withoutQuotes(change, async (words) => `hash of ${words.length}`);
      expect(JSON.stringify(bare)).not.toContain('"quote":');
    }
  }
  const correction = { kind: "claim", revisionId, segments: [{ start: 0, end: 5, quote: "Local" }], attributes: {} };
  const decide: Change<"decide"> = {
    ...{ deed: "decide", type: "annotation", decision: "accept-with-change", reason: "" },
    change: correction,
  };
  expect(JSON.stringify(await withoutQuotes(decide, async () => "hash"))).not.toContain("Local");
});

test("a correction that is accepted is shown with its words, one that is only suggested beside them", () => {
  const [world] = fc.sample(worlds, 1);
  if (!world) throw new Error("No world was made.");
  const segments = [{ start: 0, end: 5, quote: "Local" }];
  const change = { kind: "claim", revisionId, segments, attributes: { note: "corrected" } };
  const decide = (decision: "accept-with-change" | "return") => {
    const said: Change<"decide"> = { deed: "decide", type: "annotation", decision, reason: "", change };
    apply(world, said, ticketFor(said, tagIds.claim), here);
    return world.annotations.get(tagIds.claim);
  };
  expect(decide("return")).toMatchObject({ state: "returned", verdict: { wish: change } });
  expect(world.annotations.get(tagIds.claim)?.attributes["note"]).not.toBe("corrected");
  expect(decide("accept-with-change")).toMatchObject({ state: "accepted", attributes: { note: "corrected" } });
});

test.each<{ change: Change; version?: number; makes: boolean; needs: readonly Thing[] }>([
  {
    change: { deed: "put-annotation", body: { ...{ kind: "source", revisionId, segments: [] }, attributes: {} } },
    makes: true,
    needs: [],
  },
  {
    change: {
      deed: "put-annotation",
      body: { ...{ kind: "source", revisionId, segments: [] }, attributes: { entityId: entityIds.known } },
    },
    version: 2,
    makes: false,
    needs: [entityIds.known],
  },
  {
    change: {
      deed: "put-relation",
      body: { kind: "attributed-to", from: tagIds.claim, toEntity: entityIds.known, attributes: {} },
    },
    makes: true,
    needs: [tagIds.claim, entityIds.known],
  },
  { change: { deed: "withdraw", type: "annotation" }, makes: false, needs: [] },
  {
    change: { deed: "open-thread", body: { target: { on: "tag", tagId: tagIds.claim }, body: "?" } },
    makes: true,
    needs: [tagIds.claim],
  },
  {
    change: { deed: "put-entity", body: { name: "A", kind: "document", aliases: [], parentId: entityIds.known } },
    makes: true,
    needs: [entityIds.known],
  },
])("$change.deed on version $version makes something new: $makes", ({ change, version, makes: isNew, needs }) => {
  expect(creates({ deed: change.deed, version })).toBe(isNew);
  expect(mentionedBy(change)).toEqual(needs);
});

test("every change has an address of the API and says which operation it is, where sending it twice could double it", () => {
  for (const name of names) {
    for (const { change, thing } of fc.sample(makes[name] as fc.Arbitrary<Done<ChangeName>>, 3)) {
      const verdictId = VerdictId.parse(numbered(92));
      const { path, body } = requestFor(change, { ...ticketFor(change, thing), verdictId });
      expect(path).toMatch(/^\/(reports|projects|entities|threads|comments|annotations|relations|verdicts)\//);
      if (name === "put-entity") expect(JSON.stringify(body)).toContain(String(thing));
      const repeatable = ["edit-comment", "set-thread", "undo-verdict", "put-entity"].includes(name);
      if (!repeatable) expect(path + JSON.stringify(body)).toContain(numbered(91));
    }
  }
});
