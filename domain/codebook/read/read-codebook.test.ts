import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { codebookFile } from "@/domain/codebook/read/file";
import { readCodebook } from "@/domain/codebook/read/read-codebook";
import { takenIn } from "@/domain/codebook/taken-in";
import { codebookXml } from "@/domain/formats/refi-qda/codes";
import { xmlWith } from "@/domain/formats/refi-qda/elements";
import { presets } from "@/domain/project/project-values";

const brat = `# after the ACE example
[entities]
Person
Organization
!Thing
GPE
[relations]
Located Arg1:Person, Arg2:GPE
Owner Arg1:Person|Organization, Arg2:<ENTITY>
Alias Arg1:Person, Arg2:Person, <REL-TYPE>:symmetric
<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
Attack Agent?:Person, Target+:Organization|Nobody
[attributes]
Negation Arg:<EVENT>
Confidence Arg:<ANY>, Value:High|Low
`;
const labelStudio = `<View>
  <Labels name="label" toName="text">
    <Label value="Weapon" background="#ff7700" hotkey="5"/>
    <Label value="Unit" background="red" hotkey="w"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="condition" toName="text" perRegion="true" whenLabelValue="Weapon" required="true">
    <Choice value="Intact"/><Choice value="Burnt"/>
  </Choices>
  <Choices name="batch" toName="text"><Choice value="A"/><Choice value="B"/></Choices>
  <Relations><Relation value="uses"/></Relations>
</View>`;
const inception = JSON.stringify([
  {
    name: "webanno.custom.Weapon",
    uiName: "Weapon",
    type: "span",
    features: [
      { name: "model", uiName: "Model", type: "uima.cas.String", enabled: true, required: true },
      {
        name: "state",
        uiName: "State",
        type: "uima.cas.String",
        enabled: true,
        tag_set: { name: "s", tags: [{ tag_name: "Intact" }, { tag_name: "Burnt" }] },
      },
      { name: "thing", uiName: "Thing", type: "kb:<ANY>", enabled: true },
    ],
  },
  {
    name: "webanno.custom.Uses",
    uiName: "Uses",
    type: "relation",
    attach_type: { name: "webanno.custom.Weapon" },
    features: [],
  },
  { name: "custom.Chain", uiName: "Chain", type: "chain", features: [] },
]);
const doccano = JSON.stringify(
  [
    { text: "سلاح", suffix_key: "4", background_color: "#209cee" },
    { text: "Unit", suffix_key: "u" },
  ],
  null,
  1,
);

