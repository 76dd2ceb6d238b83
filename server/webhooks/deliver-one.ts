import "server-only";
import { meaningOf, pauseAfter } from "@/domain/webhook/retries";
import { now } from "@/server/clock";
import { sql } from "@/server/data/transaction";
import {
  type ClaimedDelivery,
  claimDelivery,
  type DeliveryEnding,
  type DeliveryPlace,
  endDelivery,
} from "@/server/data/webhooks/deliveries";
import { pauseWebhook } from "@/server/data/webhooks/webhooks";
import { askAt } from "@/server/egress/ask";
import { addressOf, type Listed } from "@/server/egress/check";
import { env } from "@/server/env";
import { payloadOf } from "@/server/webhooks/payload";
import { openedSecret, signedHeaders } from "@/server/webhooks/sign";

/** Milliseconds a receiver has to answer, and bytes of its answer that are read. */
const patience = 10_000;
const mostBytes = 1024 * 1024;

/** Where webhooks may be sent. */
export const receiversAt = (origins: readonly string[]): Listed => ({
  origins,
  setting: "GLOSSATOR_WEBHOOKS",
  what: "addresses for webhooks",
});

/** Tries a delivery that is due, once, and keeps what came of it; brought twice, it is sent once. */
export async function deliverOne(place: DeliveryPlace, origins = env().webhooks): Promise<void> {
  const claimed = await claimDelivery(sql, place);
  if (claimed) await endDelivery(sql, claimed, await tried(claimed, origins));
}

async function tried(claimed: ClaimedDelivery, origins: readonly string[]): Promise<DeliveryEnding> {
  const payload = await payloadOf(sql, claimed);
  if ("held" in payload) return { state: "held", trouble: payload.held };
  if ("dropped" in payload) return { state: "dropped", trouble: payload.dropped };
  if ("pause" in payload) return pausing(claimed, payload.pause, {});
  const secret = openedSecret(claimed.webhookId, claimed.secret);
  if (secret === undefined)
    return pausing(claimed, "The secret was made by another installation. Make a new one and resume the webhook.", {});
  const url = new URL(claimed.url);
  const checked = await addressOf(url, receiversAt(origins));
  if ("trouble" in checked) return again(claimed, { trouble: checked.trouble });
  const began = performance.now();
  const { body } = payload;
  const answered = await askAt(checked.address, {
    url,
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Glossator-Webhooks/1",
      ...signedHeaders(secret, { id: claimed.id, at: now().getTime(), body }),
    },
    body: Buffer.from(body),
    within: patience,
    mostBytes,
    who: "The receiver",
  });
  const ms = Math.round(performance.now() - began);
  if ("trouble" in answered) return again(claimed, { trouble: answered.trouble, ms });
  const { status } = answered;
  const meaning = meaningOf(status);
  if (meaning === "taken") return { state: "sent", status, ms };
  if (meaning === "gone") return pausing(claimed, "The receiver answered 410: it wants no more.", { status, ms });
  const redirects = status >= 300 && status < 400 ? " Redirects are not followed." : "";
  return again(claimed, { trouble: `The receiver answered ${status}.${redirects}`, status, ms });
}

type Seen = { status?: number; ms?: number };

/** Tries later, or no more after the last try. */
function again({ attempts }: ClaimedDelivery, seen: Seen & { trouble: string }): DeliveryEnding {
  const inMs = pauseAfter(attempts, Math.random());
  return inMs === undefined ? { state: "failed", ...seen } : { state: "waiting", inMs, ...seen };
}

/** Pauses the webhook; the delivery is there to be sent again. */
async function pausing(
  { workspaceId, webhookId }: ClaimedDelivery,
  trouble: string,
  seen: Seen,
): Promise<DeliveryEnding> {
  await pauseWebhook(sql, workspaceId, webhookId, trouble);
  return { state: "failed", trouble, ...seen };
}
