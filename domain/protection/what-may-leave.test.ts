import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Dataset, HouseDataset, ReportBundle } from "@/domain/formats/dataset";
import { claimId, entityId, inTheHouse } from "@/domain/formats/sample.fixture";
import { blocked } from "@/domain/protection/mask";
import { nothingProtected, type Protection } from "@/domain/protection/protection";
import { someProtection } from "@/domain/protection/protection.fixture";
import { whatMayLeave } from "@/domain/protection/what-may-leave";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const gateOf = (protection: Protection) => whatMayLeave(protection, sha256);

async function only(dataset: HouseDataset | Dataset): Promise<ReportBundle> {
  for await (const bundle of dataset.reports({ text: true, annotations: "all", relations: true, threads: true }))
    return bundle;
  throw new Error("No report.");
}
const left = async (protection: Protection) => only(gateOf(protection).dataset(inTheHouse()));
const inCodePoints = (text: string, start: number, end: number) => [...text].slice(start, end).join("");

/** What everything that has offsets says stands there, and what the text has there. */
function places({ report, annotations, relations }: ReportBundle) {
  const anchors = [
    ...annotations.flatMap(({ tag, versions }) => [
      tag.segments,
      ...versions.flatMap(({ anchor }) => (anchor ? [anchor.segments] : [])),
    ]),
    ...relations.flatMap(({ tag }) => (tag.cue ? [tag.cue.segments] : [])),
  ].flat();
  return anchors.map(({ start, end, quote, prefix, suffix }) => ({
    said: prefix + quote + suffix,
    there: inCodePoints(report.text, Math.max(0, start - 32), end + 32),
  }));
}

test("tags that nobody has read leave only where nothing is protected", () => {
  const unread = () => ({
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true as const, value: undefined }) }),
  });
  const house = { ...inTheHouse(), unread };
  expect(gateOf(nothingProtected).dataset(house).unread).toBe(unread);
  expect(gateOf(someProtection("described")).dataset(house).unread).toBeUndefined();
});

describe("where nothing is protected", () => {
  test("everything leaves as it is, and texts that nobody needs are not read", async () => {
    const gate = gateOf(nothingProtected);
    expect(gate.open).toBe(true);
    const asked: object[] = [];
    const house = inTheHouse();
    const dataset = gate.dataset({
      ...house,
      reports(parts) {
        asked.push(parts);
        return house.reports(parts);
      },
    });
    for await (const _ of dataset.reports({ annotations: "all" }));
    expect(asked).toEqual([{ annotations: "all" }]);
    expect(await only(dataset)).toEqual(await only(house));
    const value = { name: "x" };
    expect(gate.value(value)).toBe(value);
  });
});

describe("somebody who is only described", () => {
  const protection = someProtection("described");

  test("has a pseudonym, and their names are blocked out as long as they were", async () => {
    const dataset = gateOf(protection).dataset(inTheHouse());
    expect(dataset.header.entities).toMatchObject([{ id: entityId, name: "Local source 7K3QZM", aliases: [] }]);
    const { report } = await only(dataset);
    const before = (await only(inTheHouse())).report;
    expect([...report.text]).toHaveLength([...before.text].length);
    expect(report.text).toBe("😊 Soldiers reached the pipeline near █████████, =█████████████ said.");
    expect(report.blocks[0]?.text).toBe(report.text);
    expect(report.textSha256).toBe(sha256(report.text));
    expect(report.original.sha256).toBe(report.textSha256);
  });

  test("offsets hold: every quote with its context stands in the text that leaves", async () => {
    for (const { said, there } of places(await left(protection))) expect(said).toBe(there);
  });

  test("keeps tags and links, without coordinates and no finer than its area", async () => {
    const { annotations, relations } = await left({
      ...protection,
      coarse: [(await only(inTheHouse())).annotations[2]?.tag.id ?? ""],
    });
    expect(annotations).toHaveLength(4);
    expect(annotations[2]?.tag.attributes).toEqual({ located: { name: blocked.repeat(4) } });
    expect(relations.map(({ tag }) => tag.attributes)).toEqual([
      { how: "explicit" },
      { role: "near", primary: true, precision: 2 },
    ]);
  });

  test("analysts have pseudonyms where the project says so", () => {
    expect(
      gateOf(protection)
        .dataset(inTheHouse())
        .header.people.map(({ name }) => name),
    ).toEqual(["Analyst 9FJ2TC", "Reviewer"]);
  });
});

