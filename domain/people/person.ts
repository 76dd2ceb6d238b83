import { z } from "zod";
import { UserId } from "@/domain/ids";
import { WorkspaceRole } from "@/domain/project/project";

/** Somebody of the workspace, as its admins see them. */
export const Person = z.object({
  userId: UserId,
  email: z.string(),
  name: z.string(),
  role: WorkspaceRole,
  /** Has not followed the invitation yet. */
  invited: z.boolean(),
  /** Can't sign in, and their tokens don't work; what they did stays. */
  disabled: z.boolean(),
  since: z.iso.datetime(),
});
export type Person = z.infer<typeof Person>;

export const ChangePerson = z.strictObject({ role: WorkspaceRole.optional(), disabled: z.boolean().optional() });
export type ChangePerson = z.infer<typeof ChangePerson>;
