import { z } from "zod";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Problem } from "@/domain/failure";
import { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import { EntityId } from "@/domain/ids";
import { noteFields } from "@/domain/prose/note-fields";

/**
 * What tags with these attributes may say. Everything may be left out, also what is required: a span is tagged first and
 * described later. Retired attributes and choices are taken; `retiredIn` says where they may not be.
 */
export function attributesSchemaOf(attributes: readonly LabelAttribute[]): z.ZodType<Record<string, unknown>> {
  const known = made.get(attributes);
  if (known) return known;
  const shape = Object.fromEntries(attributes.map((each) => [each.slug, schemaOf(each).optional()]));
  const schema = z.strictObject({ ...shape, ...noteFields });
  made.set(attributes, schema);
  return schema;
}

/** Codebooks never change once they are read, so that neither do the schemas made of them. */
const made = new WeakMap<readonly LabelAttribute[], z.ZodType<Record<string, unknown>>>();

function schemaOf({ type, choices }: LabelAttribute): z.ZodType {
  switch (type) {
    case "text":
      return z.string().max(5000);
    case "number":
      return z.number();
    case "date":
      return z.iso.date();
    case "choice":
      return oneOf(choices);
    case "choices":
      return z
        .array(oneOf(choices))
        .max(choices.length)
        .refine((all) => new Set(all).size === all.length, "A value stands there twice.");
    case "yes-no":
      return z.enum(["yes", "no"]);
    case "entity":
      return z.strictObject({ entityId: EntityId });
    case "place":
      return PlaceCandidate;
  }
}

const oneOf = (choices: LabelAttribute["choices"]) => z.enum(choices.map(({ slug }) => slug));

type Said = Readonly<Record<string, unknown>>;

/** Retired attributes and choices that these attributes use and the ones before did not: what has them keeps them. */
export function retiredIn(attributes: readonly LabelAttribute[], said: Said, before: Said = {}): Problem[] {
  return attributes.flatMap(({ slug, name, retired, choices }) => {
    const field = `attributes.${slug}`;
    const values = listed(said[slug]);
    const had = new Set(listed(before[slug]));
    const added = values.filter((value) => !had.has(value));
    if (retired && added.length > 0)
      return [{ field, reason: `“${name}” is retired and can’t be filled in any more.` }];
    return choices
      .filter((choice) => choice.retired && added.includes(choice.slug))
      .map((choice) => ({ field, reason: `“${choice.name}” is retired and can’t be chosen any more.` }));
  });
}

const listed = (value: unknown): unknown[] => {
  if (value === undefined) return [];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.map((each) => (typeof each === "object" ? JSON.stringify(each) : each));
};
