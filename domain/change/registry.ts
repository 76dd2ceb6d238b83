import type { Change, ChangeName, Thing, Ticket, Touched } from "@/domain/change/change";
import { comment } from "@/domain/change/comment";
import { decide } from "@/domain/change/decide";
import { editComment } from "@/domain/change/edit-comment";
import type { ChangeKind, Hash, Request, Since } from "@/domain/change/kind";
import { openThread } from "@/domain/change/open-thread";
import { putAnnotation } from "@/domain/change/put-annotation";
import { putEntity } from "@/domain/change/put-entity";
import { putRelation } from "@/domain/change/put-relation";
import { setThread } from "@/domain/change/set-thread";
import { undoVerdict } from "@/domain/change/undo-verdict";
import { withdraw } from "@/domain/change/withdraw";
import type { Here, World } from "@/domain/change/world";
import type { TagChange } from "@/domain/tag/batch";

/** Every change that a person can make at a report; a new one is a file, a line in `change.ts` and a line here. */
export const changeKinds: { readonly [Name in ChangeName]: ChangeKind<Name> } = {
  "put-annotation": putAnnotation,
  "put-relation": putRelation,
  withdraw,
  "put-entity": putEntity,
  "open-thread": openThread,
  comment,
  "edit-comment": editComment,
  "set-thread": setThread,
  decide,
  "undo-verdict": undoVerdict,
};

const kindOf = <Name extends ChangeName>(change: Change<Name>): ChangeKind<Name> => changeKinds[change.deed];

/** Does a change to the world as it is shown here, before any server has seen it. */
export function apply<Name extends ChangeName>(world: World, change: Change<Name>, on: Ticket, here: Here): void {
  kindOf(change).apply(world, change, on, here);
}

/** What undoes a change, leaving alone what was done since; undefined where nothing does. */
export const invert = <Name extends ChangeName>(change: Change<Name>, since: Since<Touched<Name>>) =>
  kindOf(change).invert(change, since);

/** Everything that a change mentions and that has to exist before it arrives. */
export const mentionedBy = <Name extends ChangeName>(change: Change<Name>): readonly Thing[] =>
  kindOf(change).needs?.(change) ?? [];

/** How a change is told to the API when it travels alone. */
export const requestFor = <Name extends ChangeName>(change: Change<Name>, on: Ticket): Request =>
  kindOf(change).request(change, on);

/** The same as one operation of a batch; undefined for what does not travel in batches. */
export const operationFor = <Name extends ChangeName>(change: Change<Name>, on: Ticket): TagChange | undefined =>
  kindOf(change).operation?.(change, on);

/** The same change with hashes where it quoted the report: a device keeps no words of a report. */
export const withoutQuotes = async <Name extends ChangeName>(change: Change<Name>, hash: Hash): Promise<Change<Name>> =>
  (await kindOf(change).bare?.(change, hash)) ?? change;

/** Whether the server does not know the thing before this change arrives. */
export function creates({ deed, version }: Pick<Ticket, "deed" | "version">): boolean {
  const makes = changeKinds[deed].creates;
  return makes === "always" || (makes === "without a version" && version === undefined);
}

/** Whether a change of a tag travels in batches with others. */
export const isBatchable = (deed: ChangeName): boolean => changeKinds[deed].operation !== undefined;
