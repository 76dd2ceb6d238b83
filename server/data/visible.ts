import "server-only";
import type { Standing } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import type { UserId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";

const reviews: readonly ProjectRole[] = ["reviewer", "editor"];
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * The SQL condition behind every list, count, search, history entry, thread and export: which layers this person
 * sees. `layer` and `layersOpenedAt` name columns. Says the same as `maySeeLayer`.
 */
export function visibleTo(
  userId: UserId,
  { role, mode }: Standing,
  { layer, layersOpenedAt }: { layer: string; layersOpenedAt: string },
): string {
  if (mode === "shared") return `(${layer} = 'shared')`;
  const own = `${layer} = ${quoted(analystLayer(userId))}`;
  if (role === "reader") return `(${own} or ${layer} = 'final')`;
  const final = reviews.includes(role) ? ` or ${layer} = 'final'` : "";
  return `(${own} or ${layersOpenedAt} is not null${final})`;
}

/** The same for tags: a reader sees accepted ones and nothing else. */
export function visibleTags(
  userId: UserId,
  standing: Standing,
  columns: { layer: string; layersOpenedAt: string; state: string },
): string {
  const seen = visibleTo(userId, standing, columns);
  return standing.role === "reader" ? `(${seen} and ${columns.state} = 'accepted')` : seen;
}

/** `visibleTo` where rows are of many projects or people: everything names columns. */
export function visibleInEach({
  userId,
  role,
  mode,
  layer,
  layersOpenedAt,
}: Record<"userId" | "role" | "mode" | "layer" | "layersOpenedAt", string>): string {
  const blind = `(${layer} = 'analyst:' || ${userId}
    or ${layer} = 'final' and ${role} in ('reader', ${reviews.map(quoted).join(", ")})
    or ${layersOpenedAt} is not null and ${role} <> 'reader')`;
  return `(case ${mode} when 'shared' then ${layer} = 'shared' else ${blind} end)`;
}
