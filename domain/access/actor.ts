import type { TokenId, UserId, WorkspaceId } from "@/domain/ids";
import type { ProjectRole, WorkspaceRole } from "@/domain/project/project";

/** What a bearer token may be used for; a browser sign-in may everything its person may. */
export const scopes = ["read", "write", "export", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** Who asks, in which workspace. The workspace comes from the sign-in or token, never from the request. */
export type Actor = {
  userId: UserId;
  workspaceId: WorkspaceId;
  email: string;
  name: string;
  workspaceRole: WorkspaceRole;
  scopes: readonly Scope[];
  /** What they came with: a browser's sign-in or a token of the API, which may have an end. */
  via: { session: string } | { token: TokenId; expiresAt?: Date | undefined };
};

/** This person's standing in one project; an admin who is no member has the role of editor. */
export type Standing = {
  role: ProjectRole;
  mode: "shared" | "independent";
  /** The project is archived: nothing in it changes. */
  archived?: boolean | undefined;
};

/** Undefined for somebody to whom the project does not exist. */
export const roleIn = (workspaceRole: WorkspaceRole, member: ProjectRole | undefined): ProjectRole | undefined =>
  member ?? (workspaceRole === "admin" ? "editor" : undefined);
