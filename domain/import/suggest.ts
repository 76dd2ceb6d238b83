import type { Codebook } from "@/domain/codebook/codebook";
import type { ImportData, LabelTarget, LinkTarget } from "@/domain/import/annotated";
import { slugOf } from "@/domain/import/slug-of";
import { isCoreKind } from "@/domain/kind-values";
import { labelOf } from "@/domain/tag/kind";
import { isCoreRelation, relationKinds, relationTypeOf } from "@/domain/tag/relation-values";

/** What imports of the project were told before, latest first. */
export type LastAsked = Partial<Pick<ImportData, "labels" | "links" | "authors" | "answers">>;

/** What other tools call our core kinds; nothing is imported as one of them until somebody agrees. */
const alike: Readonly<Record<string, "claim" | "place" | "source">> = {
  statement: "claim",
  event: "claim",
  loc: "place",
  gpe: "place",
  fac: "place",
  location: "place",
  speaker: "source",
};

/** What a label of a file most likely is here: as it was said before, by its name, or by what it is usually called. */
export function suggestLabel(
  label: string,
  codebook: Codebook,
  before: readonly LastAsked[] = [],
): LabelTarget | undefined {
  const remembered = before.map(({ labels }) => labels?.[label]).find((each) => each !== undefined);
  if (remembered !== undefined) {
    const known = remembered !== null && typeof remembered === "object" ? `label:${remembered.new.slug}` : remembered;
    if (known === null || isCoreKind(known) || labelOf(known, codebook)) return known;
  }
  const slug = slugOf(label.replace(/^label:/, ""));
  const own = codebook.labels.find(
    (each) => !each.retired && (each.slug === slug || each.name.toLowerCase() === label.toLowerCase()),
  );
  if (own) return `label:${own.slug}`;
  return isCoreKind(slug) ? slug : alike[slug];
}

/** The same for a link. */
export function suggestLink(
  label: string,
  codebook: Codebook,
  before: readonly LastAsked[] = [],
): LinkTarget | undefined {
  const remembered = before.map(({ links }) => links?.[label]).find((each) => each !== undefined);
  if (remembered !== undefined && (remembered === null || isCoreRelation(remembered))) return remembered;
  if (remembered && relationTypeOf(remembered, codebook)) return remembered;
  const slug = slugOf(label.replace(/^relation:/, ""));
  const own = codebook.relationTypes.find(
    (each) => !each.retired && (each.slug === slug || each.name.toLowerCase() === label.toLowerCase()),
  );
  if (own) return `relation:${own.slug}`;
  return relationKinds.find((each) => each === slug);
}
