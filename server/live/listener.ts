import "server-only";
import { type Actor, roleIn, type Standing } from "@/domain/access/actor";
import type { ProjectId, ReportId } from "@/domain/ids";
import { toldTo } from "@/domain/live/audience";
import type { Ending, LiveEvents } from "@/domain/live/live-event";
import { isAfter, type Position } from "@/domain/live/position";
import type { Fed } from "@/server/data/live/feed";
import type { Rights } from "@/server/data/live/rights";

/** Somebody who reads the stream. Whatever it is told has to go through here. */
export type Listener = {
  readonly actor: Actor;
  readonly rights: Rights;
  /** Only what concerns this report. */
  readonly reportId: ReportId | undefined;
  /** What it has been told of the history, or what was not for it. */
  position: Position;
  /** What it was last told otherwise. */
  unread: number | undefined;
  readonly present: Map<ReportId, string>;
  /** When it last heard anything, in milliseconds. */
  heardAt: number;
  /** Bytes that wait to be fetched. */
  waiting: () => number;
  say: <Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]) => void;
  /** Too much waits: it reads the history at its own pace until it is level again. */
  fallBehind: () => void;
  end: (reason: Ending) => void;
};

export function standingOf(listener: Listener, projectId: ProjectId, mode: Standing["mode"]): Standing | undefined {
  const role = roleIn(listener.rights.workspaceRole, listener.rights.roles.get(projectId));
  return role && { role, mode };
}

/** Tells a listener what is new to it and for it, and moves it behind everything that was looked at. */
export function tell(listener: Listener, { entries, until }: Fed): void {
  const { actor, reportId } = listener;
  for (const each of entries) {
    if (!isAfter(each.at, listener.position)) continue;
    listener.position = each.at;
    const { projectId } = each.entry;
    if (reportId !== undefined && each.entry.reportId !== reportId) continue;
    const standing = projectId && standingOf(listener, projectId, each.mode);
    const told = toldTo(actor.userId, standing, each);
    if (told) listener.say("entry", told);
  }
  if (isAfter(until, listener.position)) listener.position = until;
}

/** Whether what somebody may is still what it was when their stream began. */
export const sameRights = (a: Rights, b: Rights): boolean =>
  a.workspaceRole === b.workspaceRole &&
  a.roles.size === b.roles.size &&
  [...a.roles].every(([project, role]) => b.roles.get(project) === role);
