import { z } from "zod";
import { DeliveryId, ProjectId, ReportId, UserId, WebhookId } from "@/domain/ids";
import { deliveryKinds, deliveryStates, webhookKinds } from "@/domain/webhook/webhook-values";

const kinds = z
  .array(z.enum(webhookKinds))
  .min(1)
  .max(webhookKinds.length)
  .transform((given) => webhookKinds.filter((kind) => given.includes(kind)));

/** Where deliveries go: an address without a name and password in it. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((said) => !URL.canParse(said) || (new URL(said).username === "" && new URL(said).password === ""), {
    error: "An address without a name and password: deliveries are signed.",
  });

/** What somebody sets up. Sent again with the same id it makes nothing again. */
export const MakeWebhook = z.strictObject({ id: WebhookId.optional(), url: address, kinds });
export type MakeWebhook = z.infer<typeof MakeWebhook>;

export const ChangeWebhook = z
  .strictObject({ url: address.optional(), kinds: kinds.optional(), paused: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { error: "Say what is to change." });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;

/** A webhook, without its secret. */
export const Webhook = z.object({
  id: WebhookId,
  projectId: ProjectId,
  url: z.string(),
  kinds: z.array(z.enum(webhookKinds)),
  /** Nothing is kept for it or sent while it is paused. */
  paused: z.boolean(),
  /** Why it was paused by Glossator itself. */
  pauseReason: z.string().optional(),
  /** Whoever set it up or changed it last: it tells of what this person may see. */
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  /** Deliveries of the last 30 days. */
  counts: z.object({ sent: z.int(), waiting: z.int(), failed: z.int() }),
});
export type Webhook = z.infer<typeof Webhook>;

/** A webhook with its secret, which is shown this once. */
export const NewWebhook = Webhook.extend({ secret: z.string() });
export type NewWebhook = z.infer<typeof NewWebhook>;

/** One line of the delivery log. It names things and keeps nothing of what was sent. */
export const Delivery = z.object({
  id: DeliveryId,
  webhookId: WebhookId,
  kind: z.enum(deliveryKinds),
  state: z.enum(deliveryStates),
  reportId: ReportId.optional(),
  /** How many things it tells of. */
  things: z.int(),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  /** When it is tried next. */
  dueAt: z.iso.datetime().optional(),
  triedAt: z.iso.datetime().optional(),
  /** What the receiver answered last. */
  status: z.int().optional(),
  /** Why the last try came to nothing, or why nothing is sent. */
  trouble: z.string().optional(),
  /** Milliseconds until the receiver's answer. */
  ms: z.int().optional(),
});
export type Delivery = z.infer<typeof Delivery>;