const good = (text: string) => {
  const read = readCodebook(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
};

describe("files of other tools", () => {
  test("brat: entities and events are labels, arguments and relations join them", () => {
    const { codebook, left, format } = good(brat);
    expect(format).toBe("brat");
    expect(codebook.labels.map(({ slug }) => slug)).toEqual(["person", "organization", "gpe", "attack"]);
    expect(codebook.labels.at(-1)?.attributes).toMatchObject([
      { slug: "negation", type: "yes-no" },
      { slug: "confidence", type: "choice", choices: [{ name: "High" }, { name: "Low" }] },
    ]);
    expect(codebook.relationTypes.map(({ slug, from, to }) => [slug, from, to])).toEqual([
      ["located", ["label:person"], ["label:gpe"]],
      ["owner", ["label:person", "label:organization"], ["label:person", "label:organization", "label:gpe"]],
      ["alias", ["label:person"], ["label:person"]],
      ["agent", ["label:attack"], ["label:person"]],
      ["target", ["label:attack"], ["label:organization"]],
    ]);
    expect(left.map(({ line }) => line)).toEqual([5, 11, 10, 13, 13]);
  });

  test("Label Studio: labels, what is asked per region, and the rest as report fields", () => {
    const { codebook, left } = good(labelStudio);
    expect(codebook.labels).toMatchObject([
      {
        slug: "weapon",
        colour: "orange",
        key: "5",
        attributes: [{ slug: "condition", required: true, type: "choice" }],
      },
      { slug: "unit", attributes: [] },
    ]);
    expect(codebook.reportFields).toMatchObject([{ slug: "batch", type: "choice" }]);
    expect(codebook.relationTypes).toMatchObject([{ slug: "uses", from: ["label:weapon", "label:unit"] }]);
    expect(left.map(({ line }) => line)).toEqual([4, 4]);
  });

  test("INCEpTION: span layers, tag sets, relation layers", () => {
    const { codebook, left } = good(inception);
    expect(codebook.labels).toMatchObject([
      {
        slug: "weapon",
        attributes: [
          { slug: "model", type: "text", required: true },
          { slug: "state", type: "choice" },
        ],
      },
    ]);
    expect(codebook.relationTypes).toMatchObject([{ slug: "uses", from: ["label:weapon"], to: ["label:weapon"] }]);
    expect(left).toHaveLength(2);
  });

  test("doccano: labels in any script, with what keys and colours there are", () => {
    const { codebook, left } = good(doccano);
    expect(codebook.labels).toMatchObject([
      { slug: "label", name: "سلاح", key: "4", colour: "cyan" },
      { slug: "unit", name: "Unit" },
    ]);
    expect(left).toEqual([{ line: 7, what: "The key “u” is not one of 4 to 9." }]);
  });
});

test.each([
  { what: "nothing", text: " \n", line: 1 },
  { what: "cut JSON", text: '[{"text": "a"},\n{"te', line: 2 },
  { what: "a label without a text", text: '[\n{"text": "a"},\n{"text": ""}]', line: 3 },
  { what: "JSON of something else", text: '{"a": 1}', line: 1 },
  { what: "a newer version", text: '{"format": "glossator-codebook", "version": 2}', line: 1 },
  { what: "lines before any section", text: "# brat\nPerson\n", line: 2 },
  { what: "broken arguments", text: "[entities]\nA\n[relations]\nOwns Arg1 A\n", line: 4 },
  { what: "cut XML", text: '<View>\n<Labels name="l">', line: 2 },
  { what: "a document type", text: '<!DOCTYPE x [<!ENTITY a "b">]>\n<View/>', line: 1 },
  { what: "XML without labels", text: "<View/>", line: 1 },
])("of $what it is said in which line it cannot be read", ({ text, line }) => {
  expect(readCodebook(text)).toMatchObject({ ok: false, problems: [{ line }] });
});

const qdc = `<?xml version="1.0"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="MAXQDA"><Codes>
<Code guid="1" name="Actors" isCodable="false"><Code guid="2" name="Army" isCodable="true" color="#ff7700"><Description>Regular forces</Description></Code></Code>
<Code guid="3" name="Army" isCodable="true"/>
<Code guid="4" name="Claim" isCodable="true"><Description>[claim]</Description></Code>
</Codes></CodeBook>`;

test("REFI-QDA: codes are labels, groups and our own kinds are not, what is nested stands beside", () => {
  const { codebook, left, format } = good(qdc);
  expect(format).toBe("refi-qda");
  expect(codebook.labels).toMatchObject([
    { slug: "actors-army", name: "Actors / Army", definition: "Regular forces", colour: "orange" },
    { slug: "army", name: "Army" },
  ]);
  expect(left.map(({ line }) => line)).toEqual([3, 3]);
});

test("REFI-QDA: our labels come back by their slugs, however they are called there", () => {
  const codebook = codebookOf("conflict-monitor");
  const file = codebookXml(
    codebook,
    "Glossator",
    xmlWith(() => undefined),
  ).replaceAll('name="Weapon or munition"', 'name="Arms"');
  const back = good(file).codebook.labels;
  expect(back.map(({ slug }) => slug)).toEqual(codebook.labels.map(({ slug }) => slug));
  expect(back.map(({ name }) => name)).toContain("Arms");
});

test("REFI-QDA: a document type is refused with its line", () => {
  const text = '<?xml version="1.0"?>\n<!DOCTYPE x><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>';
  expect(readCodebook(text)).toMatchObject({
    ok: false,
    problems: [{ line: 2, what: "A document type is not read." }],
  });
});

test("macros that name each other come to an end", () => {
  const text = "[entities]\nA\n<X>=<Y>\n<Y>=<X>|A\n[relations]\nOwns Arg1:<X>, Arg2:<Y>\n";
  expect(good(text).codebook.relationTypes).toMatchObject([{ from: ["label:a"], to: ["label:a"] }]);
});

describe("our own file", () => {
  test.each(presets)("%s comes back as it was", (preset) => {
    const codebook = codebookOf(preset);
    expect(good(codebookFile(codebook)).codebook).toEqual(codebook);
    expect(takenIn(codebook, codebook)).toEqual(codebook);
  });
});

test("whatever stands in a file, it is read or refused", () => {
  const pieces = fc.constantFrom(
    "[entities]",
    "[relations]",
    "\n",
    "A",
    " Arg1:",
    "<X>=",
    "|",
    ",",
    '{"',
    "[",
    "<View>",
    "<Labels>",
    "]",
    "😊",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces).map((all) => all.join("")),
      ),
      (text) => {
        expect(typeof readCodebook(text).ok).toBe("boolean");
      },
    ),
  );
});

test("what is taken in takes nothing out, and keeps keys and types where they are", () => {
  const now = codebookOf("conflict-monitor");
  const read = good(labelStudio).codebook;
  const taken = takenIn(now, read);
  expect(taken.labels.map(({ slug }) => slug)).toEqual([...now.labels.map(({ slug }) => slug)]);
  expect(taken.labels[0]).toMatchObject({ slug: "weapon", name: "Weapon" });
  expect(taken.labels[0]).toMatchObject({ key: "4", definition: now.labels[0]?.definition });
  expect(taken.labels[0]?.attributes.map(({ slug }) => slug)).toEqual(["class", "model", "count", "condition"]);
  expect(taken.reportFields).toMatchObject([
    { slug: "case-number" },
    { slug: "batch" },
    { slug: "batch-2", type: "choice" },
  ]);
});
