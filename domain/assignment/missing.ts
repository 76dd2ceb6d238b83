import type { TagId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

/**
 * What an analyst still has to say before a report can be handed in. `required` blocks; the others are worth a look:
 * nobody has to find a speaker for a claim that names none.
 */
export type Missing = {
  tagId: TagId;
  field: "attributes.restatement" | "attributes.kind" | "attribution";
  required: boolean;
};

type Said = Pick<Annotation, "id" | "kind" | "state" | "attributes">;
type Link = Pick<Relation, "kind" | "from" | "state">;

/** The main part of a language tag: a report in `ar-SY` is read in a project whose language is `ar`. */
const languageOf = (tag: string) => tag.split("-")[0]?.toLowerCase();

/** Whether a claim has to be said again in the project's language. */
export const needsRestatement = (reportLanguage: string, projectLanguages: readonly string[]): boolean =>
  languageOf(reportLanguage) !== languageOf(projectLanguages[0] ?? "en");

/** What is missing in these tags of one report, in their order; what is decided or withdrawn is left alone. */
export function missingIn(
  { annotations, relations }: { annotations: readonly Said[]; relations: readonly Link[] },
  { foreign }: { foreign: boolean },
): Missing[] {
  const attributed = new Set(
    relations.filter(({ kind, state }) => kind === "attributed-to" && state !== "withdrawn").map(({ from }) => from),
  );
  return annotations
    .filter(({ kind, state }) => kind === "claim" && (state === "open" || state === "returned"))
    .flatMap(({ id: tagId, attributes }) => {
      const missing: Missing[] = [];
      if (!filled(attributes["kind"])) missing.push({ tagId, field: "attributes.kind", required: true });
      if (foreign && !filled(attributes["restatement"]))
        missing.push({ tagId, field: "attributes.restatement", required: true });
      if (!attributed.has(tagId)) missing.push({ tagId, field: "attribution", required: false });
      return missing;
    });
}

const filled = (value: unknown) => typeof value === "string" && value.trim() !== "";
