import fc from "fast-check";
import { expect, test } from "vitest";
import type { Heard } from "@/domain/formats/native/full";
import { anyRecordIn } from "@/domain/formats/native/parse";
import { plainTag } from "@/domain/formats/native/plain-tag";
import { wordsOf } from "@/domain/formats/native/text";
import { RevisionId, UserId } from "@/domain/ids";

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const text = "😊 Soldiers reached the pipeline near Aqayrabat, local sources said.";
const heard = (): Heard => ({
  usual: { layer: "shared", origin: "person", version: 1, codebookVersion: 1 },
  projectId: id(1),
  people: new Map([
    [1, UserId.parse(id(11))],
    [2, UserId.parse(id(12))],
  ]),
  report: { id: id(2), words: wordsOf(RevisionId.parse(id(3)), text) },
});

const at = fc.constantFrom("2026-06-02T10:00:00.000Z", "2026-06-03T10:00:00Z");
const common = {
  id: fc.nat(50).map((n) => id(100 + n)),
  state: fc.constantFrom("open", "accepted", "rejected"),
  attributes: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
  createdBy: fc.constantFrom(1, 2),
  createdAt: at,
};
const sometimes = {
  version: fc.integer({ min: 1, max: 3 }),
  layer: fc.constantFrom("shared", "final", `analyst:${id(11)}`),
  origin: fc.constantFrom("person", "engine:places", "import:brat"),
  codebookVersion: fc.integer({ min: 1, max: 3 }),
  updatedBy: fc.constantFrom(1, 2),
  updatedAt: at,
  writtenAs: fc.constantFrom("open", "accepted"),
};
const segment = fc.record(
  {
    start: fc.nat(60),
    end: fc.integer({ min: 1, max: 80 }),
    quote: fc.string(),
    prefix: fc.string(),
    suffix: fc.string(),
  },
  { requiredKeys: ["start", "end", "quote"] },
);
const requiredKeys = ["id", "state", "attributes", "createdBy", "createdAt", "record", "kind"] as const;
const annotation = fc.record(
  {
    ...{ ...common, ...sometimes },
    record: fc.constant("annotation"),
    kind: fc.constantFrom("claim", "place", "label:vessel"),
    segments: fc.array(segment, { maxLength: 3 }),
  },
  { requiredKeys: [...requiredKeys, "segments"] },
);
const relation = fc.record(
  {
    ...{ ...common, ...sometimes },
    record: fc.constant("relation"),
    kind: fc.constantFrom("attributed-to", "located-at", "relation:owns"),
    from: fc.constant(id(200)),
    to: fc.constant(id(201)),
    toEntity: fc.constant(id(202)),
    toArticle: fc.constant(true),
  },
  { requiredKeys: [...requiredKeys, "from"] },
);

/** What stands in a file that somebody changed. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(id(1).toUpperCase(), "nobody", "2026-06-02", -1, 0, 1.5, 7, "label:", "", "__proto__", [], {}, [{}]),
  fc.constant(JSON.parse('{"__proto__": 1}')),
);
const fields = [
  ...Object.keys(common),
  ...Object.keys(sometimes),
  "kind",
  "segments",
  "from",
  "to",
  "toEntity",
  "toArticle",
];
const more = [
  "cue",
  "earlier",
  "verdicts",
  "attributesAsSaid",
  "toEntityAsSaid",
  "derivedFrom",
  "revisionId",
  "time",
  "x",
];
const changed = fc.record({
  record: fc.oneof(annotation, relation),
  field: fc.constantFrom(...fields, ...more),
  value: odd,
});

const slowly = (json: unknown) => {
  try {
    return anyRecordIn(json, heard());
  } catch {
    return undefined;
  }
};

test("a plain tag is read as with every schema", () => {
  fc.assert(
    fc.property(fc.oneof(annotation, relation), (json) => {
      expect(slowly(json)).toBeDefined();
      expect(plainTag(json, heard())).toEqual(slowly(json));
    }),
    { numRuns: 500 },
  );
});

test("what the schemas refuse is not taken, and nothing that is changed is read in another way", () => {
  fc.assert(
    fc.property(changed, ({ record, field, value }) => {
      const json = { ...record, [field]: value };
      const plain = plainTag(json, heard());
      if (plain !== undefined) expect(plain).toEqual(slowly(json));
    }),
    { numRuns: 3000 },
  );
});

test("a tag with a past, before any report or by nobody who was named is left to the schemas", () => {
  const [json] = fc.sample(annotation, { numRuns: 1, seed: 3 });
  expect(plainTag(json, heard())).toBeDefined();
  expect(plainTag({ ...json, earlier: [] }, heard())).toBeUndefined();
  expect(plainTag({ ...json, verdicts: [] }, heard())).toBeUndefined();
  expect(plainTag({ ...json, createdBy: 9 }, heard())).toBeUndefined();
  expect(plainTag(json, { ...heard(), report: undefined })).toBeUndefined();
});
