import "server-only";
import { maySeePresent } from "@/domain/access/policy";
import type { ReportId, WorkspaceId } from "@/domain/ids";
import type { Ending } from "@/domain/live/live-event";
import { isAfter, type Position } from "@/domain/live/position";
import { unreadOf } from "@/server/data/inbox";
import { feedAfter } from "@/server/data/live/feed";
import { type Present, presentIn } from "@/server/data/live/presences";
import { rightsOf } from "@/server/data/live/rights";
import { sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import { type Listener, sameRights, standingOf, tell } from "@/server/live/listener";
import { log, wordsOf } from "@/server/log";

/** Milliseconds. Two people see each other's changes within two seconds; the rest is time to fetch them. */
const every = { round: 500, presence: 500, rights: 5_000, unread: 10_000, beat: 15_000 };
/** Entries of one workspace that are read at a time. */
export const pageOfEntries = 500;
/** Bytes that may wait for a listener before it has to fetch the history at its own pace. */
const mostWaiting = 256 * 1024;
/** Streams of one person; a browser has one. */
const mostStreams = 20;

type Hub = {
  /** Counts a listener; one more than a person may have ends their oldest. False when the process is ending. */
  open: (listener: Listener) => boolean;
  /** Takes a listener that knows the history up to about now; it is told the rest as it happens. */
  join: (listener: Listener) => void;
  close: (listener: Listener) => void;
  endAll: (reason: Ending) => void;
};

declare global {
  var glossatorHub: Hub | undefined;
}

/** The one poller of this process, kept across the bundles that Next makes of us. Nobody listening, nothing asked. */
export function hub(): Hub {
  globalThis.glossatorHub ??= makeHub();
  return globalThis.glossatorHub;
}

function makeHub(): Hub {
  const opened = new Set<Listener>();
  const level = new Set<Listener>();
  const due = { presence: 0, rights: 0, unread: 0 };
  let running = false;
  let ending = false;

  const isDue = (what: keyof typeof due, now: number) => {
    if (now < due[what]) return false;
    due[what] = now + every[what];
    return true;
  };
  const end = (listener: Listener, reason: Ending) => {
    opened.delete(listener);
    level.delete(listener);
    listener.end(reason);
  };

  async function run() {
    running = true;
    while (level.size > 0) {
      const more = await round().catch(troubled);
      if (!more) await new Promise((resolve) => setTimeout(resolve, every.round).unref());
    }
    running = false;
  }

  /** True when there is more to read at once. */
  async function round(): Promise<boolean> {
    const now = Date.now();
    const present = [...level];
    const fed = await feedAfter(sql, positionsOf(present), pageOfEntries);
    const stirred = [...fed.values()].some(({ entries }) => entries.length > 0);
    // Rights are asked after the entries were read, so that nothing is told to whom had lost them by then.
    if (isDue("rights", now) || stirred) for (const listener of await unentitled(present)) end(listener, "rights");
    for (const listener of present.filter(isLevel)) {
      const news = fed.get(listener.actor.workspaceId);
      if (news) tell(listener, news);
      if (listener.waiting() > mostWaiting && level.delete(listener)) listener.fallBehind();
    }
    if (isDue("presence", now)) await tellPresence(present.filter(isLevel));
    if (isDue("unread", now) || stirred || present.some(({ unread }) => unread === undefined)) {
      await tellUnread(present.filter(isLevel));
    }
    for (const listener of present.filter(isLevel)) {
      if (listener.heardAt + every.beat < now) listener.say("beat", {});
    }
    return [...fed.values()].some(({ full }) => full);
  }

  const isLevel = (listener: Listener) => level.has(listener);

  return {
    open(listener) {
      if (ending) return false;
      const own = [...opened].filter(({ actor }) => actor.userId === listener.actor.userId);
      const [oldest] = own;
      if (oldest && own.length >= mostStreams) end(oldest, "crowded");
      opened.add(listener);
      return true;
    },
    join(listener) {
      if (!opened.has(listener)) return;
      level.add(listener);
      if (!running) void run();
    },
    close(listener) {
      opened.delete(listener);
      level.delete(listener);
    },
    endAll(reason) {
      ending = reason === "shutdown";
      for (const listener of opened) end(listener, reason);
    },
  };
}

/** Those whose rights are no longer what they were when they began to listen. */
async function unentitled(listeners: readonly Listener[]): Promise<Listener[]> {
  const rights = await rightsOf(
    sql,
    listeners.map(({ actor }) => actor),
  );
  return listeners.filter((listener, index) => {
    const current = rights[index];
    return !current || !sameRights(current, listener.rights);
  });
}

/** The earliest position in each workspace that somebody waits at. */
function positionsOf(listeners: readonly Listener[]): Map<WorkspaceId, Position> {
  const earliest = new Map<WorkspaceId, Position>();
  for (const { actor, position } of listeners) {
    const other = earliest.get(actor.workspaceId);
    if (!other || isAfter(other, position)) earliest.set(actor.workspaceId, position);
  }
  return earliest;
}

const workspacesOf = (listeners: readonly Listener[]) => [...new Set(listeners.map(({ actor }) => actor.workspaceId))];

/** Tells those who have a report open themselves, or follow it alone, that somebody came or went. */
async function tellPresence(listeners: readonly Listener[]): Promise<void> {
  if (listeners.length === 0) return;
  const everywhere = new Map<ReportId, Present[]>();
  for (const each of await presentIn(sql, workspacesOf(listeners))) {
    everywhere.set(each.reportId, [...(everywhere.get(each.reportId) ?? []), each]);
  }
  for (const listener of listeners) {
    const reports = new Map<ReportId, string>();
    for (const [reportId, people] of everywhere) {
      const here = people.some(({ userId }) => userId === listener.actor.userId) || listener.reportId === reportId;
      if (here) reports.set(reportId, seenBy(listener, people));
    }
    for (const reportId of listener.present.keys()) if (!reports.has(reportId)) reports.set(reportId, "");
    for (const [reportId, colleagues] of reports) {
      if ((listener.present.get(reportId) ?? "") === colleagues) continue;
      if (colleagues === "") listener.present.delete(reportId);
      else listener.present.set(reportId, colleagues);
      listener.say("presence", { reportId });
    }
  }
}

/** The colleagues on a report that this listener may know of, as one text that changes when they do. */
function seenBy(listener: Listener, people: readonly Present[]): string {
  const { actor } = listener;
  const seen = people.filter(({ workspaceId, projectId, mode, userId: colleague, layersOpen }) => {
    const standing = workspaceId === actor.workspaceId && standingOf(listener, projectId, mode);
    return standing && colleague !== actor.userId && maySeePresent(actor.userId, standing, { colleague, layersOpen });
  });
  return seen.map(({ userId }) => userId).join(" ");
}

async function tellUnread(listeners: readonly Listener[]): Promise<void> {
  if (listeners.length === 0) return;
  const counts = await unreadOf(
    sql,
    listeners.map(({ actor }) => actor),
  );
  for (const [index, listener] of listeners.entries()) {
    const unread = counts[index] ?? 0;
    if (listener.unread === unread) continue;
    listener.unread = unread;
    listener.say("inbox", { unread });
  }
}

/** A database that is away for a moment is no news: the streams wait for it, and it is asked again. */
function troubled(error: unknown): false {
  if (!outageMet(error)) log({ level: "error", what: "stream", ...wordsOf(error) });
  return false;
}
