import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { DeliveryId, type ProjectId, WebhookId } from "@/domain/ids";
import type { ChangeWebhook, Delivery, MakeWebhook, NewWebhook, Webhook } from "@/domain/webhook/webhook";
import { type DeliveryState, mostWebhooks } from "@/domain/webhook/webhook-values";
import { remember } from "@/server/data/entries";
import { isPractice } from "@/server/data/projects";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql, type Tx } from "@/server/data/transaction";
import { addTest, deliveriesOf, findDelivery, putInLine } from "@/server/data/webhooks/deliveries";
import {
  addWebhook,
  changeWebhookRow,
  dropWebhook,
  findWebhook,
  setSecret,
  webhooksOf,
} from "@/server/data/webhooks/webhooks";
import { addressOf } from "@/server/egress/check";
import { env } from "@/server/env";
import { newId } from "@/server/new-id";
import type { Page } from "@/server/page";
import { receiversAt } from "@/server/webhooks/deliver-one";
import { newWebhookSecret, sealedSecret } from "@/server/webhooks/sign";

type Deed = "see-webhooks" | "set-webhooks";

async function mayIn(db: Sql, actor: Actor, projectId: ProjectId, deed: Deed): Promise<Result<undefined>> {
  const standing = await standingIn(db, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  return refusal ? fail(refusal) : ok(undefined);
}

async function openWebhook(db: Sql, actor: Actor, id: WebhookId, deed: Deed): Promise<Result<Webhook>> {
  const webhook = await findWebhook(db, actor.workspaceId, id);
  if (!webhook) return fail({ kind: "not-found" });
  const may = await mayIn(db, actor, webhook.projectId, deed);
  return may.ok ? ok(webhook) : may;
}

/** Where deliveries may go, before anybody waits for one that never comes. */
async function allowed(url: string): Promise<Result<undefined>> {
  const checked = await addressOf(new URL(url), receiversAt(env().webhooks));
  return "trouble" in checked ? invalid("url", checked.trouble) : ok(undefined);
}

/** A project's webhooks, and where this installation lets them go. */
export async function listWebhooks(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ items: Webhook[]; allowed: string[] }>> {
  const may = await mayIn(sql, actor, projectId, "see-webhooks");
  return may.ok ? ok({ items: await webhooksOf(sql, actor.workspaceId, projectId), allowed: env().webhooks }) : may;
}

/** Sets one up; its secret is in this answer and in no other. */
export async function makeWebhook(
  actor: Actor,
  projectId: ProjectId,
  { id = newId(WebhookId), url, kinds }: MakeWebhook,
): Promise<Result<NewWebhook>> {
  const may = await mayIn(sql, actor, projectId, "set-webhooks");
  if (!may.ok) return may;
  const reachable = await allowed(url);
  if (!reachable.ok) return reachable;
  const secret = newWebhookSecret();
  return inTransaction<NewWebhook>(actor.workspaceId, async (tx) => {
    const still = await mayIn(tx, actor, projectId, "set-webhooks");
    if (!still.ok) return still;
    if (await isPractice(tx, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
    if ((await webhooksOf(tx, actor.workspaceId, projectId)).length >= mostWebhooks)
      return invalid("url", `A project has ${mostWebhooks} webhooks at most. Delete one first.`);
    const isNew = await addWebhook(tx, actor, { id, projectId, url, kinds, sealed: sealedSecret(id, secret) });
    if (!isNew)
      return invalid("id", "This id is in use. The secret of a webhook is shown once; make a new one if it was lost.");
    await noted(tx, actor, projectId, id);
    const webhook = await findWebhook(tx, actor.workspaceId, id);
    return webhook ? ok({ ...webhook, secret }) : fail({ kind: "not-found" });
  });
}

const noted = (tx: Tx, { userId: by }: Actor, projectId: ProjectId, webhookId: WebhookId) =>
  remember(tx, { by, did: "changed-webhook", projectId, refs: { webhookId } });

/** Changes, pauses or resumes one; whoever does it takes it over. */
export async function changeWebhook(actor: Actor, id: WebhookId, change: ChangeWebhook): Promise<Result<Webhook>> {
  if (change.url !== undefined) {
    const opened = await openWebhook(sql, actor, id, "set-webhooks");
    if (!opened.ok) return opened;
    const reachable = await allowed(change.url);
    if (!reachable.ok) return reachable;
  }
  return onWebhook(actor, id, (tx) => changeWebhookRow(tx, actor.userId, id, change));
}

function onWebhook(
  actor: Actor,
  id: WebhookId,
  work: (tx: Tx, webhook: Webhook) => Promise<void>,
): Promise<Result<Webhook>> {
  return inTransaction<Webhook>(actor.workspaceId, async (tx) => {
    const opened = await openWebhook(tx, actor, id, "set-webhooks");
    if (!opened.ok) return opened;
    await work(tx, opened.value);
    await noted(tx, actor, opened.value.projectId, id);
    return openWebhook(tx, actor, id, "set-webhooks");
  });
}

/** A new secret takes the place of the old one at once. */
export async function renewSecret(actor: Actor, id: WebhookId): Promise<Result<NewWebhook>> {
  const secret = newWebhookSecret();
  const done = await onWebhook(actor, id, (tx) => setSecret(tx, actor.userId, id, sealedSecret(id, secret)));
  return done.ok ? ok({ ...done.value, secret }) : done;
}

export function deleteWebhook(actor: Actor, id: WebhookId): Promise<Result<undefined>> {
  return inTransaction<undefined>(actor.workspaceId, async (tx) => {
    const opened = await openWebhook(tx, actor, id, "set-webhooks");
    if (!opened.ok) return opened;
    await dropWebhook(tx, id);
    await noted(tx, actor, opened.value.projectId, id);
    return ok(undefined);
  });
}

type Log = { state: DeliveryState | undefined; after: readonly [string, string] | undefined; limit: number };

/** A page of a webhook's delivery log. */
export async function listDeliveries(actor: Actor, webhookId: WebhookId, log: Log): Promise<Result<Page<Delivery>>> {
  const opened = await openWebhook(sql, actor, webhookId, "see-webhooks");
  return opened.ok ? ok(await deliveriesOf(sql, actor.workspaceId, { webhookId, ...log })) : opened;
}

/** Sends a delivery that tells of nothing, to see whether the receiver takes it. */
export function testWebhook(actor: Actor, webhookId: WebhookId): Promise<Result<Delivery>> {
  return inTransaction<Delivery>(actor.workspaceId, async (tx) => {
    const opened = await openWebhook(tx, actor, webhookId, "set-webhooks");
    if (!opened.ok) return opened;
    const { projectId, paused } = opened.value;
    if (paused)
      return fail({ kind: "conflict", current: opened.value, reason: "The webhook is paused. Resume it first." });
    const id = newId(DeliveryId);
    await addTest(tx, { id, webhookId, projectId });
    const found = await findDelivery(tx, { workspaceId: tx.workspaceId, id });
    return found ? ok(found.delivery) : fail({ kind: "not-found" });
  });
}

/** Sends a delivery again, with the id it had: a receiver that has it drops it. */
export function redeliver(actor: Actor, id: DeliveryId): Promise<Result<Delivery>> {
  return inTransaction<Delivery>(actor.workspaceId, async (tx) => {
    const place = { workspaceId: tx.workspaceId, id };
    const found = await findDelivery(tx, place);
    if (!found) return fail({ kind: "not-found" });
    const may = await mayIn(tx, actor, found.projectId, "set-webhooks");
    if (!may.ok) return may;
    await putInLine(tx, id);
    const now = await findDelivery(tx, place);
    return now ? ok(now.delivery) : fail({ kind: "not-found" });
  });
}
