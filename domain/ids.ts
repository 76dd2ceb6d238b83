import { z } from "zod";

/** Ids are UUIDs in lower case, version 7 where we make them; brands keep a report's id from being passed as a tag's. */
const id = <Name extends string>(name: Name) => z.uuid().toLowerCase().brand(name);

export const WorkspaceId = id("WorkspaceId");
export const UserId = id("UserId");
export const ProjectId = id("ProjectId");
export const ReportId = id("ReportId");
export const RevisionId = id("RevisionId");
export const TagId = id("TagId");
export const EntityId = id("EntityId");
export const ThreadId = id("ThreadId");
export const CommentId = id("CommentId");
export const VerdictId = id("VerdictId");
export const SuggestionId = id("SuggestionId");
export const TokenId = id("TokenId");
export const GradeId = id("GradeId");
export const ProposalId = id("ProposalId");
export const EventId = id("EventId");
export const NotificationId = id("NotificationId");
export const MigrationId = id("MigrationId");
export const OpId = id("OpId");
export const JobId = id("JobId");
export const SavedSearchId = id("SavedSearchId");
export const UploadId = id("UploadId");
export const PermittedUseId = id("PermittedUseId");

export type WorkspaceId = z.infer<typeof WorkspaceId>;
export type UserId = z.infer<typeof UserId>;
export type ProjectId = z.infer<typeof ProjectId>;
export type ReportId = z.infer<typeof ReportId>;
export type RevisionId = z.infer<typeof RevisionId>;
export type TagId = z.infer<typeof TagId>;
export type EntityId = z.infer<typeof EntityId>;
export type ThreadId = z.infer<typeof ThreadId>;
export type CommentId = z.infer<typeof CommentId>;
export type VerdictId = z.infer<typeof VerdictId>;
export type SuggestionId = z.infer<typeof SuggestionId>;
export type TokenId = z.infer<typeof TokenId>;
export type ProposalId = z.infer<typeof ProposalId>;
export type EventId = z.infer<typeof EventId>;
export type NotificationId = z.infer<typeof NotificationId>;
export type MigrationId = z.infer<typeof MigrationId>;
export type OpId = z.infer<typeof OpId>;
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export type JobId = z.infer<typeof JobId>;
export type UploadId = z.infer<typeof UploadId>;
export type PermittedUseId = z.infer<typeof PermittedUseId>;
