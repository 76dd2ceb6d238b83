import { z } from "zod";
import { UserId } from "@/domain/ids";

/** One tab of one browser, by an id it made for itself. */
export const ClientId = z.uuid().toLowerCase();
export const BePresent = z.strictObject({ client: ClientId });

/** A colleague who has the report open now. */
export const Colleague = z.object({ userId: UserId, name: z.string() });
export type Colleague = z.infer<typeof Colleague>;

export const Presence = z.object({ items: z.array(Colleague) });
export type Presence = z.infer<typeof Presence>;
