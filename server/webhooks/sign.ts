import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import type { WebhookId } from "@/domain/ids";
import { seal, unseal } from "@/server/seal";

/**
 * Signing as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com), so that its libraries verify it: HMAC-SHA256
 * with the secret's bytes over `id.timestamp.body`, as base64 behind `v1,`. The timestamp is in seconds.
 */
const prefix = "whsec_";
const secretBytes = 32;

/** A secret as it is shown once. */
export const newWebhookSecret = (): string => `${prefix}${randomBytes(secretBytes).toString("base64")}`;

const purpose = (id: WebhookId) => ["webhook", id];

/** As it is kept: nobody reads it without this server's own secret. */
export const sealedSecret = (id: WebhookId, secret: string): string =>
  seal(purpose(id), Buffer.from(secret), { fresh: true });

/** Undefined where it was sealed by another server, as in a restored backup. */
export const openedSecret = (id: WebhookId, sealed: string): string | undefined =>
  unseal(purpose(id), sealed)?.toString("utf8");

/** The headers of a delivery; `at` in milliseconds. */
export function signedHeaders(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
