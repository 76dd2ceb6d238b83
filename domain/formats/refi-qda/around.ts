import { kindIn } from "@/domain/formats/refi-qda/codes";
import { flat } from "@/domain/formats/refi-qda/elements";
import { guidIn } from "@/domain/formats/refi-qda/guids";
import { each, first, partsOf, type Tree, textIn } from "@/domain/formats/refi-qda/tree";
import { notRead } from "@/domain/formats/shared/asides";
import type { AnnotatedDocument, Author, NamedEntity, Value } from "@/domain/interchange/document";
import { attributesIn, isObject } from "@/domain/interchange/flat";
import type { Found, SentFile } from "@/domain/interchange/reader";
import type { OffsetUnit } from "@/domain/interchange/units";

export type ReadNote = {
  guid: string;
  name: string;
  body: string | undefined;
  path: string | undefined;
  about: string;
  by?: Author;
  at?: string;
  line: number;
};
export type ReadLink = { guid: string; label: string; origin: string; target: string; notes: string[]; line: number };

/** What the sources of a project refer to, by guids. */
export type Around = {
  users: Map<string, string>;
  labels: Map<string, string>;
  variables: Map<string, string>;
  /** Cases by the selections in them, and what cases without a name say of a source. */
  cases: Map<string, string>;
  known: Map<string, string>;
  ofSources: Map<string, [string, string][]>;
  notes: Map<string, ReadNote>;
  links: Map<string, ReadLink[]>;
  entities: NamedEntity[];
  found: Found[];
  /** Of a project that left here: what left. */
  left?: AnnotatedDocument["left"];
};

export type ReadingSource = {
  around: Around;
  unit: OffsetUnit;
  file: string;
  /** The text of a file that came along, by its path in the project. */
  read(path: string | undefined): Promise<string | undefined>;
};

const groups = new Set([
  "Users",
  "CodeBook",
  "Codes",
  "Variables",
  "Cases",
  "Notes",
  "Links",
  "Sets",
  "Graphs",
  "Description",
]);

/** Reads everything of a project but its sources: what they refer to stands before them and after. */
export async function aroundSources(file: SentFile): Promise<Around> {
  const around: Around = {
    ...{ users: new Map(), labels: new Map(), variables: new Map(), cases: new Map(), known: new Map() },
    ...{ ofSources: new Map(), notes: new Map(), links: new Map(), entities: [], found: [] },
  };
  for await (const { group, item } of partsOf(file, (name) => groups.has(name))) {
    const guid = guidIn(item.has["guid"]);
    if (group === "Description") around.left = leftIn(item.text);
    else if (group === "CodeBook") for (const code of each(item, "Code")) addCode(around, code, []);
    else if (item.name === "User" && guid) around.users.set(guid, item.has["name"] ?? guid);
    else if (item.name === "Variable" && guid) around.variables.set(guid, item.has["name"] ?? "");
    else if (item.name === "Case" && guid) addCase(around, guid, item);
    else if (item.name === "Note" && guid) around.notes.set(guid, noteOf(around, guid, item));
    else if (item.name === "Link" && guid) addLink(around, guid, item);
    else if (group === "Sets" || group === "Graphs")
      around.found.push(notRead(group.toLowerCase(), { file: file.name, line: item.line }, item.has["name"]));
  }
  return around;
}

/** What a project that left here says of itself, unless somebody wrote over it. */
function leftIn(said: string): Around["left"] {
  const { glossator } = attributesIn(said.trim()) ?? {};
  if (glossator === undefined || !isObject(glossator)) return undefined;
  const { exportedAt, states, kinds } = glossator;
  const words = (value: Value | undefined) =>
    Array.isArray(value) ? value.filter((each) => typeof each === "string") : undefined;
  const left = words(states);
  return typeof exportedAt === "string" && !Number.isNaN(Date.parse(exportedAt)) && left
    ? { at: exportedAt, states: left, kinds: words(kinds) ?? null }
    : undefined;
}

/** A code is called by its own name, or by its path where another code has the same. */
function addCode(around: Pick<Around, "labels">, code: Tree, above: readonly string[]): void {
  const { labels } = around;
  const guid = guidIn(code.has["guid"]);
  const name = code.has["name"]?.trim() ?? "";
  const path = [...above, name];
  const taken = [...labels.values()].includes(name);
  const label = kindIn(textIn(code, "Description") ?? "") ?? (taken ? path.join(" / ") : name);
  if (guid) labels.set(guid, label);
  for (const inner of each(code, "Code")) addCode(around, inner, path);
}

/** The values of variables that an element has, by their names. */
export function valuesIn(item: Tree, { variables }: Pick<Around, "variables">): [string, string][] {
  return each(item, "VariableValue").flatMap((value): [string, string][] => {
    const guid = guidIn(first(value, "VariableRef")?.has["targetGUID"]);
    const said = value.inner.find(({ name }) => name.endsWith("Value"))?.text;
    const name = guid === undefined ? undefined : variables.get(guid);
    return name === undefined || said === undefined ? [] : [[name, said]];
  });
}

const refsIn = (item: Tree, name: string): string[] =>
  each(item, name).flatMap(({ has }) => guidIn(has["targetGUID"]) ?? []);

/** A case is an entity; MAXQDA keeps what is known of a source in a case without a name. */
function addCase(around: Around, guid: string, item: Tree): void {
  const name = item.has["name"]?.trim();
  const values = valuesIn(item, around);
  if (!name) {
    for (const source of refsIn(item, "SourceRef"))
      around.ofSources.set(source, [...(around.ofSources.get(source) ?? []), ...values]);
    return;
  }
  const attributes: Record<string, Value> = {};
  let [kind, aliases]: [string | undefined, string[]] = [undefined, []];
  for (const [full, said] of values) {
    const what = full.replace(/^entity /, "");
    if (what === "kind") kind = said;
    else if (what === "aliases") aliases = listIn(said);
    else if (what !== "__proto__") attributes[what] = flat.read(said);
  }
  around.known.set(guid, name);
  around.entities.push({ key: guid, name, ...(kind === undefined ? {} : { kind }), aliases, attributes });
  for (const selection of refsIn(item, "SelectionRef")) around.cases.set(selection, guid);
}

function listIn(said: string): string[] {
  const value = flat.read(said);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [said];
}

export function whoIn({ users }: Pick<Around, "users">, { has }: Tree): { by?: Author; at?: string } {
  const guid = guidIn(has["creatingUser"] ?? has["modifyingUser"]);
  const name = guid === undefined ? undefined : users.get(guid);
  const at = has["creationDateTime"] ?? has["modifiedDateTime"];
  return {
    ...(guid !== undefined && name !== undefined ? { by: { id: guid, name } } : {}),
    ...(at === undefined ? {} : { at }),
  };
}

const noteOf = (around: Around, guid: string, item: Tree): ReadNote => ({
  ...{ guid, name: item.has["name"] ?? "", body: textIn(item, "PlainTextContent"), path: item.has["plainTextPath"] },
  ...{ about: textIn(item, "Description") ?? "", line: item.line, ...whoIn(around, item) },
});

function addLink({ links }: Around, guid: string, item: Tree): void {
  const [origin, target] = [guidIn(item.has["originGUID"]), guidIn(item.has["targetGUID"])];
  if (!origin || !target) return;
  const link = { guid, label: item.has["name"] ?? "", origin, target, notes: refsIn(item, "NoteRef"), line: item.line };
  links.set(origin, [...(links.get(origin) ?? []), link]);
}
