import { type Cas, documentType, type FeatureStructure, sofaType } from "@/domain/formats/cas/model";
import { readXml } from "@/domain/formats/shared/read-xml";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** Ranges of features by type and name, as type systems declare them; what is not known is text. */
export type Ranges = Map<string, Map<string, string>>;

/** Reads a type system description into what is known. */
export async function readTypes(file: SentFile, ranges: Ranges): Promise<void> {
  let [type, feature, said] = ["", "", ""];
  const path: string[] = [];
  await readXml(file, {
    open: (name) => {
      path.push(name);
      said = "";
    },
    text: (text) => {
      said += text;
    },
    close: (name) => {
      path.pop();
      const within = path.at(-1);
      if (name === "name" && within === "typeDescription") type = said.trim();
      else if (name === "name" && within === "featureDescription") feature = said.trim();
      else if (name === "rangeTypeName") {
        const known = ranges.get(type) ?? new Map<string, string>();
        ranges.set(type, known.set(feature, said.trim()));
      }
      said = "";
    },
  });
}

/** References where no type system says so: relations, chains and slots of the tools of this family. */
const usualRefs = new Set(["sofa", "Governor", "Dependent", "next", "first", "target"]);
const plain = /^uima\.cas\.(?:String|Integer|Float|Boolean|Byte|Short|Long|Double)$/;

/** Reads an XMI file. Names of types come from the namespaces of its elements. */
export async function readXmi(file: SentFile, ranges: Ranges): Promise<Cas> {
  const cas: Cas = { structures: new Map(), twice: [] };
  let namespaces: Readonly<Record<string, string>> = {};
  let current: FeatureStructure | undefined;
  let depth = 0;
  let said = "";
  await readXml(file, {
    open(name, attributes, line) {
      depth += 1;
      said = "";
      if (depth === 1) {
        if (!/(?:^|:)XMI$/.test(name))
          throw new BrokenFile("not-this-format", { file: file.name, line }, "XMI is expected.");
        namespaces = attributes;
      } else if (depth === 2) {
        current = structureOf(typeOf(name, namespaces), attributes, ranges);
        current.line = line;
        if (current.type === "uima.cas.View" || current.type === "uima.cas.NULL") return;
        if (cas.structures.has(current.id)) cas.twice.push(current);
        else cas.structures.set(current.id, current);
      }
    },
    text(text) {
      said += text;
    },
    close(name) {
      depth -= 1;
      if (depth === 2 && current) addElement(current, name, said);
    },
  });
  return cas;
}

function typeOf(name: string, namespaces: Readonly<Record<string, string>>): string {
  const [prefix = "", local = ""] = name.includes(":") ? name.split(":") : ["", name];
  const path = /^http:\/\/\/(.*)\.ecore$/.exec(namespaces[`xmlns:${prefix}`] ?? "")?.[1];
  return path === undefined ? local : `${path === "" ? "" : `${path.replaceAll("/", ".")}.`}${local}`;
}

function structureOf(type: string, attributes: Readonly<Record<string, string>>, ranges: Ranges): FeatureStructure {
  const structure: FeatureStructure = { id: attributes["xmi:id"] ?? "", type, values: {}, refs: {} };
  const known = ranges.get(type);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "xmi:id") continue;
    const range = known?.get(name);
    const refers = range === undefined ? usualRefs.has(name) && type !== sofaType : !plain.test(range);
    if (refers && /^\d+(?: \d+)*$/.test(value)) structure.refs[name] = value.split(" ");
    else set(structure.values, name, readAs(range ?? (isOffset(name, type) ? "uima.cas.Integer" : ""), value));
  }
  return structure;
}

const isOffset = (name: string, type: string) => (name === "begin" || name === "end") && type !== documentType;

/** A number or truth value where the type system says so and nothing is lost by it. */
function readAs(range: string, said: string) {
  if (range === "uima.cas.Boolean" && /^(?:true|false)$/.test(said)) return said === "true";
  const isNumber = plain.test(range) && range !== "uima.cas.String" && range !== "uima.cas.Boolean";
  return isNumber && String(Number(said)) === said ? Number(said) : said;
}

/** Values of a list stand in elements of their own. */
function addElement({ values }: FeatureStructure, name: string, said: string): void {
  const known = Object.hasOwn(values, name) ? values[name] : undefined;
  set(values, name, [...(Array.isArray(known) ? known : []), said]);
}

function set(values: FeatureStructure["values"], name: string, value: FeatureStructure["values"][string]): void {
  Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
}
