import type { ComparedTag, Group, Saying } from "@/domain/review/compare/group";
import { canonical } from "@/domain/tag/same-attributes";

/** One way to fill in a field, and who does; undefined where they say nothing. */
export type Way = { readonly value: unknown; readonly by: readonly string[] };
export type FieldDiff = { readonly field: string; readonly ways: readonly Way[] };

/** What is not alike in a group, field by field, with every way it was said. Own words come last. */
export function differingFields(group: Group, endOf: (tag: ComparedTag) => string): FieldDiff[] {
  const names = [
    ...group.differs.filter((each) => each !== "relations"),
    ...group.wording.map((each) => `attributes.${each}`),
  ];
  return names.map((field) => ({ field, ways: waysOf(group.tags, (tag) => saidAt(tag, field, endOf)) }));
}

/** What all say alike, by name. */
export function commonAttributes(group: Group): [string, unknown][] {
  const differing = new Set([...group.differs, ...group.wording.map((each) => `attributes.${each}`)]);
  const { noteProse: _formatted, ...attributes } = group.tags[0]?.tag.attributes ?? {};
  return Object.entries(attributes).filter(([name]) => !differing.has(`attributes.${name}`));
}

export function saidAt(tag: ComparedTag, field: string, endOf: (tag: ComparedTag) => string): unknown {
  if (field === "kind") return tag.kind;
  if (field === "to") return endOf(tag);
  if (field === "segments") return tag.type === "annotation" ? quotes(tag.segments) : undefined;
  if (field === "cue") return tag.type === "relation" && tag.cue ? quotes(tag.cue.segments) : undefined;
  return tag.attributes[field.replace(/^attributes\./, "")];
}

const quotes = (segments: readonly { quote: string }[]) => segments.map(({ quote }) => quote).join(" … ");

function waysOf(tags: readonly Saying[], of: (tag: ComparedTag) => unknown): Way[] {
  const ways = new Map<string, { value: unknown; by: string[] }>();
  for (const { by, tag } of tags) {
    const value = of(tag);
    const known = ways.get(canonical(value));
    if (known) known.by.push(by);
    else ways.set(canonical(value), { value, by: [by] });
  }
  return [...ways.values()];
}

/** Groups as they are worked through: in text order, a link after the later of its ends. */
export function inWorkingOrder({
  annotations,
  relations,
}: {
  annotations: readonly Group[];
  relations: readonly Extract<Group, { type: "relation" }>[];
}): Group[] {
  const place = new Map(annotations.map(({ id }, at) => [id, at]));
  const placeOf = (group: Group) =>
    group.type === "annotation"
      ? (place.get(group.id) ?? 0)
      : Math.max(...[group.from, ...group.to].map((end) => place.get(end) ?? 0)) + 0.5;
  return [...annotations, ...relations].toSorted((a, b) => placeOf(a) - placeOf(b));
}
