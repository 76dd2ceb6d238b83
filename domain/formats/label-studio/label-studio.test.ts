import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Codebook, emptyCodebook } from "@/domain/codebook/codebook";
import { configurationOf } from "@/domain/formats/label-studio/controls";
import { labelStudioReader } from "@/domain/formats/label-studio/read";
import { taskWriter } from "@/domain/formats/label-studio/task";
import { lossLedger } from "@/domain/formats/loss";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile, withoutSpots } from "@/domain/interchange/sent.fixture";
import { codePoint } from "@/domain/text/offsets";

const context = () => ({
  codebook: emptyCodebook,
  entities: new Map([["e1", { key: "e1", name: "Local sources", aliases: [], attributes: {} }]]),
  ledger: lossLedger(),
});

test("a document comes back as it left, whatever it holds", async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, async (document) => {
      const text = JSON.stringify([taskWriter(context())(document)], null, 1);
      const { found, broken } = await readAll(labelStudioReader, [sentFile(text)]);
      expect(broken).toBeUndefined();
      expect(asidesIn(found)).toEqual([]);
      expect(documentsIn(found).map(withoutSpots)).toEqual([withoutSpots(document)]);
    }),
  );
});

const text = "A 😀 Hama قالت e\u0301";
const region = (value: object, more: object = {}) => ({
  id: "r1",
  from_name: "label",
  to_name: "text",
  type: "labels",
  value: { start: 4, end: 8, text: "Hama", labels: ["place"], ...value },
  ...more,
});
const task = (...result: object[]) => ({ id: 7, data: { text }, annotations: [{ id: 1, result }] });
const read = async (json: unknown, answers = {}) =>
  readAll(labelStudioReader, [sentFile(JSON.stringify(json))], answers);

describe("what Label Studio 1.23.2 keeps and exports", () => {
  test("counts code points: 4 to 8 is drawn over Hama", async () => {
    const { found } = await read([task(region({}))]);
    expect(documentsIn(found)[0]?.spans).toMatchObject([
      { id: "r1", label: "place", segments: [{ start: 4, end: 8 }] },
    ]);
  });

  test.each([
    { when: "the end is beyond the text", value: { end: 999 }, trouble: { is: "outside", length: 16 } },
    { when: "the end comes first", value: { start: 8, end: 4 }, trouble: { is: "backwards" } },
    { when: "the start is negative", value: { start: -3, end: 2 }, trouble: { is: "negative" } },
    { when: "a number is none", value: { start: 4.5 }, trouble: { is: "not-a-number" } },
    { when: "a span is empty", value: { start: 2, end: 2 }, trouble: { is: "empty" } },
    {
      when: "it counts UTF-16 units, as before 2022",
      value: { start: 5, end: 9 },
      trouble: { is: "quote-differs", found: "ama ", fits: "UTF-16 code unit" },
    },
    { when: "the quote differs", value: { text: "Homs" }, trouble: { is: "quote-differs", found: "Hama" } },
  ])("sets a region aside when $when", async ({ value, trouble }) => {
    const { found } = await read([task(region(value))]);
    expect(asidesIn(found)).toMatchObject([{ document: "7", trouble: { is: "offsets", trouble } }]);
    expect(documentsIn(found)[0]?.spans).toEqual([]);
  });

  test("numbers as text are numbers, and the unit is what was answered", async () => {
    const { found } = await read([task(region({ start: "5", end: "9" }))], { unit: "UTF-16 code unit" });
    expect(documentsIn(found)[0]?.spans).toMatchObject([{ segments: [{ start: 4, end: 8 }] }]);
  });

  test("CR LF counts two and becomes one", async () => {
    const data = { text: "A\r\nHama" };
    const result = [region({ start: 3, end: 7 })];
    const { found } = await read([{ data, annotations: [{ result }] }]);
    expect(documentsIn(found)).toMatchObject([{ text: "A\nHama", spans: [{ segments: [{ start: 2, end: 6 }] }] }]);
  });

  test("no label, the same id twice and a relation to nowhere are set aside, each by itself", async () => {
    const relation = { type: "relation", from_id: "r1", to_id: "gone", direction: "right", labels: ["in"] };
    const { found } = await read([task(region({}), region({}), region({ labels: [] }, { id: "r2" }), relation)]);
    expect(asidesIn(found).map(({ trouble }) => trouble)).toEqual([
      { is: "no-label" },
      { is: "twice", id: "r1" },
      { is: "missing-end", id: "gone" },
    ]);
  });

  test("several labels of a region are several spans, several people’s regions keep apart, choices are attributes", async () => {
    const choice = { id: "r1", from_name: "mood", type: "choices", value: { start: 4, end: 8, choices: ["calm"] } };
    const one = {
      id: 1,
      completed_by: { id: 3, email: "a@b.c" },
      result: [region({ labels: ["place", "town"] }), choice],
    };
    const two = { id: 2, result: [region({})] };
    const { found } = await read([{ data: { text }, annotations: [one, two] }]);
    expect(documentsIn(found)[0]?.spans).toMatchObject([
      { id: "r1", label: "place", attributes: { mood: "calm" }, made: { by: { id: "3", name: "a@b.c" } } },
      { id: "r1/town", label: "town" },
      { id: "2/r1", label: "place" },
    ]);
  });

  test("JSON_MIN is read too, without ids", async () => {
    const { found } = await read([
      { id: 1, text, label: [{ start: 4, end: 8, text: "Hama", labels: ["place"] }], outlet: "Desk" },
    ]);
    expect(documentsIn(found)).toMatchObject([
      { key: "1", spans: [{ label: "place", segments: [{ start: 4, end: 8 }] }], metadata: { outlet: "Desk" } },
    ]);
  });

  test("what has no place among spans is counted", async () => {
    const whole = { id: "x", from_name: "topic", type: "choices", value: { choices: ["war"] } };
    const { found } = await read([{ ...task(whole), predictions: [{ model_version: "m1" }] }]);
    expect(found.filter(({ is }) => is === "unread")).toMatchObject([
      { unread: { what: "results of type choices", example: "topic" } },
      { unread: { what: "predictions", example: "m1" } },
    ]);
  });
});

