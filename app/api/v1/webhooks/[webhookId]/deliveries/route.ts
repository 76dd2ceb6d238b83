import { z } from "zod";
import { WebhookId } from "@/domain/ids";
import { Delivery } from "@/domain/webhook/webhook";
import { deliveryStates } from "@/domain/webhook/webhook-values";
import { route } from "@/server/http/route";
import { listDeliveries } from "@/server/operations/webhooks";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List what a webhook was told and what came of it, newest first; lines are kept for 30 days",
    params: z.object({ webhookId: WebhookId }),
    query: z.object({
      state: z.enum(deliveryStates).optional(),
      cursor: cursorOf(z.tuple([z.iso.datetime(), z.uuid()])).optional(),
      limit: limitOf(200, 50),
    }),
    answers: pageOf(Delivery),
  },
  (actor, { params: { webhookId }, query: { state, cursor, limit } }) =>
    listDeliveries(actor, webhookId, { state, after: cursor, limit }),
);
