import { z } from "zod";
import { ProjectId, UserId } from "@/domain/ids";
import { EventSettings } from "@/domain/project/event-settings";
import { modes, presets, projectRoles, workspaceRoles } from "@/domain/project/project-values";
import { ReviewSettings, SamplingRate } from "@/domain/project/review-settings";
import { SuggestionSettings } from "@/domain/project/suggestion-settings";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import { toMarkdown } from "@/domain/prose/markdown/write";
import { ShownProse, sentProse } from "@/domain/prose/sent";
import { Language, ReportState } from "@/domain/report/report";

export const ProjectRole = z.enum(projectRoles);
export type ProjectRole = z.infer<typeof ProjectRole>;
export const WorkspaceRole = z.enum(workspaceRoles);
export type WorkspaceRole = z.infer<typeof WorkspaceRole>;

export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "Lower-case letters, digits and hyphens.");

/** How many analysts a report of the pool takes; 0 for no pool. */
const PoolSize = z.int().min(0).max(20);
/** Where its reports mostly happen: two capital letters each; places there come first. */
const Countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, "Countries are written with two capital letters, like SY."))
  .max(50);
/** Hours without a change after which work taken from the pool returns to it. */
const PoolHours = z.int().min(1).max(8760);

/** Guidelines are sent in one of two ways: as Markdown, or as TipTap's JSON. */
const Guidelines = {
  guidelines: z.string().max(guidelinesSchema.longest).optional(),
  guidelinesProse: sentProse(guidelinesSchema, { empty: true, as: toMarkdown }).optional(),
};
const sentOnce = (sent: { guidelines?: unknown; guidelinesProse?: unknown }) =>
  sent.guidelines === undefined || sent.guidelinesProse === undefined;
const eitherWay = { path: ["guidelines"], error: "At most one of guidelines and guidelinesProse is expected." };

export const PutProject = z
  .strictObject({
    /** Sent again with the same id it makes nothing again. */
    id: ProjectId.optional(),
    name: z.string().trim().min(1).max(200),
    slug: Slug,
    mode: z.enum(modes).default("shared"),
    /** The project's own language first: restatements are written in it. */
    languages: z.array(Language).min(1).max(20).default(["en"]),
    preset: z.enum(presets).default("conflict-monitor"),
    /** The default guidelines when left out. */
    ...Guidelines,
    /** A reviewer's own tag needs another person's accept. */
    twoPersonRule: z.boolean().default(false),
    /** Somebody other than whoever asked approves each release. */
    releaseApproval: z.boolean().default(false),
    /** Trainees tag blind against a gold layer, and nothing of it is ever exported; always independent. */
    practice: z.boolean().default(false),
    poolSize: PoolSize.default(0),
    poolHours: PoolHours.default(72),
    countries: Countries.default([]),
  })
  .refine(sentOnce, eitherWay);
export type PutProject = z.infer<typeof PutProject>;

const shape = {
  id: ProjectId,
  name: z.string(),
  slug: z.string(),
  mode: z.enum(modes),
  languages: z.array(z.string()),
  preset: z.enum(presets),
  /** Markdown. */
  guidelines: z.string(),
  twoPersonRule: z.boolean(),
  releaseApproval: z.boolean(),
  practice: z.boolean(),
  poolSize: PoolSize,
  poolHours: PoolHours,
  countries: Countries,
  /** The reasons reviewers pick from, and what they look at. */
  review: ReviewSettings,
  /** How engines suggest tags. */
  suggestions: SuggestionSettings,
  /** How claims become events here. */
  events: EventSettings,
  codebookVersion: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** Put away: nothing in it changes until it is brought back. */
  archivedAt: z.iso.datetime().optional(),
  /** The same, as the policy asks for it. */
  archived: z.boolean().optional(),
  /** This person's role here; a workspace admin who is no member acts as editor. */
  role: ProjectRole,
};

export const Project = z.object({ ...shape, guidelinesProse: ShownProse });
export type Project = z.infer<typeof Project>;

/** A project in a list. `reports`: how many stand in each state, archived ones left out; no state stands for none. */
export const ListedProject = z.object({
  ...shape,
  reports: z.partialRecord(ReportState, z.int().positive()),
});
export type ListedProject = z.infer<typeof ListedProject>;

/** What may change of a project; its slug, its mode and whether it is for practice stay, because links and blindness hang on them. */
const changeable = z.strictObject({
  name: PutProject.shape.name.optional(),
  ...Guidelines,
  languages: z.array(Language).min(1).max(20).optional(),
  twoPersonRule: z.boolean().optional(),
  releaseApproval: z.boolean().optional(),
  poolSize: PoolSize.optional(),
  poolHours: PoolHours.optional(),
  countries: Countries.optional(),
  review: ReviewSettings.optional(),
  suggestions: SuggestionSettings.optional(),
  events: EventSettings.optional(),
});
/**
 * `seen` holds what stood in these fields: what is wanted as it was seen is left as it is by now, and of what somebody
 * else changed meanwhile this person is told instead of overruling it. Guidelines are said to be seen as Markdown.
 */
export const ChangeProject = changeable
  .extend({ seen: changeable.omit({ guidelinesProse: true }).optional() })
  .refine(sentOnce, eitherWay);
export type ChangeProject = z.infer<typeof ChangeProject>;

export const EmailAddress = z
  .email()
  .max(320)
  .transform((email) => email.toLowerCase());

/** A person of the workspace by id, or anybody by address. */
export const PutMember = z
  .strictObject({
    userId: UserId.optional(),
    email: EmailAddress.optional(),
    role: ProjectRole,
    /** For somebody who is new to the workspace; they may choose another when they follow their invitation. */
    name: z.string().trim().min(1).max(200).optional(),
  })
  .refine(({ userId, email }) => (userId === undefined) !== (email === undefined), {
    path: ["email"],
    error: "Give either an e-mail address or the id of a person in the workspace.",
  });
export type PutMember = z.infer<typeof PutMember>;

export const ChangeMember = z
  .strictObject({
    role: ProjectRole.optional(),
    /** The share of their tags that a reviewer looks at, 0 to 1; null for the project's. */
    sampling: SamplingRate.optional(),
    /** What was seen of them, so that a colleague's change is told instead of being overruled. */
    seen: z.strictObject({ role: ProjectRole.optional(), sampling: SamplingRate.optional() }).optional(),
  })
  .refine(({ role, sampling }) => role !== undefined || sampling !== undefined, "Say what is to change.");
export type ChangeMember = z.infer<typeof ChangeMember>;

export const Member = z.object({
  userId: UserId,
  email: z.string(),
  name: z.string(),
  role: ProjectRole,
  /** The share of their tags that a reviewer looks at; null for the project's. */
  sampling: SamplingRate,
  /** Has not followed the invitation yet. */
  invited: z.boolean(),
  since: z.iso.datetime(),
});
export type Member = z.infer<typeof Member>;

/** Somebody whose work was imported under this name, and who has no account: the id stands where a person's would. */
export const ExternalAuthor = z.object({ id: UserId, name: z.string() });
export type ExternalAuthor = z.infer<typeof ExternalAuthor>;

/** `invitation` is a one-time link for somebody new, to be handed over by whoever invited them, until `invitationEnds`. */
export const AddedMember = z.object({
  ...Member.shape,
  invitation: z.string().optional(),
  invitationEnds: z.iso.datetime().optional(),
});
export type AddedMember = z.infer<typeof AddedMember>;
