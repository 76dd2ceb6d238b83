import type { Problem } from "@/domain/failure";
import type { TagId } from "@/domain/ids";
import type { Checked } from "@/domain/tag/check-anchor";
import type { Ends } from "@/domain/tag/check-relation";
import type { Tag } from "@/domain/tag/tag";

type About = Pick<Tag, "type" | "layer" | "reportId">;

/** Checks what a final tag is derived from: tags of the same report and type in the layers of its analysts. */
export function checkDerivation(ends: Ends, ids: readonly TagId[], { type, layer, reportId }: About): Checked<TagId[]> {
  const derivedFrom = [...new Set(ids)];
  if (derivedFrom.length === 0) return { ok: true, value: [] };
  if (layer !== "final") return wrong("derivedFrom", "Only a tag of the final layer is derived from others.");
  const problems = derivedFrom.flatMap((id, index): Problem[] => {
    const tag = ends.find(id);
    const there = tag?.type === type && tag.reportId === reportId && tag.layer.startsWith("analyst:");
    return there ? [] : [{ field: `derivedFrom.${index}`, reason: `No analyst of this report has such an ${type}.` }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: derivedFrom };
}

/**
 * The final tag that settles already what this new one would: derived from one of the same tags, and not among those its
 * maker has seen. One that was left out on purpose settles as well.
 */
export const settledBy = (
  tags: Iterable<Tag>,
  { type, derivedFrom = [] }: Pick<Tag, "type" | "derivedFrom">,
  beside: readonly TagId[] = [],
): Tag | undefined => {
  if (derivedFrom.length === 0) return undefined;
  const rivals = [...tags].filter(
    (tag) =>
      tag.layer === "final" &&
      tag.type === type &&
      !beside.includes(tag.id) &&
      (tag.derivedFrom ?? []).some((id) => derivedFrom.includes(id)),
  );
  return rivals.find(({ state }) => state !== "withdrawn") ?? rivals[0];
};

const wrong = (field: string, reason: string) => ({ ok: false as const, problems: [{ field, reason }] });
