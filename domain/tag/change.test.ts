import { describe, expect, test } from "vitest";
import type { Standing } from "@/domain/access/actor";
import { scopes } from "@/domain/access/actor";
import { Codebook } from "@/domain/codebook/codebook";
import {
  EntityId,
  OpId,
  ProjectId,
  ReportId,
  RevisionId,
  TagId,
  TokenId,
  UserId,
  VerdictId,
  WorkspaceId,
} from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { decideChanges, type Sent } from "@/domain/tag/change";
import { opKey, type Situation } from "@/domain/tag/situation";
import type { Annotation, PutAnnotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";
import { codePoint } from "@/domain/text/offsets";
import { passage, segmentsOf } from "@/domain/text/segment";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const text = "The army said it left Hama 😊 on Monday.";
const [me, other] = [UserId.parse(id(1)), UserId.parse(id(2))];
const report = ReportId.parse(id(3));
const revision = RevisionId.parse(id(4));
const project = ProjectId.parse(id(5));
const entity = EntityId.parse(id(6));
const tag = (number: number) => TagId.parse(id(100 + number));
const [claim, source, place, link, fresh, gone] = [tag(1), tag(2), tag(3), tag(4), tag(5), tag(6)];
const op = OpId.parse(id(7));
const at = "2026-05-01T12:00:00.000Z";

const on = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
};
const segmentsOn = (words: string) => {
  const { start, end } = on(words);
  return segmentsOf(text, [{ start: codePoint(start), end: codePoint(end) }]);
};

const head = {
  projectId: project,
  reportId: report,
  layer: "shared",
  state: "open",
  version: 1,
  attributes: {},
  origin: "person",
  codebookVersion: 1,
  createdBy: other,
  createdAt: at,
  updatedBy: other,
  updatedAt: at,
} as const;
const anAnnotation = (
  which: TagId,
  kind: Annotation["kind"],
  words: string,
  more: Partial<Annotation> = {},
): Annotation => ({
  ...head,
  id: which,
  type: "annotation",
  kind,
  revisionId: revision,
  segments: segmentsOn(words),
  ...more,
});
const theLink: Relation = { ...head, id: link, type: "relation", kind: "attributed-to", from: claim, to: source };

const known: Tag[] = [
  anAnnotation(claim, "claim", "it left Hama"),
  anAnnotation(source, "source", "The army"),
  anAnnotation(place, "place", "Hama"),
  theLink,
  anAnnotation(gone, "claim", "left", { state: "withdrawn", version: 2 }),
];

const situation = (
  more: Partial<Situation> = {},
  standing: Standing = { role: "analyst", mode: "shared" },
): Situation => ({
  actor: {
    userId: me,
    workspaceId: WorkspaceId.parse(id(8)),
    email: "rana@example.org",
    name: "Rana",
    workspaceRole: "member",
    scopes,
    via: { token: TokenId.parse(id(9)) },
  },
  standing,
  twoPersonRule: false,
  now: "2026-05-02T12:00:00.000Z",
  report: { id: report, projectId: project, state: "in work", closed: false },
  codebook: {
    version: 2,
    content: Codebook.parse({
      labels: [
        { slug: "rumour", name: "Rumour" },
        { slug: "old", name: "Old", retired: true },
      ],
    }),
  },
  tags: new Map(known.map((each) => [each.id, each])),
  taken: new Set([tag(9)]),
  relationsOf: new Map([
    [claim, [link]],
    [source, [link]],
  ]),
  answered: new Map([[opKey(claim, op), anAnnotation(claim, "claim", "left")]]),
  verdictsOf: new Map(),
  entities: new Set([entity]),
  revisions: new Map([[revision, Array.from(text).length]]),
  passage: () => passage(text),
  sha256: (words) => words,
  newVerdictId: () => VerdictId.parse(id(10)),
  ...more,
});

const put = (which: TagId, more: Partial<PutAnnotation> = {}): TagChange => ({
  deed: "put-annotation",
  id: which,
  body: {
    kind: "claim",
    revisionId: revision,
    segments: [{ ...on("it left Hama"), quote: "it left Hama" }],
    attributes: {},
    ...more,
  },
});
const join = (which: TagId, more: Partial<PutRelation> = {}): TagChange => ({
  deed: "put-relation",
  id: which,
  body: { kind: "attributed-to", from: claim, to: source, attributes: {}, ...more },
});
const withdraw = (which: TagId, version: number): TagChange => ({ deed: "withdraw", id: which, version });

