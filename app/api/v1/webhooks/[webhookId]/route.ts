import { z } from "zod";
import { WebhookId } from "@/domain/ids";
import { ChangeWebhook, Webhook } from "@/domain/webhook/webhook";
import { route } from "@/server/http/route";
import { changeWebhook, deleteWebhook } from "@/server/operations/webhooks";

const params = z.object({ webhookId: WebhookId });

export const PATCH = route(
  {
    summary: "Change, pause or resume a webhook; whoever does it takes it over",
    params,
    body: ChangeWebhook,
    answers: Webhook,
  },
  (actor, { params: { webhookId }, body }) => changeWebhook(actor, webhookId, body),
);

export const DELETE = route(
  { summary: "Delete a webhook with its delivery log", params, status: 204 },
  (actor, { params: { webhookId } }) => deleteWebhook(actor, webhookId),
);
