import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalForEvent, refusalInProject } from "@/domain/access/policy";
import { afterChange, afterDecision, changedFields, foreignClaims } from "@/domain/event/change";
import type { DecideEvent, Event, EventContent, MakeEvent, PutEvent } from "@/domain/event/event";
import { sameOrigin } from "@/domain/event/legacy-origin";
import { rowReason } from "@/domain/event/makes-row";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { EventId, type ProjectId, VerdictId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { evidenceOf } from "@/server/data/events/evidence";
import { authorOf, findEvent, type KeptEvent } from "@/server/data/events/find";
import { eventTypesOf, sheetRowsOf } from "@/server/data/events/sheet-rows";
import { addEvent, placeClaims, supportedElsewhere, writeVerdict, writeVersion } from "@/server/data/events/write";
import { holdGate } from "@/server/data/gates";
import { findProject } from "@/server/data/projects";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { idFor, newId } from "@/server/new-id";
import { answered, layerOf, onEvent, outdated } from "@/server/operations/on-event";

/** Makes an event of claims, at least one of which makes a row. Sent again with the same id or opId, it is answered as it stands. */
export const makeEvent = (actor: Actor, projectId: ProjectId, make: MakeEvent): Promise<Result<Event>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "change-event");
    if (refusal) return fail(refusal);
    const { id: wished, opId, ...content } = make;
    const made = opId === undefined ? newId(EventId) : idFor(EventId, [actor.userId, projectId, opId]);
    const id = wished ?? made;
    const again = await againMade(tx, actor, standing, { id, projectId, content });
    if (again) return again;
    const checked = await checkClaims(tx, actor, { standing, projectId, id, content });
    if (!checked.ok) return checked;
    if (!(await addEvent(tx, actor, { id, projectId, title: content.title }))) {
      return (await againMade(tx, actor, standing, { id, projectId, content })) ?? invalid("id", "This id is in use.");
    }
    await writeVersion(tx, actor, id, { content, state: "open", cause: { did: "made" }, opId });
    await placeClaims(tx, id, content);
    const refs = { eventId: id };
    await remember(tx, { by: actor.userId, did: "made-event", projectId, version: 1, layer: layerOf(standing), refs });
    const event = await findEvent(tx, { actor, standing }, id);
    return event ? answered(tx, actor, standing, event) : fail({ kind: "not-found" });
  });

/** The answer to who sends the same again, also while the first time is under way; undefined when it is new. */
async function againMade(
  tx: Tx,
  actor: Actor,
  standing: Standing,
  { id, projectId, content }: { id: EventId; projectId: ProjectId; content: EventContent },
): Promise<Result<Event> | undefined> {
  const there = await findEvent(tx, { actor, standing }, id);
  if (!there) return undefined;
  if (there.projectId !== projectId) return invalid("id", "This id is in use.");
  const current = await answered(tx, actor, standing, there);
  const same = there.version > 1 || changedFields(there.content, content).length === 0;
  return same || !current.ok ? current : fail({ kind: "conflict", current: current.value });
}

/** Changes an event that is at the version seen; what changes more than words beside it opens it again. */
export const changeEvent = (
  actor: Actor,
  id: EventId,
  { version, opId, ...content }: PutEvent,
): Promise<Result<Event>> =>
  onEvent(actor, { id, deed: "change-event", opId }, async (tx, on) => {
    const { event, standing } = on;
    const fields = changedFields(event.content, content);
    if (fields.length === 0) return ok(undefined);
    if (version !== event.version || event.state === "withdrawn") return outdated(tx, actor, on);
    if (!sameOrigin(event.content.legacy, content.legacy))
      return invalid("legacy", "Where the row came from stays as it is; only what it says can change.");
    const { projectId } = event;
    const checked = await checkClaims(tx, actor, { standing, projectId, id, content });
    if (!checked.ok) return checked;
    const state = afterChange(event.state, fields);
    await writeVersion(tx, actor, id, { content, state, cause: { did: "changed", fields }, opId });
    await placeClaims(tx, id, content);
    const layer = layerOf(standing);
    const refs = { eventId: id };
    await remember(tx, { by: actor.userId, did: "changed-event", projectId, version: version + 1, layer, refs });
    return ok(undefined);
  });

