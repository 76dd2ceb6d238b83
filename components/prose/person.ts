import type { UserId } from "@/domain/ids";

/** Somebody who can be called by name. */
export type Person = { readonly userId: UserId; readonly name: string; readonly email: string };