const sent = (...changes: TagChange[]): Sent[] => changes.map((value) => ({ ok: true, value }));

function answersIn(now: Situation, ...changes: TagChange[]): string[] {
  return decideChanges(now, sent(...changes)).answers.map((answer) => {
    if (answer.ok) return `${answer.did} ${answer.tag.version}`;
    const { failure } = answer;
    if (failure.kind === "invalid") return failure.problems.map(({ field }) => field).join(", ");
    return failure.kind === "forbidden" ? failure.reason : failure.kind;
  });
}
const answer = (change: TagChange, now = situation()) => answersIn(now, change)[0];

const bold = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "bold" }] }] }],
};

describe("an annotation", () => {
  test.each([
    { when: "new", change: put(fresh), is: "created 1" },
    { when: "there with the same content", change: put(claim), is: "unchanged 1" },
    { when: "there with other content", change: put(claim, { kind: "source" }), is: "conflict" },
    {
      when: "changed at the version seen",
      change: put(claim, { version: 1, attributes: { kind: "event" } }),
      is: "changed 2",
    },
    { when: "not changed at the version seen", change: put(claim, { version: 1 }), is: "unchanged 1" },
    { when: "outdated", change: put(gone, { version: 1 }), is: "conflict" },
    { when: "restored", change: put(gone, { version: 2 }), is: "restored 3" },
    { when: "sent before", change: put(claim, { version: 7, opId: op, kind: "place" }), is: "replayed 1" },
    { when: "changed where nothing is", change: put(fresh, { version: 1 }), is: "not-found" },
    { when: "somebody's unseen one", change: put(tag(9)), is: "not-found" },
    { when: "a relation really", change: put(link, { version: 1 }), is: "id" },
    { when: "a claim that its link needs", change: put(claim, { version: 1, kind: "place" }), is: "kind" },
    { when: "a label of the codebook", change: put(fresh, { kind: "label:rumour" }), is: "created 1" },
    { when: "a label of no codebook", change: put(fresh, { kind: "label:hearsay" }), is: "kind" },
    {
      when: "an event type of no codebook",
      change: put(fresh, { attributes: { eventType: "eclipse" } }),
      is: "attributes.eventType",
    },
    { when: "a retired label", change: put(fresh, { kind: "label:old" }), is: "kind" },
    {
      when: "of another report's text",
      change: put(fresh, { revisionId: RevisionId.parse(id(44)) }),
      is: "revisionId",
    },
    {
      when: "not what stands there",
      change: put(fresh, { segments: [{ start: 0, end: 3, quote: "the" }] }),
      is: "segments.0.quote",
    },
    {
      when: "beyond the text",
      change: put(fresh, { segments: [{ start: 0, end: 999, quote: "x" }] }),
      is: "segments.0.end",
    },
    {
      when: "overlapping itself",
      change: put(fresh, {
        segments: [
          { start: 0, end: 8, quote: "The army" },
          { start: 4, end: 8, quote: "army" },
        ],
      }),
      is: "segments.1.start",
    },
    {
      when: "counted in UTF-16",
      change: put(fresh, { segments: [{ start: 30, end: 32, quote: "on" }] }),
      is: "segments.0.quote",
    },
    {
      when: "counted in code points",
      change: put(fresh, { segments: [{ start: 29, end: 31, quote: "on" }] }),
      is: "created 1",
    },
    { when: "with unknown attributes", change: put(fresh, { attributes: { sure: true } }), is: "attributes" },
    {
      when: "with a wrong attribute",
      change: put(fresh, { attributes: { credibility: 7 } }),
      is: "attributes.credibility",
    },
    { when: "with what no database keeps", change: put(fresh, { attributes: { note: "a\0" } }), is: "attributes.note" },
    { when: "with a note's formatting", change: put(fresh, { attributes: { noteProse: bold } }), is: "created 1" },
    {
      when: "with a note's formatting and other words",
      change: put(fresh, { attributes: { note: "b", noteProse: bold } }),
      is: "attributes.noteProse",
    },
    {
      when: "with a note that is no document",
      change: put(fresh, { attributes: { noteProse: { ...bold, content: [{ type: "image" }] } } }),
      is: "attributes.noteProse.content.0.type",
    },
    {
      when: "naming a stranger",
      change: put(fresh, { attributes: { actors: [{ entityId: EntityId.parse(id(66)), role: "target" }] } }),
      is: "attributes.actors.0.entityId",
    },
    {
      when: "naming an entity",
      change: put(fresh, { kind: "source", attributes: { entityId: entity } }),
      is: "created 1",
    },
  ])("$when: $is", ({ change, is }) => {
    expect(answer(change)).toBe(is);
  });
});

