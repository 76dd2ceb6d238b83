import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casJson, casXmi } from "@/domain/formats/cas/cas";
import { casJsonReader, xmiReader } from "@/domain/formats/cas/read";
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
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { codePoint } from "@/domain/text/offsets";

const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Everything but links that lead to no tag, and the words that make a link. */
function carried(document: AnnotatedDocument) {
  const { text, spans, links } = bare(document);
  const kept = links.filter(({ to }) => "span" in to).map(({ cue: _, ...link }) => link);
  return { text, spans: byId(spans), links: byId(kept) };
}

describe.each([casXmi, casJson])("$id", (format) => {
  test("what it carries comes back equal", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, async (document) => {
        const { documents, troubles } = await again(format, [document]);
        expect(troubles).toEqual([]);
        const [found] = documents;
        expect(found).toMatchObject({ key: document.key, title: document.title, metadata: { language: "en" } });
        const told = found && bare(found);
        expect(told && { ...told, spans: byId(told.spans), links: byId(told.links) }).toEqual(carried(document));
      }),
    );
  });
});

const one: AnnotatedDocument = {
  key: "k",
  title: "t",
  text: "A 😀 Hama\u0001\tx",
  metadata: {},
  spans: [
    { id: "a", label: "place", segments: [{ start: codePoint(4), end: codePoint(8) }], attributes: {}, made: {} },
  ],
  links: [],
  notes: [],
};

test("XMI counts UTF-16, leaves nulls out, keeps line breaks and tabs, and writes a blank for a control character", async () => {
  const [file] = casXmi.files;
  const { files, losses } = await filesOf(
    file ??
      casXmi.files[0] ??
      (() => {
        throw new Error("No file.");
      })(),
    datasetWith([one]),
  );
  const xmi = await textOf(files[1]);
  expect(xmi).toContain('begin="5" end="9" label="place" identifier="a"/>');
  expect(xmi).toContain('sofaString="A 😀 Hama &#9;x"');
  expect(losses).toEqual([{ what: "control-characters", how: "altered", count: 1, examples: ["U+0001"] }]);
});

const head =
  '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" xmi:version="2.0">';
const sofa = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="A 😀 Hama&#10;x"/>';
const xmi = (...elements: string[]) =>
  sent("a.xmi", `${head}\n${sofa}\n${elements.join("\n")}\n<cas:View sofa="1" members="2"/></xmi:XMI>`);

describe("what others write in XMI", () => {
  test("layers that are not known, numbers by the type system, chains, and slots", async () => {
    const types = sent(
      "TypeSystem.xml",
      "<typeSystemDescription><types><typeDescription><name>webanno.custom.Frame</name><features><featureDescription><name>size</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription><featureDescription><name>roles</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>",
    );
    const file = xmi(
      '<c:Frame xmi:id="2" sofa="1" begin="5" end="9" size="3" roles="4"/>',
      '<c:Who xmi:id="3" sofa="1" begin="0" end="1" next="2" referenceRelation="coref"/>',
      '<c:Slot xmi:id="4" role="agent" target="3"/>',
      '<c:Who xmi:id="5" sofa="1" begin="1" end="1"/>',
    );
    const found = await readBy(xmiReader, [file, types]);
    expect(troublesOf(found)).toEqual([]);
    const [document] = documentsOf(found);
    expect(document?.spans.map(({ label, attributes }) => [label, attributes])).toEqual([
      ["Frame", { layer: "webanno.custom.Frame", size: 3 }],
      ["Who", { layer: "webanno.custom.Who", referenceRelation: "coref" }],
    ]);
    expect(document?.links.map(({ label, from }) => [label, from])).toEqual([
      ["agent", "s2"],
      ["coref", "s3"],
    ]);
    expect(found.filter((each) => each.is === "unread").map(({ unread }) => unread.what)).toContain("zero-width");
  });

  test.each<[string, string, object]>([
    [
      "a border inside a letter",
      '<c:Tag xmi:id="2" sofa="1" begin="3" end="9"/>',
      { is: "offsets", trouble: { is: "half" }, line: 3 },
    ],
    [
      "an end beyond the text",
      '<c:Tag xmi:id="2" sofa="1" begin="5" end="99"/>',
      { is: "offsets", trouble: { is: "outside", length: 11 }, line: 3 },
    ],
    [
      "an id twice",
      '<c:Tag xmi:id="2" sofa="1" begin="5" end="9"/>\n<c:Tag xmi:id="2" sofa="1" begin="5" end="9"/>',
      { is: "twice", line: 4 },
    ],
    [
      "a relation to nothing",
      '<c:R xmi:id="2" sofa="1" begin="5" end="9" Governor="7" Dependent="8"/>',
      { is: "missing-end", id: "7", line: 3 },
    ],
  ])("sets aside %s", async (_, element, trouble) => {
    expect(troublesOf(await readBy(xmiReader, [xmi(element)]))).toMatchObject([trouble]);
  });

  test.each<[string, string, string]>([
    ["a document type", `<!DOCTYPE x [<!ENTITY e "x">]>${head}</xmi:XMI>`, "not-this-format"],
    ["an entity", `${head}<c:Tag xmi:id="2" label="&e;"/></xmi:XMI>`, "not-this-format"],
    ["a control character", `${head}<c:Tag xmi:id="2" label="&#1;"/></xmi:XMI>`, "not-this-format"],
    ["an end that is missing", `${head}<c:Tag xmi:id="2"`, "cut-off"],
    ["other XML", "<html/>", "not-this-format"],
  ])("refuses %s, with the line", async (_, content, why) => {
    await expect(readBy(xmiReader, [sent("a.xmi", content)])).rejects.toMatchObject({
      why,
      spot: { file: "a.xmi", line: 1 },
    });
  });
});

test("CAS JSON is read as Java writes it: anchors marked, structures by id, arrays with nulls", async () => {
  const structures = {
    "1": { "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "A 😀 Hama" },
    "2": { "%TYPE": "a.Frame", "@sofa": 1, "^begin": 5, "^end": 9, value: "", "@roles": 4 },
    "3": { "%TYPE": "a.Who", "@sofa": 1, "^begin": 0, "^end": 1 },
    "4": { "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [5, null] },
    "5": { "%TYPE": "a.Slot", role: "agent", "@target": 3 },
  };
  const found = await readBy(casJsonReader, [
    sent("a.json", JSON.stringify({ "%TYPES": {}, "%FEATURE_STRUCTURES": structures })),
  ]);
  expect(troublesOf(found)).toEqual([]);
  expect(documentsOf(found)[0]?.spans.map(({ attributes, segments }) => [attributes, segments])).toEqual([
    [{ layer: "a.Frame", value: "" }, [{ start: 4, end: 8 }]],
    [{ layer: "a.Who" }, [{ start: 0, end: 1 }]],
  ]);
  expect(documentsOf(found)[0]?.links.map(({ label }) => label)).toEqual(["agent"]);
});
