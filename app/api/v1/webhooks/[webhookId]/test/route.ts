import { z } from "zod";
import { WebhookId } from "@/domain/ids";
import { Delivery } from "@/domain/webhook/webhook";
import { route } from "@/server/http/route";
import { testWebhook } from "@/server/operations/webhooks";

export const POST = route(
  {
    summary: "Send a delivery of type test to a webhook",
    params: z.object({ webhookId: WebhookId }),
    answers: Delivery,
    status: 202,
  },
  (actor, { params: { webhookId } }) => testWebhook(actor, webhookId),
);