describe("a relation", () => {
  test.each([
    { when: "to another mention", change: join(fresh), is: "created 1" },
    { when: "as it is", change: join(link), is: "unchanged 1" },
    { when: "to a place", change: join(fresh, { to: place }), is: "to" },
    { when: "from a source", change: join(fresh, { from: source, to: source }), is: "from, to" },
    { when: "to what was withdrawn", change: join(fresh, { kind: "restates", to: gone }), is: "to" },
    { when: "to nothing", change: join(fresh, { to: tag(8) }), is: "to" },
    {
      when: "with cue words",
      change: join(fresh, { cue: { revisionId: revision, segments: [{ ...on("said"), quote: "said" }] } }),
      is: "created 1",
    },
    {
      when: "with wrong cue words",
      change: join(fresh, { cue: { revisionId: revision, segments: [{ ...on("said"), quote: "told" }] } }),
      is: "cue.segments.0.quote",
    },
    {
      when: "with another kind's attributes",
      change: join(fresh, { attributes: { primary: true } }),
      is: "attributes",
    },
  ])("$when: $is", ({ change, is }) => {
    expect(answer(change)).toBe(is);
  });

  test.each([
    { when: "an entity speaks", kind: "attributed-to", end: { toEntity: entity }, is: "created 1" },
    { when: "the article speaks", kind: "attributed-to", end: { toArticle: true }, is: "created 1" },
    { when: "a stranger speaks", kind: "attributed-to", end: { toEntity: EntityId.parse(id(66)) }, is: "toEntity" },
    { when: "an entity is no place", kind: "located-at", end: { toEntity: entity }, is: "toEntity" },
  ] as const)("$when: $is", ({ kind, end, is }) => {
    const body = { kind, from: claim, attributes: {}, ...end };
    expect(answer({ deed: "put-relation", id: fresh, body })).toBe(is);
  });
});

describe("a withdrawal", () => {
  test.each([
    { when: "at the version seen", change: withdraw(place, 1), is: "withdrawn 2" },
    { when: "outdated", change: withdraw(place, 7), is: "conflict" },
    { when: "of what is gone", change: withdraw(gone, 1), is: "unchanged 2" },
    { when: "of nothing", change: withdraw(fresh, 1), is: "not-found" },
  ])("$when: $is", ({ change, is }) => {
    expect(answer(change)).toBe(is);
  });

  test("takes the links along, each with a version and an entry of its own", () => {
    const { writes } = decideChanges(situation(), sent(withdraw(claim, 1)));
    expect(writes.versions.map(({ tag: { id: which, version, state } }) => [which, version, state])).toEqual([
      [link, 2, "withdrawn"],
      [claim, 2, "withdrawn"],
    ]);
    expect(writes.entries.map(({ did }) => did)).toEqual(["withdrew-tag", "withdrew-tag"]);
  });
});

