import type { MergeField } from "@/domain/entity/merge-fields";
import { mergeFields } from "@/domain/entity/merge-fields";
import { sameEntity } from "@/domain/entity/same-entity";
import { type EntityWords, takeOver } from "@/domain/entity/take-over";
import { alike } from "@/domain/seen";

type Merged = { merged: EntityWords; remains: EntityWords };

/** Where the one that is merged away says something else than the one that remains. What it leaves out is no difference. */
export const differing = ({ merged, remains }: Merged): MergeField[] =>
  mergeFields.filter((field) => {
    if (merged[field] === undefined) return false;
    return merged[field] !== remains[field] || (field === "note" && !alike(merged.noteProse, remains.noteProse));
  });

/** What the remaining one says once the other is part of it: its own but for what is taken, and every name of both. */
export function mergedWords({ merged, remains }: Merged, take: readonly MergeField[]): EntityWords {
  const taken = new Set(differing({ merged, remains }).filter((field) => take.includes(field)));
  const facts = Object.fromEntries([...taken].map((field) => [field, merged[field]]));
  const { noteProse: _, ...withoutProse } = remains;
  const put: EntityWords = {
    ...(taken.has("note") ? withoutProse : remains),
    ...facts,
    ...(taken.has("note") && merged.noteProse && { noteProse: merged.noteProse }),
  };
  const affiliations = [...(remains.affiliations ?? []), ...(merged.affiliations ?? [])];
  const each = affiliations.filter((one, at) => affiliations.findIndex((other) => alike(one, other)) === at);
  return {
    ...put,
    ...(each.length > 0 && { affiliations: each }),
    aliases: namesBeside(put.name, { merged, remains }),
  };
}

/** Every name of the two but `name` itself, each once. */
export const namesBeside = (name: string, { merged, remains }: Merged): string[] =>
  [...new Set([...remains.aliases, remains.name, ...merged.aliases, merged.name])].filter((each) => each !== name);

/**
 * What the remaining one says once a merge is undone: exactly what it said before, or, where somebody has changed it
 * since, that change and everything else as it was before.
 * @param after what it said right after the merge
 */
export const unmergedWords = (before: EntityWords, after: EntityWords, now: EntityWords): EntityWords =>
  sameEntity(after, now) ? before : takeOver(after, before, now).put;
