import type { DeskState } from "@/client/desk/desk";
import type { Tag } from "@/domain/tag/tag";

/**
 * What a reviewer sent back to this person, in the order of the text: their tags that were returned, rejected or
 * corrected by somebody else.
 */
export function cameBack({ annotations, relations, me }: Pick<DeskState, "annotations" | "relations" | "me">): Tag[] {
  const place = (tag: Tag): number =>
    (tag.type === "annotation" ? tag : annotations.get(tag.from))?.segments[0]?.start ?? 0;
  return [...annotations.values(), ...relations.values()]
    .filter((tag) => isTold(tag, me.id))
    .toSorted((a, b) => place(a) - place(b) || Number(a.type === "relation") - Number(b.type === "relation"));
}

function isTold({ createdBy, state, verdict }: Tag, me: string): boolean {
  if (createdBy !== me || !verdict || verdict.by === me) return false;
  return state === "returned" || state === "rejected" || (state === "accepted" && isCorrected(verdict));
}

const isCorrected = ({ decision }: NonNullable<Tag["verdict"]>) => decision === "accept-with-change";

/** What still asks something of this person: a correction that was accepted is only to be read. */
export const asksSomething = ({ state }: Tag): boolean => state === "returned" || state === "rejected";
