import type { Cas, FeatureStructure } from "@/domain/formats/cas/model";
import type { Value } from "@/domain/interchange/document";
import { fieldsOf, idOf, isFields } from "@/domain/interchange/json";
import { wholeOf } from "@/domain/interchange/lines";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** Reads CAS JSON as dkpro-cassis and as Java write it: structures in a list or by id, `begin` or `^begin`. */
export async function readCasJson(file: SentFile): Promise<Cas> {
  const text = await wholeOf(file);
  const json = fieldsOf(jsonIn(text, file.name));
  const listed = json["%FEATURE_STRUCTURES"];
  if (!Array.isArray(listed) && !isFields(listed)) {
    throw new BrokenFile("not-this-format", { file: file.name }, "%FEATURE_STRUCTURES is expected.");
  }
  const cas: Cas = { structures: new Map(), twice: [] };
  const all = Array.isArray(listed) ? listed.map((each) => [undefined, each] as const) : Object.entries(listed);
  for (const [key, each] of all) {
    const structure = structureOf(key, fieldsOf(each));
    if (!structure) continue;
    if (cas.structures.has(structure.id)) cas.twice.push(structure);
    else cas.structures.set(structure.id, structure);
  }
  return cas;
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const cut = !/[}\]]\s*$/.test(text);
    throw new BrokenFile(cut ? "cut-off" : "not-this-format", { file }, error instanceof Error ? error.message : "");
  }
}

function structureOf(key: string | undefined, said: Readonly<Record<string, unknown>>): FeatureStructure | undefined {
  const [id, type] = [idOf(said["%ID"]) ?? key, said["%TYPE"]];
  if (id === undefined || typeof type !== "string") return undefined;
  const structure: FeatureStructure = { id, type, values: {}, refs: {} };
  for (const [name, value] of Object.entries(said)) {
    if (name === "%ELEMENTS") structure.refs["elements"] = refsIn(value);
    else if (name.startsWith("%") || name === "__proto__") continue;
    else if (name.startsWith("@")) structure.refs[name.slice(1)] = refsIn(value);
    // What JSON.parse gives is a value.
    else structure.values[name.startsWith("^") ? name.slice(1) : name] = value as Value;
  }
  return structure;
}

/** Empty slots are left out: some writers have nulls in their arrays. */
const refsIn = (said: unknown): string[] => (Array.isArray(said) ? said : [said]).flatMap((each) => idOf(each) ?? []);
