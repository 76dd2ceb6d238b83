import type { Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { maySeeLayer } from "@/domain/access/policy";
import type { Deed, Entry } from "@/domain/history/entry";
import type { UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

/** A history entry, with what decides about who may be told of it. */
export type ToldEntry = {
  entry: Entry;
  layer: Layer | undefined;
  layersOpen: boolean;
  /** Whether the tag it is about is accepted, or was: then readers know it. */
  everAccepted: boolean;
};

/** What readers see change in a report. */
const ofReports: ReadonlySet<Deed> = new Set([
  "imported-report",
  "changed-report",
  "triaged-report",
  "closed-report",
  "reopened-report",
  "archived-report",
  "unarchived-report",
  "deleted-report",
]);

/** What this person is told of an entry in a project where they have this standing; undefined for nothing at all. */
export function toldTo(
  userId: UserId,
  standing: Standing | undefined,
  { entry, layer, layersOpen, everAccepted }: ToldEntry,
): LiveEntry | undefined {
  if (!standing || entry.projectId === undefined) return undefined;
  if (layer !== undefined && !maySeeLayer(userId, standing, layer, layersOpen)) return undefined;
  if (standing.role !== "reader") return entry;
  const known = entry.tagId === undefined ? ofReports.has(entry.did) : everAccepted && !("threadId" in entry.refs);
  if (!known) return undefined;
  const { by: _by, ...rest } = entry;
  return { ...rest, refs: {} };
}
