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

/** For how many days a one-time link works; seven when left out. */
export const LinkDays = z.int().min(1).max(30).optional();

/** What is said of a link that somebody is to get. */
export const MakeLink = z.strictObject({ expiresInDays: LinkDays });
export type MakeLink = z.infer<typeof MakeLink>;

/** A one-time link, this once, and until when it works. */
export const OneTimeLink = z.object({ link: z.string(), expiresAt: z.iso.datetime() });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

/** Somebody new to the workspace, without a project yet. */
export const PutPerson = z.strictObject({
  email: EmailAddress,
  name: personName.optional(),
  role: WorkspaceRole.default("member"),
  expiresInDays: LinkDays,
});
export type PutPerson = z.infer<typeof PutPerson>;

/** `invitation` is their one-time link, to be passed on by whoever invited them; it works until `invitationEnds`. */
export const InvitedPerson = z.object({
  ...Person.shape,
  invitation: z.string(),
  invitationEnds: z.iso.datetime(),
});
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
