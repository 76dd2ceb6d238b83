import { z } from "zod";
import type { UserId } from "@/domain/ids";

/** Where a tag lives: everybody's layer, one analyst's blind layer, or the adjudicated one. */
export const Layer = z.string().regex(/^(shared|final|analyst:[0-9a-f-]{36})$/);
export type Layer = z.infer<typeof Layer>;

export const analystLayer = (user: UserId): Layer => `analyst:${user}`;
