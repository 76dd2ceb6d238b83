import type { DeskState, Link } from "@/client/desk/desk";
import { linkTo } from "@/client/desk/link-to";
import { relationsOf } from "@/client/desk/linked";
import type { Left, Outcome, SeveralChange } from "@/client/desk/several-change";
import { tidy } from "@/domain/change/content";
import type { TagId } from "@/domain/ids";
import { stillGuessed } from "@/domain/tag/guessed";
import type { AnnotationKind } from "@/domain/tag/kind";
import { sameWritten } from "@/domain/tag/same-content";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

type Known = Pick<
  DeskState,
  "annotations" | "relations" | "entities" | "conflicts" | "refused" | "me" | "picked" | "project"
>;
type Tools = {
  /** Also tags that somebody else made. */
  others: boolean;
  newLink: (link: Link) => Relation;
};

/** The tags that were picked and are still there, in the order of the text. */
export const pickedIn = ({ annotations, picked }: Pick<DeskState, "annotations" | "picked">): Annotation[] =>
  [...picked]
    .flatMap((id) => annotations.get(id) ?? [])
    .filter(({ state }) => state !== "withdrawn")
    .toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));

/**
 * What a change makes of the picked tags. What was decided is left alone, because a change would reopen it; so is what
 * waits for somebody to choose between two versions, and, unless asked for, what somebody else made.
 */
export function planSeveral(state: Known, change: SeveralChange, tools: Tools): { wanted: Tag[]; outcome: Outcome } {
  const wanted = new Map<TagId, Tag>();
  const changed: TagId[] = [];
  const left: Record<Left, number> = { kind: 0, conflict: 0, decided: 0, others: 0, same: 0 };
  for (const tag of pickedIn(state)) {
    const made = whyLeft(state, tag, change, tools.others) ?? changeOf(state, tag, change, tools.newLink);
    if (typeof made === "string") {
      left[made] += 1;
      continue;
    }
    changed.push(tag.id);
    for (const each of made) wanted.set(each.id, each);
  }
  return { wanted: [...wanted.values()], outcome: { changed, left } };
}

const isDecided = ({ state }: Tag) => state === "accepted" || state === "rejected";

function whyLeft(state: Known, tag: Annotation, change: SeveralChange, others: boolean): Left | undefined {
  const wants = "set" in change ? change.on : "link" in change ? "claim" : tag.kind;
  if (tag.kind !== wants) return "kind";
  if (state.conflicts.has(tag.id) || state.refused.some(({ thing }) => thing === tag.id)) return "conflict";
  if (isDecided(tag)) return "decided";
  return !others && tag.createdBy !== state.me.id ? "others" : undefined;
}

/** The tags that have to be written for one tag to be changed, in the order in which the server takes them. */
function changeOf(
  state: Known,
  tag: Annotation,
  change: SeveralChange,
  newLink: Tools["newLink"],
): readonly Tag[] | Left {
  if ("withdraw" in change) return [...relationsOf(state, tag.id), tag].map(withdrawn);
  if ("kind" in change) return otherKind(state, tag, change.kind);
  if ("link" in change) return linked(state, tag, change, newLink);
  const attributes = tidy({ ...tag.attributes, ...change.set, ...stillGuessed(tag.attributes, change.set) });
  const next = { ...tag, attributes };
  return sameWritten(next, tag) ? "same" : [next];
}

const withdrawn = (tag: Tag): Tag => ({ ...tag, state: "withdrawn" });

/** What was said about a claim means nothing about a place; the note is anybody's. */
function otherKind(state: Known, tag: Annotation, kind: AnnotationKind): readonly Tag[] | Left {
  if (tag.kind === kind) return "same";
  const { note, noteProse } = tag.attributes;
  return [...relationsOf(state, tag.id).map(withdrawn), { ...tag, kind, attributes: tidy({ note, noteProse }) }];
}

/** A claim has the source it is given instead of the ones it had; a place is one more. */
function linked(
  state: Known,
  claim: Annotation,
  { link: kind, to }: Extract<SeveralChange, { link: unknown }>,
  newLink: Tools["newLink"],
): readonly Tag[] | Left {
  const link = linkTo({ annotations: state.annotations, linkingAs: kind, project: state.project }, claim.id, to);
  if (!link || link === "unsaid" || link.kind !== kind) return "kind";
  const before = relationsOf(state, claim.id).filter((each) => each.from === claim.id && each.kind === kind);
  const isSame = (each: Relation) =>
    each.to === link.to && each.toEntity === link.toEntity && each.toArticle === link.toArticle;
  if (before.some(isSame)) return "same";
  if (kind === "located-at") return [newLink(link)];
  if (before.some(isDecided)) return "decided";
  return [...before.map(withdrawn), newLink(link)];
}