/** Decides on the version seen of an event. */
export const decideOnEvent = (actor: Actor, id: EventId, decide: DecideEvent): Promise<Result<Event>> =>
  onEvent(actor, { id, deed: "decide-event", opId: decide.opId }, async (tx, on) => {
    const { event, standing } = on;
    const { decision, version, reason } = decide;
    const project = await findProject(tx, actor, event.projectId);
    const accepting = decision === "accept";
    const author = (await authorOf(tx, actor.workspaceId, id)) ?? event.createdBy;
    const about = { author, twoPersonRule: project?.twoPersonRule ?? false, accepting };
    const refusal = refusalForEvent(actor, standing, about);
    if (refusal) return fail(refusal);
    const state = afterDecision[decision];
    if (version === event.version && event.state === state) return ok(undefined);
    if (version !== event.version || event.state === "withdrawn") return outdated(tx, actor, on);
    if (!accepting && reason.trim() === "") return invalid("reason", "Say why, so that the event can be mended.");
    const claims = await checkAcceptable(tx, actor, standing, { event, accepting });
    if (!claims.ok) return claims;
    const row = accepting ? await rowAsAccepted(tx, { actor, standing }, event) : undefined;
    await writeVerdict(tx, actor, id, { id: newId(VerdictId), decide, state, row });
    const did = accepting ? "accepted-event" : decision === "return" ? "returned-event" : "rejected-event";
    const { projectId } = event;
    await remember(tx, { by: actor.userId, did, projectId, version, layer: layerOf(standing), refs: { eventId: id } });
    return ok(undefined);
  });

/** What is accepted, as the sheet has it: what its claims came to then is not known any more once they change. */
async function rowAsAccepted(tx: Tx, viewer: { actor: Actor; standing: Standing }, event: KeptEvent) {
  const { names } = await eventTypesOf(tx, viewer.actor.workspaceId, event.projectId);
  const about = { projectId: event.projectId, ids: [event.id], names };
  return (await sheetRowsOf(tx, viewer, about)).get(event.id)?.whole;
}

/** An event is accepted only while a claim supports it that counts, or a row from before. */
async function checkAcceptable(
  tx: Tx,
  actor: Actor,
  standing: Standing,
  { event, accepting }: { event: KeptEvent; accepting: boolean },
): Promise<Result<undefined>> {
  if (!accepting) return ok(undefined);
  if (event.content.legacy) return ok(undefined);
  const ids = event.content.claims.flatMap(({ id, part }) => (part === "supports" ? id : []));
  const evidence = await evidenceOf(tx, { actor, standing }, ids);
  const counts = evidence.some(({ state, notice }) => state === "accepted" && notice === undefined);
  return counts
    ? ok(undefined)
    : invalid("decision", "None of its claims counts: accept a claim that supports it first.");
}

type Checked = { standing: Standing; projectId: ProjectId; id: EventId; content: EventContent };

/** Claims are of this project and of the layer that counts, named once, and one at least makes a row. */
export async function checkClaims(
  tx: Tx,
  actor: Actor,
  { standing, projectId, id, content }: Checked,
): Promise<Result<undefined>> {
  const ids = content.claims.map((claim) => claim.id);
  if (new Set(ids).size < ids.length) return invalid("claims", "A claim is named twice.");
  const [foreign] = foreignClaims(content);
  if (foreign) return invalid(foreign, "It names a claim that is not in the event.");
  const evidence = await evidenceOf(tx, { actor, standing }, ids);
  const known = new Set(
    await claimsIn(
      tx,
      projectId,
      evidence.map(({ claimId }) => claimId),
    ),
  );
  const missing = ids.findIndex((each) => !known.has(each));
  if (missing >= 0) return invalid(`claims.${missing}.id`, "The project has no such claim in the layer that counts.");
  const supports = new Set(content.claims.flatMap((claim) => (claim.part === "supports" ? claim.id : [])));
  const reasons = evidence.filter(({ claimId }) => supports.has(claimId)).map((each) => rowReason(each));
  // A claim that goes on, or that its source is not sure of, makes an event when a person says so by making it.
  if (content.legacy && ids.length === 0) return ok(undefined);
  const makes =
    content.legacy || reasons.some((reason) => reason === "row" || reason === "ongoing" || reason === "not certain");
  if (!makes) return invalid("claims", "No claim among them asserts and affirms an event.");
  const [elsewhere] = await supportedElsewhere(tx, id, [...supports]);
  if (!elsewhere) return ok(undefined);
  const other = await findEvent(tx, { actor, standing }, elsewhere.eventId);
  const current = other ? await answered(tx, actor, standing, other) : undefined;
  const reason = "A claim supports another event already: merge the two, or take it out there first.";
  return fail({ kind: "conflict", current: current?.ok ? current.value : null, reason });
}

async function claimsIn(tx: Tx, projectId: ProjectId, ids: readonly string[]) {
  const rows = await tx.rows<{ id: Event["content"]["claims"][number]["id"] }>(
    "select id from tag where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])",
    [tx.workspaceId, projectId, ids],
  );
  return rows.map((row) => row.id);
}
