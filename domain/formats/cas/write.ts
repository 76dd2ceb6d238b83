import { type FeatureStructure, sofaType } from "@/domain/formats/cas/model";
import { structuresOf, types } from "@/domain/formats/cas/structures";
import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { documentsIn, fileNameOf } from "@/domain/formats/shared/documents";
import { xmlText } from "@/domain/formats/xml";
import type { AnnotatedDocument, Value } from "@/domain/interchange/document";

type Ledger = Pick<LossLedger, "add">;

/** The type system, then one XMI file for each report. */
export async function* xmiEntries(dataset: Dataset, { ledger }: WriteOptions): AsyncGenerator<Entry> {
  yield { name: "TypeSystem.xml", pieces: [typeSystem()] };
  for await (const document of documentsIn(dataset, { comments: false })) {
    yield { name: `${fileNameOf(document.key)}.xmi`, pieces: xmiOf(document, ledger) };
  }
}

/** One file for each report, with its type system. */
export async function* casJsonEntries(dataset: Dataset, { ledger }: WriteOptions): AsyncGenerator<Entry> {
  for await (const document of documentsIn(dataset, { comments: false })) {
    yield { name: `${fileNameOf(document.key)}.json`, pieces: casJsonOf(document, ledger) };
  }
}

function typeSystem(): string {
  const featureOf = ([name, range]: readonly [string, string]) =>
    `<featureDescription><name>${name}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`;
  const all = types.map(
    ({ name, supertype, features }) =>
      `<typeDescription><name>${name}</name><description/><supertypeName>${supertype}</supertypeName><features>${features.map(featureOf).join("")}</features></typeDescription>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>\n${all.join("")}</types></typeSystemDescription>\n`;
}

const lastDot = (type: string) => type.lastIndexOf(".");
const packageOf = (type: string) => type.slice(0, lastDot(type));
const prefixes = new Map(
  [...new Set(["uima.cas", ...types.map(({ name }) => packageOf(name))])].map((name, nth) => [
    name,
    name === "uima.cas" ? "cas" : `t${nth}`,
  ]),
);

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"',
  ...[...prefixes].map(([name, prefix]) => ` xmlns:${prefix}="http:///${name.replaceAll(".", "/")}.ecore"`),
  ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n',
].join("");

/** A control character, which no XML file may hold, becomes a blank: that keeps every offset. */
function* xmiOf(document: AnnotatedDocument, ledger: Ledger): Generator<string> {
  const blank = (letter: string) => {
    ledger.add(
      "control-characters",
      "altered",
      `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
    return " ";
  };
  const members: string[] = [];
  let said = head;
  let sofa = "";
  for (const structure of structuresOf(document, ledger)) {
    const element = elementOf(structure, blank);
    if (structure.type === sofaType) sofa = element;
    else {
      members.push(structure.id);
      said += element;
    }
    if (said.length < atOnce) continue;
    yield said;
    said = "";
  }
  yield `${said}${sofa}<cas:View sofa="1" members="${members.join(" ")}"/>\n</xmi:XMI>\n`;
}

/** UTF-16 units that are written at once. */
const atOnce = 64 * 1024;

function elementOf({ id, type, values, refs }: FeatureStructure, instead: (letter: string) => string): string {
  const said = Object.entries(values).map(([name, value]) => ` ${name}="${xmlText(String(value), instead)}"`);
  const referred = Object.entries(refs).map(([name, ids]) => ` ${name}="${ids.join(" ")}"`);
  return `<${prefixes.get(packageOf(type)) ?? "cas"}:${type.slice(lastDot(type) + 1)} xmi:id="${id}"${referred.join("")}${said.join("")}/>\n`;
}

/** UIMA CAS JSON 0.4: `@` before the names of references, ids as numbers. */
function* casJsonOf(document: AnnotatedDocument, ledger: Ledger): Generator<string> {
  yield `{"%TYPES":${JSON.stringify(jsonTypes)},\n"%FEATURE_STRUCTURES":[`;
  const members: number[] = [];
  let between = "\n";
  let said = "";
  for (const { id, type, values, refs } of structuresOf(document, ledger)) {
    const record: Record<string, Value> = { "%ID": Number(id), "%TYPE": type };
    for (const [name, [ref]] of Object.entries(refs)) record[`@${name}`] = Number(ref);
    said += between + JSON.stringify({ ...record, ...values });
    between = ",\n";
    if (type !== sofaType) members.push(Number(id));
    if (said.length < atOnce) continue;
    yield said;
    said = "";
  }
  yield `${said}\n],\n"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":${JSON.stringify(members)}}}}\n`;
}

const jsonTypes = Object.fromEntries(
  types.map(({ name, supertype, features }) => [
    name,
    {
      "%NAME": name,
      "%SUPER_TYPE": supertype,
      ...Object.fromEntries(features.map(([feature, range]) => [feature, { "%NAME": feature, "%RANGE": range }])),
    },
  ]),
);