test("a task without a text, an item that is none, and JSON that is broken are set aside with their line; a file cut off is broken", async () => {
  const file = `[\n{"data":{"title":"a","body":"b"}},\n5,\n{bad},\n${JSON.stringify(task(region({})))}`;
  const { found, broken } = await readAll(labelStudioReader, [sentFile(file)]);
  expect(asidesIn(found).map(({ spot, trouble }) => [spot.line, trouble.is])).toEqual([
    [1, "no-text"],
    [2, "syntax"],
    [3, "syntax"],
  ]);
  expect(broken).toMatchObject({ why: "cut-off", spot: { file: "file.json" } });
});

test("a link to a tag in another report stands beside the regions, so that no relation hangs in the air", async () => {
  const segments = [{ start: codePoint(0), end: codePoint(1) }];
  const span = { id: "s", label: "claim", segments, attributes: {}, made: {} };
  const link = { id: "l", label: "repeats", from: "s", to: { span: "elsewhere" }, attributes: {}, made: {} };
  const document = { key: "d", title: "", text: "a", metadata: {}, spans: [span], links: [link], notes: [] };
  const written = JSON.stringify(taskWriter(context())(document));
  expect(written).not.toContain('"to_id"');
  const { found } = await readAll(labelStudioReader, [sentFile(written)]);
  expect(asidesIn(found)).toMatchObject([{ trouble: { is: "missing-end", id: "elsewhere" } }]);
});

test("the labelling configuration has every label, kind of link and attribute, escaped", () => {
  const choices = [{ slug: "low", name: "Low & slow" }];
  const attributes = [{ slug: "height", name: "Height", type: "choice", choices }];
  const codebook = Codebook.parse({ labels: [{ slug: "rumour", name: "Rumour", attributes }] });
  const xml = configurationOf(codebook);
  expect(xml).toContain('<Label value="label:rumour" background="#6b3fa0"/>');
  expect(xml).toContain('<Relation value="located-at"/>');
  expect(xml).toContain('<Choices name="label_rumour__height" toName="text" perRegion="true"');
});
