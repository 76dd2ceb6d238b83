/** What a webhook may tell of. */
export const webhookKinds = ["submitted", "decided", "event-accepted", "released"] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** What a delivery may be about: what webhooks tell of, or a try that somebody asked for. */
export const deliveryKinds = [...webhookKinds, "test"] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/**
 * `waiting` for its time, `sending`, `held` until layers open or an embargo ends, `sent`, `failed` after the last try,
 * `dropped` because nothing of it may leave.
 */
export const deliveryStates = ["waiting", "sending", "held", "sent", "failed", "dropped"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Webhooks of one project. */
export const mostWebhooks = 20;
