import { z } from "zod";
import { UserId } from "@/domain/ids";
import { personName } from "@/domain/people/me";
import { EmailAddress, ProjectRole, WorkspaceRole } from "@/domain/project/project";

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

/** Somebody new to the workspace, without a project yet. */
export const PutPerson = z.strictObject({
  email: EmailAddress,
  name: personName.optional(),
  role: WorkspaceRole.default("member"),
});
export type PutPerson = z.infer<typeof PutPerson>;

/** `invitation` is their one-time link, to be passed on by whoever invited them. */
export const InvitedPerson = z.object({ ...Person.shape, invitation: z.string() });
export type InvitedPerson = z.infer<typeof InvitedPerson>;

/** An invitation that nobody has followed yet. */
export const Invitation = z.object({
  userId: UserId,
  email: z.string(),
  name: z.string(),
  projects: z.array(z.object({ name: z.string(), role: ProjectRole })),
  invitedBy: z.object({ userId: UserId, name: z.string() }).optional(),
  invitedAt: z.iso.datetime().optional(),
  /** Until when its link works; missing when it no longer does. */
  expiresAt: z.iso.datetime().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Somebody of the workspace who can be added to a project. */
export const Candidate = z.object({ userId: UserId, email: z.string(), name: z.string(), invited: z.boolean() });
export type Candidate = z.infer<typeof Candidate>;
