import { z } from "zod";
import { scopes } from "@/domain/access/actor";
import { ProjectId, UserId, WorkspaceId } from "@/domain/ids";
import { PaletteUse } from "@/domain/people/palette-use";
import { ProjectRole, WorkspaceRole } from "@/domain/project/project";
import { ReportTablePreference } from "@/domain/report/table-preference";

/** What a person likes their interface to be; the server keeps it and never reads it. */
export const Preferences = z.strictObject({
  theme: z.enum(["system", "light", "dark"]).optional(),
  singleKeys: z.boolean().optional(),
  textSize: z.int().min(12).max(32).optional(),
  snapToWords: z.boolean().optional(),
  /** Columns and order of the reports table. */
  reports: ReportTablePreference.optional(),
  /** What was chosen from the palette, and how often: ids of things, names of pages and actions. */
  palette: PaletteUse.optional(),
});
export type Preferences = z.infer<typeof Preferences>;

export const personName = z.string().trim().min(1).max(200);

export const ChangeMe = z.strictObject({ name: personName.optional(), preferences: Preferences.optional() });
export type ChangeMe = z.infer<typeof ChangeMe>;

/** This person, with their roles everywhere. */
export const Me = z.object({
  id: UserId,
  email: z.string(),
  name: z.string(),
  workspace: z.object({ id: WorkspaceId, name: z.string(), role: WorkspaceRole }),
  projects: z.array(z.object({ id: ProjectId, slug: z.string(), name: z.string(), role: ProjectRole })),
  roles: z.object({ workspace: WorkspaceRole, projects: z.record(z.string(), ProjectRole) }),
  scopes: z.array(z.enum(scopes)),
  preferences: Preferences,
  /** Base64 of 32 bytes: encrypts people's own words in this browser's outbox. Only with a browser's sign-in. */
  outboxKey: z.string().optional(),
  /** Those of this person's sign-ins before, newest first: for what is still waiting from then. */
  formerOutboxKeys: z.array(z.string()).optional(),
});
export type Me = z.infer<typeof Me>;
