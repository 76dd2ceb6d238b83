import fc from "fast-check";
import { expect, test } from "vitest";
import type { TagRecord, UnreadTag } from "@/domain/formats/dataset";
import { handingOn } from "@/domain/formats/native/hand-on";
import { leanRecord } from "@/domain/formats/native/lean";
import { numbered } from "@/domain/formats/native/people";
import { wordsOf } from "@/domain/formats/native/text";
import { ProjectId, ReportId, RevisionId, TagId, UserId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";
import { codePoint } from "@/domain/text/offsets";
import { passage, segmentsOf } from "@/domain/text/segment";

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const revisionId = RevisionId.parse(id(1));
const person = (n: number) => UserId.parse(id(100 + n));
const usual = { layer: "shared", origin: "person", version: 1, codebookVersion: 1 };
const at = (n: number) => `2026-06-0${n + 1}T10:00:00.000Z`;

/** JSON as PostgreSQL writes it: shorter keys first, with spaces. */
function jsonb(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonb).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}: ${jsonb(each)}`).join(", ")}}`;
}

/** Words with all that could be taken for what stands between the values of an anchor. */
const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    '", "start": ',
    '"}, {"',
    '"}], "revisionId": "',
    "\\",
    '\\"',
    "\n",
    "😊",
    "قرية",
    ', "prefix": "',
    "a\tb",
  ),
);
const someText = fc
  .array(hostile, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""))
  .filter((text) => text.length > 0);

const aRecord = fc
  .record({
    text: someText,
    from: fc.nat(1000),
    to: fc.nat(1000),
    other: fc.nat({ max: 3 }),
    kind: fc.constantFrom("claim", "place", "label:vessel"),
    state: fc.constantFrom("open", "accepted", "returned"),
    origin: fc.constantFrom("person", "places 1"),
    writtenAs: fc.constantFrom("open", "accepted"),
    attributes: fc.dictionary(fc.string(), fc.oneof(hostile, fc.integer(), fc.boolean()), { maxKeys: 3 }),
    people: fc.tuple(fc.nat(2), fc.nat(2)),
    times: fc.tuple(fc.nat(2), fc.nat(2)),
    elsewhere: fc.boolean(),
    context: fc.boolean(),
  })
  .map(({ text, from, to, people: [by, again], times: [made, changed], ...said }) => {
    const length = [...text].length;
    const [start, end] = [from % length, (to % length) + 1];
    const place = { start: codePoint(Math.min(start, end - 1)), end: codePoint(Math.max(start + 1, end)) };
    const segments = segmentsOf(passage(text), [place]);
    if (said.context) Object.assign(segments[0] ?? {}, { prefix: "something else" });
    const tag: Annotation = {
      id: TagId.parse(id(2)),
      projectId: ProjectId.parse(id(3)),
      reportId: ReportId.parse(id(4)),
      type: "annotation",
      kind: said.kind,
      layer: "shared",
      state: said.state,
      version: 1 + said.other,
      attributes: said.attributes,
      origin: said.origin,
      codebookVersion: 1 + said.other,
      createdBy: person(by),
      createdAt: at(made),
      updatedBy: person(again),
      updatedAt: at(changed),
      revisionId: said.elsewhere ? RevisionId.parse(id(9)) : revisionId,
      segments,
    };
    const version = { ...tag, number: tag.version, state: said.writtenAs, by: tag.updatedBy, at: tag.updatedAt };
    const { number, kind, attributes, state, origin, codebookVersion, by: who, at: when } = version;
    const anchor = { revisionId: tag.revisionId, segments };
    const only = { number, kind, attributes, state, origin, codebookVersion, by: who, at: when, anchor };
    return { text, record: { tag, versions: [only], verdicts: [] }, writtenAs: said.writtenAs };
  });

const unread = (record: TagRecord<Annotation>, writtenAs: string): UnreadTag => ({
  ...record.tag,
  writtenAs,
  attributes: jsonb(record.tag.attributes),
  anchor: jsonb({ revisionId: record.tag.revisionId, segments: record.tag.segments }),
  derivedFrom: undefined,
  verdicts: undefined,
  ...{ from: undefined, to: undefined, toEntity: undefined, toArticle: false },
  more: false,
  read: () => record,
});

test("a line handed on says what a line of the tag that was read says", () => {
  let handed = 0;
  fc.assert(
    fc.property(fc.array(aRecord, { minLength: 1, maxLength: 3 }), (all) => {
      const people = [0, 1, 2].map((n) => ({ id: person(n), name: `Person ${n}` }));
      const [one, other] = [
        { usual, numbers: numbered(people) },
        { usual, numbers: numbered(people) },
      ];
      const handOn = handingOn(one);
      for (const { text, record, writtenAs } of all) {
        const words = wordsOf(revisionId, text);
        const line = handOn(unread(record, writtenAs), words);
        if (line === undefined) continue;
        handed += 1;
        expect(line.endsWith("\n")).toBe(true);
        expect(line.slice(0, -1)).not.toContain("\n");
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(leanRecord(record, other, words))));
      }
    }),
    { numRuns: 500 },
  );
  expect(handed).toBeGreaterThan(200);
});

test("what has another context than its text gives, another text or more than one segment is read", () => {
  const text = "One two three.";
  const words = wordsOf(revisionId, text);
  const handOn = handingOn({ usual, numbers: numbered([]) });
  const segments = segmentsOf(passage(text), [
    { start: codePoint(0), end: codePoint(3) },
    { start: codePoint(8), end: codePoint(13) },
  ]);
  const [tag] = fc.sample(aRecord, { numRuns: 1, seed: 1 });
  if (!tag) throw new Error("There is a sample.");
  const like = (more: Partial<Annotation>) => {
    const record = { ...tag.record, tag: { ...tag.record.tag, revisionId, segments: segments.slice(0, 1), ...more } };
    return handOn(unread(record, "open"), words);
  };
  expect(like({})).toContain('"quote": "One"');
  expect(like({ segments })).toBeUndefined();
  expect(like({ segments: segments.slice(0, 1).map((each) => ({ ...each, suffix: "?" })) })).toBeUndefined();
  expect(like({ revisionId: RevisionId.parse(id(9)) })).toBeUndefined();
});
