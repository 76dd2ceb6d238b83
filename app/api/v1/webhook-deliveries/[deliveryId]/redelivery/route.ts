import { z } from "zod";
import { DeliveryId } from "@/domain/ids";
import { Delivery } from "@/domain/webhook/webhook";
import { route } from "@/server/http/route";
import { redeliver } from "@/server/operations/webhooks";

export const POST = route(
  {
    summary: "Send a delivery again, with the id it had",
    params: z.object({ deliveryId: DeliveryId }),
    answers: Delivery,
    status: 202,
  },
  (actor, { params: { deliveryId } }) => redeliver(actor, deliveryId),
);
