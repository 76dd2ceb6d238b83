/** What a version of a tag says; ranges are [start, end] in code points. */
export type Saying = {
  kind: string;
  ranges: readonly (readonly [number, number])[];
  attributes: Readonly<Record<string, unknown>>;
};

/** A tag as a file that comes back has it; `attributes` is left out where the file says nothing of them. */
export type Back = Omit<Saying, "attributes"> & {
  attributes: Saying["attributes"] | undefined;
  /** The version that the file was made of, where it tells. */
  base: number | undefined;
};

/** A tag as it is here, with everything it ever said. */
export type TagHere = { version: number; withdrawn: boolean; said: ReadonlyMap<number, Saying> };

/**
 * What became of a tag in a file that left here and comes back: nothing, a change, or a change of a tag that was changed
 * or withdrawn here meanwhile. A file that is older than the tag and says what it said then changes nothing.
 */
export function returnedAs(back: Back, here: TagHere): "same" | "changed" | "meanwhile" {
  const now = here.said.get(here.version);
  if (now && !here.withdrawn && says(back, now)) return "same";
  const base = back.base === undefined ? undefined : here.said.get(back.base);
  if (base ? says(back, base) : [...here.said.values()].some((earlier) => says(back, earlier))) return "same";
  if (here.withdrawn) return "meanwhile";
  return base && back.base !== here.version ? "meanwhile" : "changed";
}

function says(back: Back, said: Saying): boolean {
  return (
    back.kind === said.kind &&
    canonical(back.ranges) === canonical(said.ranges) &&
    (back.attributes === undefined ||
      canonical(told(back.attributes, said.attributes)) === canonical(told(said.attributes, said.attributes)))
  );
}

/** A speaker that the file does not name is not denied by it; formatting of notes leaves in no file of other tools. */
function told(attributes: Saying["attributes"], known: Saying["attributes"]): object {
  const { noteProse: _formatted, ...rest } = attributes;
  return { ...("entityId" in known ? { entityId: known["entityId"] } : {}), ...rest };
}

/** What a tag says once a change that came back is taken: what the file does not tell stays. */
export function withReturned(back: Back, now: Saying): Saying["attributes"] {
  if (back.attributes === undefined) return now.attributes;
  const formatted = back.attributes["note"] === now.attributes["note"] && "noteProse" in now.attributes;
  return {
    ...told(back.attributes, now.attributes),
    ...(formatted ? { noteProse: now.attributes["noteProse"] } : {}),
  };
}

/** JSON with names in order: two values that say the same are the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const all = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${all
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(",")}}`;
}
