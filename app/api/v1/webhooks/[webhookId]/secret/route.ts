import { z } from "zod";
import { WebhookId } from "@/domain/ids";
import { NewWebhook } from "@/domain/webhook/webhook";
import { route } from "@/server/http/route";
import { renewSecret } from "@/server/operations/webhooks";

export const POST = route(
  {
    summary: "Make a new secret for a webhook; the old one signs nothing any more",
    params: z.object({ webhookId: WebhookId }),
    answers: NewWebhook,
  },
  (actor, { params: { webhookId } }) => renewSecret(actor, webhookId),
);
