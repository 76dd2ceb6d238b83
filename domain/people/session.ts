import { z } from "zod";

/** One of this person's own sign-ins. */
export const SignIn = z.object({
  id: z.uuid(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SignIn = z.infer<typeof SignIn>;

export const ChangePassword = z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) });
export type ChangePassword = z.infer<typeof ChangePassword>;
