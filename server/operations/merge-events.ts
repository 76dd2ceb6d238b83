import "server-only";
import type { Actor } from "@/domain/access/actor";
import { mergeContents, splitContent } from "@/domain/event/change";
import type { AtVersion, Event, MergeEvent, SplitEvent } from "@/domain/event/event";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { EventId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { contentAt, type EventCause, type KeptEvent } from "@/server/data/events/find";
import { addEvent, placeClaims, writeVersion } from "@/server/data/events/write";
import { type Sql, sql, type Tx } from "@/server/data/transaction";
import { idFor, newId } from "@/server/new-id";
import { layerOf, type On, onEvent, outdated, standingTo } from "@/server/operations/on-event";

/**
 * Says that two events are one. The one that stays gets the other's claims and what only it said; the other is withdrawn
 * and names its successor. Answers the one that stays.
 */
export const mergeEvents = (actor: Actor, id: EventId, merge: MergeEvent): Promise<Result<Event>> =>
  onEvent(actor, { id: merge.into, deed: "change-event", opId: merge.opId, others: [id] }, async (tx, on) => {
    const { event: stays, standing } = on;
    if (merge.into === id) return invalid("into", "An event cannot be merged into itself.");
    const [goes] = on.others;
    if (!goes) return fail({ kind: "not-found" });
    if (goes.mergedInto === stays.id) return ok(undefined);
    if (goes.version !== merge.version || goes.state === "withdrawn")
      return outdated(tx, actor, { ...on, event: goes });
    if (stays.version !== merge.intoVersion || stays.state === "withdrawn") return outdated(tx, actor, on);
    const content = mergeContents(stays.content, goes.content);
    const gone: EventCause = { did: "merged-away", other: stays.id };
    await writeVersion(tx, actor, goes.id, {
      content: goes.content,
      state: "withdrawn",
      cause: gone,
      mergedInto: stays.id,
    });
    const cause: EventCause = { did: "merged", other: goes.id, otherVersion: goes.version + 1 };
    await writeVersion(tx, actor, stays.id, { content, state: "open", cause, opId: merge.opId });
    await placeClaims(tx, stays.id, content);
    const { projectId } = stays;
    const refs = { eventId: goes.id, into: stays.id };
    await remember(tx, { by: actor.userId, did: "merged-event", projectId, layer: layerOf(standing), refs });
    return ok(undefined);
  });

/** Gives some claims of an event one of their own. Answers the event that stays. */
export const splitEvent = (actor: Actor, id: EventId, split: SplitEvent): Promise<Result<Event>> =>
  onEvent(actor, { id, deed: "change-event", opId: split.opId }, async (tx, on) => {
    const { event, standing } = on;
    const { version, opId, title } = split;
    if (version !== event.version || event.state === "withdrawn") return outdated(tx, actor, on);
    const parts = splitContent(event.content, split.claims, title);
    if (!parts) return invalid("claims", "Name claims of the event, and leave it one at least.");
    const made = opId === undefined ? newId(EventId) : idFor(EventId, [actor.userId, id, opId]);
    const other = split.id ?? made;
    const { projectId } = event;
    if (!(await addEvent(tx, actor, { id: other, projectId, title, splitFrom: id }))) {
      return invalid("id", "This id is in use.");
    }
    const cause: EventCause = { did: "split", other, otherVersion: 1 };
    await writeVersion(tx, actor, id, { content: parts.stays, state: "open", cause, opId });
    const off: EventCause = { did: "split-off", other: id };
    await writeVersion(tx, actor, other, { content: parts.leaves, state: "open", cause: off });
    await placeClaims(tx, id, parts.stays);
    await placeClaims(tx, other, parts.leaves);
    const refs = { eventId: id, other };
    await remember(tx, { by: actor.userId, did: "split-event", projectId, layer: layerOf(standing), refs });
    return ok(undefined);
  });

/** The merge or split that made the current version of an event, if there is one. */
export async function lastJoining(db: Sql, workspaceId: string, { id, version }: KeptEvent) {
  const now = await contentAt(db, workspaceId, id, version);
  const cause = now?.cause;
  if (!cause?.other || (cause.did !== "merged" && cause.did !== "split")) return undefined;
  return { did: cause.did, other: cause.other, otherVersion: cause.otherVersion };
}

/**
 * Undoes the merge or split that made the version seen: both events say again what they said before it. Refused when
 * either has changed since.
 */
export async function undoJoining(actor: Actor, id: EventId, { version, opId }: AtVersion): Promise<Result<Event>> {
  const seen = await standingTo(sql, actor, id);
  const joining = seen && (await lastJoining(sql, actor.workspaceId, seen.event));
  const others = joining ? [joining.other] : [];
  return onEvent(actor, { id, deed: "change-event", opId, others }, async (tx, on) => {
    const { event, standing } = on;
    if (version !== event.version) return outdated(tx, actor, on);
    const last = await lastJoining(tx, actor.workspaceId, event);
    const [other] = on.others;
    if (!last || other?.id !== last.other) return invalid("version", "This version was made by no merge or split.");
    if (other.version !== last.otherVersion) return outdated(tx, actor, { ...on, event: other });
    await undo(tx, actor, { ...on, other, did: last.did });
    const { projectId } = event;
    const refs = { eventId: id, other: other.id };
    await remember(tx, { by: actor.userId, did: "undid-event", projectId, layer: layerOf(standing), refs });
    return ok(undefined);
  });
}

type Undone = On & { other: KeptEvent; did: "merged" | "split" };

async function undo(tx: Tx, actor: Actor, { event, other, did }: Undone): Promise<void> {
  const before = await contentAt(tx, tx.workspaceId, event.id, event.version - 1);
  if (!before) throw new Error("A merge or split has a version before it.");
  const cause: EventCause = { did: "undid", other: other.id };
  const back: EventCause = { did: "undid", other: event.id };
  await writeVersion(tx, actor, event.id, { content: before.content, state: "open", cause });
  if (did === "split") {
    const away = { content: other.content, state: "withdrawn", cause: back, mergedInto: event.id } as const;
    await writeVersion(tx, actor, other.id, away);
  } else {
    await writeVersion(tx, actor, other.id, { content: other.content, state: "open", cause: back });
    await placeClaims(tx, other.id, other.content);
  }
  await placeClaims(tx, event.id, before.content);
}
