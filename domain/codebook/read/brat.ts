import {
  type Attribute,
  type CodebookRead,
  choicesOf,
  finished,
  type Remark,
  type Sketch,
  slugs,
  unread,
} from "@/domain/codebook/read/reading";

type Line = { line: number; name: string; args: Argument[] };
type Argument = { role: string; types: string[] };
type Section = "entities" | "relations" | "events" | "attributes";
type Kind = { name: string; slug: string; is: "entity" | "event"; attributes: Attribute[] };

const sections: ReadonlySet<string> = new Set(["entities", "relations", "events", "attributes"]);

/**
 * Reads a brat `annotation.conf` (brat.nlplab.org/configuration.html). Entities and events become labels, an event's
 * arguments and the relations become relation types, attributes become attributes of the labels they may be put on.
 */
export function readBrat(text: string): CodebookRead {
  const left: Remark[] = [];
  const parsed = linesOf(text, left);
  if (!parsed.ok) return parsed;
  const { lines, macros } = parsed;
  const slugOf = slugs("label");
  const kinds = (["entities", "events"] as const).flatMap((section) =>
    lines[section].map(
      ({ name }): Kind => ({
        name,
        slug: slugOf(name),
        is: section === "entities" ? "entity" : "event",
        attributes: [],
      }),
    ),
  );
  if (kinds.length === 0) return unread("It has no [entities] and no [events].");
  const known = typesIn(kinds, macros, left);
  for (const line of lines.attributes) addAttribute(line, known, left);
  return finished(
    {
      labels: kinds.map(({ name, slug, attributes }) => ({ slug, name: spaced(name), attributes })),
      relationTypes: relationTypesOf(lines, known, left),
    },
    left,
  );
}

/** What types stand for: names of labels, macros, and brat's own words for all entities, all events, anything. */
type Types = { of: (types: readonly string[], line: number) => Kind[] };

function typesIn(kinds: readonly Kind[], macros: ReadonlyMap<string, readonly string[]>, left: Remark[]): Types {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const of = (types: readonly string[], line: number, within: ReadonlySet<string>): Kind[] => {
    const found = types.flatMap((type) => {
      if (type === "<ANY>") return kinds;
      if (type === "<ENTITY>") return kinds.filter(({ is }) => is === "entity");
      if (type === "<EVENT>") return kinds.filter(({ is }) => is === "event");
      const macro = macros.get(type);
      if (macro) return within.has(type) ? [] : of(macro, line, new Set([...within, type]));
      const kind = byName.get(type);
      if (!kind) left.push({ line, what: `“${type}” is no entity, event or macro of this file.` });
      return kind ? [kind] : [];
    });
    return [...new Set(found)];
  };
  return { of: (types, line) => of(types, line, new Set()) };
}

const spaced = (name: string) => name.replaceAll("_", " ").trim().slice(0, 100);

type Parsed =
  | { ok: true; lines: Record<Section, Line[]>; macros: Map<string, string[]> }
  | (CodebookRead & { ok: false });

function linesOf(text: string, left: Remark[]): Parsed {
  const lines: Record<Section, Line[]> = { entities: [], relations: [], events: [], attributes: [] };
  const macros = new Map<string, string[]>();
  let section: string | undefined;
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = at + 1;
    const said = raw.trim();
    if (said === "" || said.startsWith("#") || /^-+$/.test(said)) continue;
    const heading = /^\[(.*)\]$/.exec(said)?.[1];
    const macro = /^(<[^>]+>)\s*=\s*(\S+)$/.exec(said);
    if (heading !== undefined) section = heading === "spans" ? "entities" : heading;
    else if (macro) macros.set(macro[1] ?? "", (macro[2] ?? "").split("|"));
    else if (section === undefined)
      return { ok: false, problems: [{ line, what: "It stands before the first section such as [entities]." }] };
    else if (!sections.has(section)) left.push({ line, what: `The section [${section}] is not part of a codebook.` });
    else if (said.startsWith("!"))
      left.push({ line, what: `“${said.slice(1)}” only groups others and cannot be tagged.` });
    else if (said.startsWith("<"))
      left.push({ line, what: `Rules such as “${said.split(/\s/)[0]}” are not part of a codebook.` });
    else {
      const one = lineOf(line, said);
      if (!one)
        return {
          ok: false,
          problems: [{ line, what: `Arguments are written as Role:Type, Role:Type. Found “${said.slice(0, 80)}”.` }],
        };
      lines[section as Section].push(one);
    }
  }
  return { ok: true, lines, macros };
}

function lineOf(line: number, said: string): Line | undefined {
  const [, name = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(said) ?? [];
  const args = rest === "" ? [] : rest.split(/\s*,\s*/).map((each) => /^([^:]+):(.*)$/.exec(each));
  if (args.some((each) => each === null)) return undefined;
  return {
    line,
    name: name.split("|")[0] ?? name,
    args: args.map((each) => ({ role: each?.[1]?.trim() ?? "", types: (each?.[2] ?? "").trim().split("|") })),
  };
}

/** "Negation Arg:<EVENT>" is set or not; "Confidence Arg:<EVENT>, Value:High|Low" is one of several. */
function addAttribute({ line, name, args }: Line, known: Types, left: Remark[]) {
  const values = args.find(({ role }) => role === "Value")?.types;
  const on = args.filter(({ role }) => role.startsWith("Arg")).flatMap(({ types }) => known.of(types, line));
  if (on.length === 0) left.push({ line, what: `The attribute “${name}” can be put on nothing here.` });
  for (const kind of new Set(on)) {
    const slugOf = slugs("attribute");
    for (const { slug } of kind.attributes) slugOf(slug);
    kind.attributes.push({
      slug: slugOf(name),
      name: spaced(name),
      ...(values ? { type: "choice", choices: choicesOf(values) } : { type: "yes-no" }),
    });
  }
}

type RelationSketch = NonNullable<Sketch["relationTypes"]>[number];

function relationTypesOf(lines: Record<Section, Line[]>, known: Types, left: Remark[]): RelationSketch[] {
  const found = new Map<string, { from: Set<string>; to: Set<string> }>();
  const add = (name: string, from: readonly Kind[], to: readonly Kind[]) => {
    if (from.length === 0 || to.length === 0) return;
    const ends = found.get(name) ?? { from: new Set(), to: new Set() };
    for (const { slug } of from) ends.from.add(`label:${slug}`);
    for (const { slug } of to) ends.to.add(`label:${slug}`);
    found.set(name, ends);
  };
  for (const { line, name, args } of lines.relations) {
    const [from, to] = args.filter(({ role }) => !role.startsWith("<"));
    if (args.some(({ role }) => role === "<REL-TYPE>"))
      left.push({ line, what: `“${name}” becomes a link with a direction.` });
    if (from && to) add(name, known.of(from.types, line), known.of(to.types, line));
    else left.push({ line, what: `The relation “${name}” names no two arguments.` });
  }
  for (const { line, name, args } of lines.events) {
    const event = known.of([name], line);
    for (const { role, types } of args) {
      const counted = /^(.*?)([?*+]|\{\d+(-\d+)?\})$/.exec(role);
      if (counted && counted[2] !== "?")
        left.push({ line, what: `How often “${counted[1]}” may stand is not part of a codebook.` });
      add(counted?.[1] ?? role, event, known.of(types, line));
    }
  }
  const slugOf = slugs("relation");
  return [...found].map(([name, { from, to }]) => ({
    slug: slugOf(name),
    name: spaced(name),
    from: [...from],
    to: [...to],
  }));
}