describe("somebody who is withheld", () => {
  const protection = someProtection("withheld");

  test("is in no list, and neither are the tags that name them nor links to these", async () => {
    const dataset = gateOf(protection).dataset(inTheHouse());
    expect(dataset.header.entities).toEqual([]);
    const { annotations, relations } = await only(dataset);
    expect(annotations.map(({ tag }) => tag.kind)).toEqual(["claim", "claim", "place"]);
    expect(annotations.every(({ tag }) => JSON.stringify(tag).includes(entityId) === false)).toBe(true);
    expect(relations.map(({ tag }) => tag.kind)).not.toContain("attributed-to");
  });

  test("is dropped from the actors of a claim, which stays", () => {
    const actors = [
      { entityId, role: "target" },
      { entityId: claimId, role: "initiator" },
    ];
    expect(gateOf(protection).value({ kind: "event", actors })).toEqual({
      kind: "event",
      actors: [{ entityId: claimId, role: "initiator" }],
    });
  });
});

describe("a passage and a report", () => {
  test("a passage is blocked out wherever it is quoted, and blanks between blocks stay", async () => {
    const house = await only(inTheHouse());
    const { report } = house;
    const passage = { reportId: report.id, revisionId: report.revisionId, start: 2, end: 10 };
    const bundle = await left({ ...nothingProtected, passages: [passage] });
    expect(bundle.report.text.slice(0, 12)).toBe("😊 ████████ ");
    expect(bundle.annotations[0]?.tag.segments[0]?.quote).toBe("████████ reached the pipeline");
    expect(bundle.report.title).toBe(report.title);
  });

  test("of a report that is only described none of its words leave, and what was said of it does", async () => {
    const { report, annotations } = await left({
      ...nothingProtected,
      described: [(await only(inTheHouse())).report.id],
    });
    expect(report.text).toBe(blocked.repeat(report.codePoints));
    expect(report.title).toBe(blocked.repeat(11));
    expect(annotations).toHaveLength(4);
    expect(annotations[0]?.tag.attributes).toEqual({ kind: "event", credibility: 3 });
  });

  test("of a report that is only described the title does not leave in a list of reports either", () => {
    const row = { id: claimId, title: "Front moves", words: 12 };
    expect(gateOf({ ...nothingProtected, described: [claimId] }).value({ items: [row] })).toEqual({
      items: [{ ...row, title: blocked.repeat(11) }],
    });
  });
});

describe("any JSON", () => {
  const of = { reportId: "r", revisionId: "v" };
  const gate = gateOf({
    ...nothingProtected,
    passages: [{ ...of, start: 4, end: 10 }],
    held: { reports: ["gone"], entities: [], tags: ["t"] },
  });

  test("words on a protected passage are blocked out, whoever quotes them", () => {
    const segment = { start: 2, end: 6, quote: "e do", prefix: "th", suffix: "ctor said" };
    const said = { ...segment, quote: "e ██", suffix: "████ said" };
    expect(gate.value({ ...of, segments: [segment] })).toEqual({ ...of, segments: [said] });
    expect(gate.value({ ...of, text: "the doctor said", blocks: [{ start: 0, text: "the doctor said" }] })).toEqual({
      ...of,
      text: "the ██████ said",
      blocks: [{ start: 0, text: "the ██████ said" }],
    });
    expect(gate.value({ reportId: "other", start: 2, quote: "e do" })).toEqual({
      reportId: "other",
      start: 2,
      quote: "e do",
    });
  });

  test("what stays behind is in no list", () => {
    expect(gate.value({ items: [{ id: "t" }, { id: "u", reportId: "gone" }, { id: "v" }] })).toEqual({
      items: [{ id: "v" }],
    });
    expect(gate.value({ id: "gone", title: "x" })).toBeUndefined();
  });
});

test.each([
  { when: "a name in somebody's words", value: { note: "Ask Local Sources." }, is: { note: "Ask █████████████." } },
  {
    when: "with its formatting",
    value: { note: "local sources", noteProse: { type: "doc" } },
    is: { note: "█████████████" },
  },
  { when: "in a field of a closed list", value: { kind: "Local sources" }, is: { kind: "Local sources" } },
  { when: "in an address", value: { url: "https://x.example/%4Cocal%20sources" }, is: { url: blocked.repeat(35) } },
  { when: "a colleague in a comment", value: { body: "As Analyst says" }, is: { body: "As ███████ says" } },
  { when: "a colleague's name elsewhere", value: { title: "Analyst wanted" }, is: { title: "Analyst wanted" } },
  { when: "nothing protected", value: [{ a: 1, b: null, c: [true, "x"] }], is: [{ a: 1, b: null, c: [true, "x"] }] },
])("$when", ({ value, is }) => {
  expect(gateOf(someProtection("described")).value(value)).toEqual(is);
});
