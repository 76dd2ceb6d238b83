import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brat } from "@/domain/formats/brat/brat";
import { bratReader } from "@/domain/formats/brat/read";
import {
  again,
  bare,
  datasetWith,
  documentsOf,
  filesOf,
  readBy,
  sent,
  textOf,
  troublesOf,
} from "@/domain/formats/round-trip.fixture";
import { aDataset } from "@/domain/formats/sample.fixture";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { cutOf, joinedWhere, linesIn, rangeOf } from "@/domain/interchange/pieces";
import { offsetIndex } from "@/domain/text/offsets";

const [file] = brat.files;
if (!file) throw new Error("No file.");

/** What brat carries: everything, but no line break at a border, and none that alone parts two segments. */
function carried(document: AnnotatedDocument) {
  const { text, spans, links } = bare(document);
  const index = offsetIndex(text);
  const kept = spans.flatMap((span) => {
    const cuts = span.segments.flatMap((segment) => linesIn(text, cutOf(segment, index)));
    const segments = joinedWhere(cuts, text, /^\n+$/).map((cut) => rangeOf(cut, index));
    return segments.length > 0 ? [{ ...span, segments }] : [];
  });
  const ids = new Set(kept.map(({ id }) => id));
  const both = links.filter(({ from, to }) => ids.has(from) && (!("span" in to) || ids.has(to.span)));
  return { text, spans: kept, links: byId(both) };
}

const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const read = async (txt: string, ann: string) => readBy(bratReader, [sent("a.txt", txt), sent("a.ann", ann)]);

describe("brat", () => {
  test("what it carries comes back equal", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, async (document) => {
        const { documents, troubles } = await again(brat, [document]);
        expect(troubles).toEqual([]);
        const [found] = documents.map(bare);
        expect(found && { ...found, links: byId(found.links) }).toEqual(carried(document));
      }),
    );
  });

  test("writes ids, parts, values, entities, links and comments", async () => {
    const { files } = await filesOf(file, aDataset(), { comments: true });
    expect(files.map(({ name }) => name.replace(/^.*-0{11}/, ""))).toEqual(["4.txt", "4.ann", "annotation.conf"]);
    const ann = (await textOf(files[1])).split("\n");
    expect(ann).toContain("T1\tclaim 2 31\tSoldiers reached the pipeline");
    expect(ann).toContain("T2\tclaim 2 10;23 31\tSoldiers pipeline");
    expect(ann).toContain("A2\tcredibility T1 3");
    expect(ann).toContain("R1\tattributed-to Arg1:T1 Arg2:T4");
    expect(ann).toContain(`#9\tAnnotatorNotes T1\t${JSON.stringify('Reviewer: Is "near",\nreally, near?')}`);
    expect(ann.filter((line) => line.startsWith("N1\tReference T4 glossator:"))).toHaveLength(1);
    expect(await textOf(files[2])).toContain("attributed-to\tArg1:<ENTITY>, Arg2:<ENTITY>");
  });

  test("a span over a line's end becomes fragments that meet there, and is told", async () => {
    const [document] = fc.sample(aDocument, { numRuns: 1, seed: 1 });
    const text = "one\ntwo";
    const segments = [rangeOf({ start: 0, end: 7 }, offsetIndex(text))];
    const spans = [{ id: "T1", label: "place", segments, attributes: {}, made: {} }];
    const dataset = datasetWith([{ ...(document as AnnotatedDocument), text, spans, links: [] }]);
    const { files, losses } = await filesOf(file, dataset);
    expect(await textOf(files[1])).toBe("T1\tplace 0 3;4 7\tone two\n");
    expect(losses).toEqual([{ what: "spans-over-lines", how: "split", count: 1, examples: ["one\ntwo"] }]);
  });

  test("reads events, equivalences, flags, references, notes with tabs and Arg2 first", async () => {
    const found = await read(
      "Ann met Bob in Homs.",
      [
        "T1\tPerson 0 3\tAnn",
        "T2\tPerson 8 11\tBob",
        "T3\tMeet 4 7\tmet",
        "T4\tPlace 15 19\tHoms",
        "E1\tMeet:T3 Who:T1 Where:T4",
        "R1\tknows Arg2:T1 Arg1:T2",
        "*\tEquiv T1 T2",
        "A1\tNegated E1",
        "A2\tname T1 Ann of  Homs",
        "N1\tReference T4 Geo:170064\tHoms",
        "#1\tAnnotatorNotes T1\tone\ttwo",
      ].join("\r\n"),
    );
    expect(troublesOf(found)).toEqual([]);
    const [document] = documentsOf(found);
    expect(document?.spans.map(({ label, attributes, entity }) => ({ label, attributes, entity }))).toEqual([
      { label: "Person", attributes: { name: "Ann of  Homs" } },
      { label: "Person", attributes: {} },
      { label: "Meet", attributes: { Negated: true } },
      { label: "Place", attributes: {}, entity: "Geo:170064" },
    ]);
    expect(document?.links.map(({ label, from, to }) => [label, from, to])).toEqual([
      ["knows", "T2", { span: "T1" }],
      ["Who", "T3", { span: "T1" }],
      ["Where", "T3", { span: "T4" }],
      ["Equiv", "T1", { span: "T2" }],
    ]);
    expect(document?.notes[0]?.remarks).toEqual([{ thread: "#1", body: "one\ttwo" }]);
  });

  test.each<[string, string, object]>([
    [
      "offsets in another unit are named",
      "T1\tPlace 5 9\tHama",
      { is: "offsets", trouble: { is: "quote-differs", fits: "UTF-16 code unit" } },
    ],
    ["a quote that differs", "T1\tPlace 4 8\tHoms", { is: "offsets", trouble: { is: "quote-differs", found: "Hama" } }],
    ["an end beyond the text", "T1\tPlace 4 999\tHama", { is: "offsets", trouble: { is: "outside" } }],
    ["no numbers", "T1\tPlace a b\tHama", { is: "syntax" }],
    ["an id twice", "T1\tPlace 4 8\tHama\nT1\tPlace 4 8\tHama", { is: "twice", line: 2 }],
    ["a missing end", "T1\tPlace 4 8\tHama\nR1\tat Arg1:T1 Arg2:T9", { is: "missing-end", id: "T9", line: 2 }],
    ["a link to itself", "T1\tPlace 4 8\tHama\nR1\tat Arg1:T1 Arg2:T1", { is: "circle", line: 2 }],
    ["a line of no kind", "hello", { is: "syntax" }],
  ])("sets aside %s", async (_, ann, trouble) => {
    const found = await read("A 😀 Hama", ann);
    expect(troublesOf(found)).toMatchObject([trouble]);
    expect(documentsOf(found)).toHaveLength(1);
  });

  test("counts CR LF once, as brat does, and sets a standoff file without its text aside", async () => {
    expect(troublesOf(await read("one\r\ntwo", "T1\tPlace 4 7\ttwo"))).toEqual([]);
    const found = await readBy(bratReader, [sent("b.ann", "T1\tPlace 4 7\ttwo")]);
    expect(found).toMatchObject([{ is: "set-aside", aside: { spot: { file: "b.ann" }, trouble: { is: "no-text" } } }]);
  });
});
