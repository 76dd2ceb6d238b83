import { z } from "zod";
import { ProjectId, UserId } from "@/domain/ids";
import { modes, presets, projectRoles, workspaceRoles } from "@/domain/project/project-values";
import { Language } from "@/domain/report/report";

export const ProjectRole = z.enum(projectRoles);
export type ProjectRole = z.infer<typeof ProjectRole>;
export const WorkspaceRole = z.enum(workspaceRoles);
export type WorkspaceRole = z.infer<typeof WorkspaceRole>;

export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "Lower-case letters, digits and hyphens.");

export const PutProject = z.strictObject({
  name: z.string().trim().min(1).max(200),
  slug: Slug,
  mode: z.enum(modes).default("shared"),
  /** The project's own language first: restatements are written in it. */
  languages: z.array(Language).min(1).max(20).default(["en"]),
  preset: z.enum(presets).default("conflict-monitor"),
  /** Markdown; the default guidelines when left out. */
  guidelines: z.string().max(100_000).optional(),
  /** A reviewer's own tag needs another person's accept. */
  twoPersonRule: z.boolean().default(false),
});
export type PutProject = z.infer<typeof PutProject>;

export const Project = z.object({
  id: ProjectId,
  name: z.string(),
  slug: z.string(),
  mode: z.enum(modes),
  languages: z.array(z.string()),
  preset: z.enum(presets),
  guidelines: z.string(),
  twoPersonRule: z.boolean(),
  codebookVersion: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** The asker's role here; a workspace admin who is no member acts as editor. */
  role: ProjectRole,
});
export type Project = z.infer<typeof Project>;

export const PutMember = z.strictObject({
  email: z
    .email()
    .max(320)
    .transform((email) => email.toLowerCase()),
  role: ProjectRole,
  name: z.string().trim().min(1).max(200).optional(),
});

export const Member = z.object({
  userId: UserId,
  email: z.string(),
  name: z.string(),
  role: ProjectRole,
  /** Has not followed the invitation yet. */
  invited: z.boolean(),
  since: z.iso.datetime(),
});
export type Member = z.infer<typeof Member>;