describe("a final tag", () => {
  const theirs = tag(21);
  const adjudicating = (more: Partial<Situation> = {}) => {
    const said = anAnnotation(theirs, "claim", "it left Hama", { layer: `analyst:${other}` });
    const foreign = anAnnotation(tag(22), "claim", "left", {
      layer: `analyst:${other}`,
      reportId: ReportId.parse(id(33)),
    });
    const tags = new Map([...known, said, foreign].map((each) => [each.id, each]));
    return situation({ tags, ...more }, { role: "reviewer", mode: "independent" });
  };
  const derived = (...derivedFrom: TagId[]) => put(fresh, { derivedFrom });

  test.each([
    { when: "of an analyst's tag", change: derived(theirs), is: "created 1" },
    { when: "of nobody's", change: derived(), is: "created 1" },
    { when: "of what is not there", change: derived(tag(77)), is: "derivedFrom.0" },
    { when: "of a shared tag", change: derived(theirs, place), is: "derivedFrom.1" },
    { when: "of another report's tag", change: derived(tag(22)), is: "derivedFrom.0" },
  ])("$when: $is", ({ change, is }) => {
    expect(answer(change, adjudicating())).toBe(is);
  });

  test("is accepted at once, because choosing is deciding", () => {
    const { answers, writes } = decideChanges(adjudicating(), sent(derived(theirs)));
    expect(answers[0]).toMatchObject({ ok: true, tag: { layer: "final", state: "accepted", derivedFrom: [theirs] } });
    expect(writes.verdicts).toMatchObject([{ decision: "accept", version: 1, by: me, stateBefore: "open" }]);
    expect(writes.entries.map(({ did }) => did)).toEqual(["tagged", "accepted"]);
  });

  test("waits for a second person where the project wants one", () => {
    const { answers, writes } = decideChanges(adjudicating({ twoPersonRule: true }), sent(derived(theirs)));
    expect(answers[0]).toMatchObject({ ok: true, tag: { state: "open" } });
    expect(writes.verdicts).toEqual([]);
  });

  test("keeps what it was derived from, until its group is undecided again", () => {
    const kept = decideChanges(
      adjudicating(),
      sent(derived(theirs), put(fresh, { version: 1, kind: "source" }), withdraw(fresh, 2)),
    );
    expect(kept.answers[2]).toMatchObject({ tag: { state: "withdrawn", derivedFrom: [theirs] } });
    const again = decideChanges(
      adjudicating(),
      sent(derived(theirs), { deed: "withdraw", id: fresh, version: 1, undecided: true }),
    );
    expect(again.answers[1]).toMatchObject({ tag: { state: "withdrawn" } });
    expect(again.writes.heads[0]?.tag.derivedFrom).toBeUndefined();
  });

  test("is the only one that may be derived", () => {
    const tags = adjudicating().tags;
    expect(answer(derived(theirs), situation({ tags }))).toBe("derivedFrom");
  });
});

describe("who may change", () => {
  const blind = (role: Standing["role"]) => situation({}, { role, mode: "independent" });
  test.each([
    { when: "a reader", now: situation({}, { role: "reader", mode: "shared" }), is: "needs-analyst" },
    {
      when: "on a closed report",
      now: situation({ report: { ...situation().report, closed: true } }),
      is: "report-closed",
    },
    { when: "a reviewer another layer's tag", now: blind("reviewer"), is: "not-your-layer" },
  ])("$when: $is", ({ now, is }) => {
    expect(answer(put(claim, { version: 1 }), now)).toBe(is);
  });
});

describe("a batch", () => {
  test("sees what it has done so far", () => {
    const change = put(fresh, { version: 1, attributes: { kind: "event" } });
    expect(answersIn(situation(), put(fresh), join(tag(7), { from: fresh }), change, withdraw(fresh, 2))).toEqual([
      "created 1",
      "created 1",
      "changed 2",
      "withdrawn 3",
    ]);
  });

  test("tells those that wait for what was refused, and nobody else", () => {
    const wrong = put(fresh, { kind: "label:hearsay" });
    const { answers } = decideChanges(
      situation(),
      sent(wrong, join(tag(7), { from: fresh }), put(fresh, { version: 1 }), join(tag(8))),
    );
    expect(answers.map((each) => each.ok)).toEqual([false, false, false, true]);
    const reason = "It waits for operations.0 of this batch, which was refused.";
    expect(answers[1]).toMatchObject({ failure: { problems: [{ field: "from", reason }] } });
    expect(answers[2]).toMatchObject({ failure: { problems: [{ field: "id" }] } });
  });

  test("leans on the ends of its links, so that they cannot be taken away meanwhile", () => {
    const { writes } = decideChanges(situation(), sent(join(fresh)));
    expect(writes.leansOn).toEqual([
      { id: claim, version: 1 },
      { id: source, version: 1 },
    ]);
  });
});
