import type { z } from "zod";
import type { Codebook } from "@/domain/codebook/codebook";

export type Preset = z.input<typeof Codebook>;

const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** Names with the slugs made of them. */
export const named = (...names: readonly string[]) => names.map((name) => ({ slug: slugOf(name), name }));

type Attribute = NonNullable<NonNullable<Preset["labels"]>[number]["attributes"]>[number];

const attribute = (type: Attribute["type"]) => (name: string, definition?: string) => ({
  slug: slugOf(name),
  name,
  type,
  ...(definition && { definition }),
});

export const text = attribute("text");
export const number = attribute("number");
export const date = attribute("date");
export const yesNo = attribute("yes-no");
export const entity = attribute("entity");
export const place = attribute("place");

const choosing =
  (type: "choice" | "choices") =>
  (name: string, ...choices: readonly string[]) => ({ ...attribute(type)(name), choices: named(...choices) });

export const choice = choosing("choice");
export const choices = choosing("choices");

export const required = <T extends Attribute>(one: T) => ({ ...one, required: true });

/** What desks of every kind note of a report. */
export const caseNumber = { slug: "case-number", name: "Case number", type: "text" as const };
export const batch = { slug: "batch", name: "Batch", type: "text" as const };
