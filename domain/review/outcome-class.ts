import type { Outcome } from "@/domain/review/outcome";
import { withoutGuesses } from "@/domain/tag/guessed";
import { canonical } from "@/domain/tag/same-attributes";
import type { Tag, TagVersion } from "@/domain/tag/tag";

export const outcomeClasses = [
  "returned",
  "rejected",
  "corrected",
  "kept",
  "not taken",
  "waiting",
  "withdrawn",
] as const;
export type OutcomeClass = (typeof outcomeClasses)[number];

/** In one word: kept as it was said first, accepted in other words, sent back, or not decided yet. */
export function classOfOutcome({ tag, first, final }: Pick<Outcome, "tag" | "first" | "final">): OutcomeClass {
  if (tag.state === "withdrawn") return "withdrawn";
  if (tag.layer.startsWith("analyst:")) {
    if (!final) return "not taken";
    return saysTheSame(first, final) ? "kept" : "corrected";
  }
  if (tag.state === "returned" || tag.state === "rejected") return tag.state;
  if (tag.state === "open") return "waiting";
  return saysTheSame(first, tag) ? "kept" : "corrected";
}

/** A link of a final tag leads to final tags: its ends are compared by what they were derived from, elsewhere. */
function saysTheSame(version: TagVersion, tag: Tag): boolean {
  const words = (anchor: { segments: readonly { start: number; end: number }[] } | undefined) =>
    (anchor?.segments ?? []).map(({ start, end }) => [start, end]);
  const isFinal = tag.layer === "final";
  const end = ({ to, toEntity, toArticle }: { to?: unknown; toEntity?: unknown; toArticle?: unknown }) =>
    isFinal ? Boolean(toArticle) : [to, toEntity, toArticle];
  const [anchor, leads] = tag.type === "annotation" ? [tag, end({})] : [tag.cue, end(tag)];
  return (
    canonical([version.kind, withoutGuesses(version.attributes), words(version.anchor), end(version)]) ===
    canonical([tag.kind, withoutGuesses(tag.attributes), words(anchor), leads])
  );
}
