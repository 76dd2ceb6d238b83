import fc from "fast-check";
import { expect, test } from "vitest";
import { keptNote, type Note } from "@/domain/prose/note";
import { type EntityWords, takeOver } from "./take-over";

const base: EntityWords = { name: "Field sources", kind: "local or field", aliases: ["locals"], note: "In the hills." };

test.each<{
  when: string;
  mine: Partial<EntityWords>;
  now: Partial<EntityWords>;
  put: Partial<EntityWords>;
  leftOut?: string[];
}>([
  {
    when: "nobody else touched it",
    mine: { name: "Local sources", aliases: ["locals", "villagers"], note: "By phone.", scale: "local" },
    now: {},
    put: { name: "Local sources", aliases: ["locals", "villagers"], note: "By phone.", scale: "local" },
  },
  {
    when: "two people renamed it",
    mine: { name: "Villagers" },
    now: { name: "Local sources" },
    put: { name: "Local sources", aliases: ["locals", "Villagers"] },
  },
  {
    when: "two people gave aliases",
    mine: { aliases: ["locals", "b"] },
    now: { aliases: ["locals", "c"] },
    put: { aliases: ["locals", "c", "b"] },
  },
  {
    when: "one took an alias away, another gave one",
    mine: { aliases: [] },
    now: { aliases: ["locals", "c"] },
    put: { aliases: ["c"] },
  },
  {
    when: "two people wrote a note",
    mine: { note: "In the hills. By phone." },
    now: { note: "In the hills. Often late." },
    put: { note: "In the hills. Often late.\n\nBy phone." },
  },
  {
    when: "two people said who they are",
    mine: { kind: "military unnamed", side: "north" },
    now: { kind: "official unnamed" },
    put: { kind: "official unnamed", side: "north" },
    leftOut: ["kind"],
  },
  {
    when: "two people said the same",
    mine: { kind: "document" },
    now: { kind: "document" },
    put: { kind: "document" },
  },
])("$when", ({ mine, now, put, leftOut = [] }) => {
  const taken = takeOver(base, { ...base, ...mine }, { ...base, ...now });
  expect(taken.put).toMatchObject({ ...base, ...put });
  expect(taken.leftOut).toEqual(leftOut);
});

const word = fc.constantFrom("a", "b", "c", "d");
const words: fc.Arbitrary<EntityWords> = fc
  .record(
    {
      name: word,
      kind: fc.constantFrom("document" as const, "media outlet" as const),
      aliases: fc.uniqueArray(word, { maxLength: 3 }),
      note: word,
      side: word,
    },
    { requiredKeys: ["name", "kind", "aliases"] },
  )
  .map((each) => ({ ...each, aliases: each.aliases.filter((alias) => alias !== each.name) }));

const said = ({ aliases, ...rest }: EntityWords) =>
  JSON.stringify({ ...rest, aliases: aliases.toSorted() }, Object.keys({ ...rest, aliases }).sort());

test("where only one side changed anything, it counts as it is", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(said(takeOver(before, after, before).put)).toBe(said(after));
      expect(said(takeOver(before, before, after).put)).toBe(said(after));
    }),
  );
});

const noted = fc.record({ said: word, bold: fc.boolean() }).map(({ said, bold }): Note => {
  const marks = bold ? { marks: [{ type: "bold" as const }] } : {};
  return (
    keptNote({
      noteProse: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: said, ...marks }] }] },
    }) ?? {}
  );
});

test("a note that was written by two has the words of both, and the formatting agrees with them", () => {
  fc.assert(
    fc.property(words, noted, noted, noted, (entity, before, mine, theirs) => {
      const [base, own, now] = [before, mine, theirs].map((note) => ({ ...entity, note: undefined, ...note }));
      if (!base || !own || !now) throw new Error("Three are made.");
      const { put } = takeOver(base, own, now);
      expect(keptNote(put)).toBeDefined();
      if (mine.note !== before.note) expect(put.note).toContain(mine.note);
      if (theirs.note !== before.note && mine.note !== before.note) expect(put.note).toContain(theirs.note);
      if (mine.noteProse && mine.note !== before.note && mine.note !== theirs.note) {
        expect(JSON.stringify(put.noteProse)).toContain("bold");
      }
    }),
  );
});

test("no name and no note is lost, whoever was first", () => {
  fc.assert(
    fc.property(words, words, words, (before, mine, theirs) => {
      const { put } = takeOver(before, mine, theirs);
      const names = [put.name, ...put.aliases];
      if (mine.name !== before.name) expect(names).toContain(mine.name);
      if (theirs.name !== before.name) expect(names).toContain(theirs.name);
      if (mine.note && mine.note !== before.note) expect(put.note).toContain(mine.note);
    }),
  );
});
