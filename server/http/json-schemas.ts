import "server-only";
import { z } from "zod";
import { Batch, TagChange } from "@/domain/tag/batch";
import { PutRelation, SentSegment } from "@/domain/tag/tag";
import { namedSchemas } from "@/server/http/schemas";

type Json = Record<string, unknown>;
/** What is sent may leave out what has a default; what is answered never does. */
export type Io = "input" | "output";

const place = "#/components/schemas/";
const ref = (name: string): Json => ({ $ref: `${place}${name}` });
const names = (text: string): string[] =>
  [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? "");

/** What a schema asks for beyond its fields, where zod only has a function for it. */
function refine(schema: z.ZodType, json: Json, named: ReadonlyMap<z.ZodType, string>): void {
  if (schema === SentSegment) {
    const { properties, required = [], type, additionalProperties } = json;
    const shape = (also: string) => ({
      type,
      properties,
      required: [...(required as string[]), also],
      additionalProperties,
    });
    for (const key of Object.keys(json)) delete json[key];
    json["description"] =
      "A place in the text, with its quote or the SHA-256 of the quote (lower-case hex of its UTF-8 bytes). The end comes after the start.";
    json["anyOf"] = [shape("quote"), shape("quoteHash")];
  }
  if (schema === PutRelation) {
    json["description"] = "Exactly one of to, toEntity and toArticle.";
    json["oneOf"] = ["to", "toEntity", "toArticle"].map((end) => ({ required: [end] }));
  }
  if (schema === Batch) {
    const { operations } = json["properties"] as { operations: Json };
    operations["items"] = ref(named.get(TagChange) ?? "");
  }
}

/** Every JSON schema of the description: those with a name are written once, and others refer to them. */
export function jsonSchemas(used: Readonly<Record<Io | "parameters", readonly z.ZodType[]>>) {
  const named = namedSchemas();
  const written = {
    input: write("input", [...used.input, ...used.parameters], named),
    output: write("output", used.output, named),
  };
  const reached = {
    input: reach(written.input, used.input, { named, inlined: used.parameters }),
    output: reach(written.output, used.output, { named, inlined: [] }),
  };
  const renamed = twofold(written, reached);
  const spelt = (json: Json, io: Io): Json =>
    io === "output"
      ? json
      : JSON.parse(JSON.stringify(json), (key, value) => (key === "$ref" ? renameIn(value, renamed) : value));
  const components: Json = {};
  for (const io of ["output", "input"] as const) {
    for (const name of reached[io]) {
      const under = io === "input" && renamed.has(name) ? `${name}Input` : name;
      components[under] ??= spelt(written[io].byName.get(name) ?? {}, io);
    }
  }
  return {
    components: Object.fromEntries(Object.entries(components).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    /** The schema itself, or where it stands under its name. */
    of: (schema: z.ZodType, io: Io): Json => {
      const name = named.get(schema);
      return spelt(name === undefined ? inline(schema, io) : ref(name), io);
    },
    /** The schema itself, also when it has a name. */
    inline: (schema: z.ZodType, io: Io): Json => spelt(inline(schema, io), io),
  };

  function inline(schema: z.ZodType, io: Io): Json {
    const name = named.get(schema);
    return (name === undefined ? written[io].bySchema.get(schema) : written[io].byName.get(name)) ?? {};
  }
}

const renameIn = (value: unknown, renamed: ReadonlySet<string>): unknown => {
  const name = typeof value === "string" ? value.slice(place.length) : "";
  return renamed.has(name) ? `${place}${name}Input` : value;
};

type Written = { byName: Map<string, Json>; bySchema: Map<z.ZodType, Json> };

function write(io: Io, used: readonly z.ZodType[], named: ReadonlyMap<z.ZodType, string>): Written {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const unnamed = [...new Set(used)].filter((schema) => !named.has(schema));
  for (const [at, schema] of unnamed.entries()) registry.add(schema, { id: `unnamed-${at}` });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
    uri: (id) => `${place}${id}`,
    override({ zodSchema, jsonSchema }) {
      const { def } = zodSchema._zod;
      // An answer may have more fields one day; nobody's client should break of it.
      if (io === "output" && def.type === "object" && !("catchall" in def && def.catchall))
        delete jsonSchema.additionalProperties;
      for (const [schema] of named) if ((schema as unknown) === zodSchema) refine(schema, jsonSchema as Json, named);
    },
  });
  const bare = (id: string): Json => {
    const { $schema: _, $id: __, ...json } = (schemas[id] ?? {}) as Json;
    return json;
  };
  return {
    byName: new Map([...named.values()].map((name) => [name, bare(name)])),
    bySchema: new Map(unnamed.map((schema, at) => [schema, bare(`unnamed-${at}`)])),
  };
}

/** The names that the schemas in use lead to. */
function reach(
  { byName, bySchema }: Written,
  used: readonly z.ZodType[],
  { named, inlined }: { named: ReadonlyMap<z.ZodType, string>; inlined: readonly z.ZodType[] },
): Set<string> {
  const reached = new Set<string>();
  const within = (schema: z.ZodType) =>
    names(JSON.stringify(bySchema.get(schema) ?? byName.get(named.get(schema) ?? "") ?? {}));
  const waiting = [...used.flatMap((schema) => named.get(schema) ?? within(schema)), ...inlined.flatMap(within)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...names(JSON.stringify(byName.get(name) ?? {})));
  }
  return reached;
}

/** Names that mean another thing when sent than when answered, themselves or in what they refer to. */
function twofold(
  written: Readonly<Record<Io, Written>>,
  reached: Readonly<Record<Io, ReadonlySet<string>>>,
): Set<string> {
  const both = [...reached.input].filter((name) => reached.output.has(name));
  const text = (name: string, io: Io) => JSON.stringify(written[io].byName.get(name));
  const differ = new Set(both.filter((name) => text(name, "input") !== text(name, "output")));
  for (let before = -1; before !== differ.size; ) {
    before = differ.size;
    for (const name of both) if (names(text(name, "input")).some((each) => differ.has(each))) differ.add(name);
  }
  return differ;
}
