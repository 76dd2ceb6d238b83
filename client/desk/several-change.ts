import type { TagId } from "@/domain/ids";
import type { AnnotationKind } from "@/domain/tag/kind";

/** One change to several tags. `to` is what a claim's link leads to, as `linkTo` reads it: "tag:…", "entity:…", "article". */
export type SeveralChange =
  | { set: Readonly<Record<string, unknown>>; on: AnnotationKind }
  | { kind: AnnotationKind }
  | { link: "attributed-to" | "located-at"; to: string }
  | { withdraw: true };

/** Why a tag was left as it is. */
export const leftReasons = ["kind", "conflict", "decided", "others", "same"] as const;
export type Left = (typeof leftReasons)[number];

/** What became of a change to several tags. */
export type Outcome = { changed: readonly TagId[]; left: Readonly<Record<Left, number>> };
