import { z } from "zod";
import { Entry } from "@/domain/history/entry";
import { ReportId } from "@/domain/ids";

/** What a stream says of a history entry: ids only. Who reads reports without working on them is not told who did it. */
export const LiveEntry = Entry;
export type LiveEntry = z.infer<typeof LiveEntry>;

/**
 * Why a stream ends that its reader did not close: what they may see changed, they have too many, the database is away,
 * the server ends.
 */
export const endings = ["rights", "crowded", "away", "shutdown"] as const;

/** Everything a stream says, by the name of the event. */
export const liveEvents = {
  /** First of all. `resumed` is false where nothing is known of what happened before: then ask for everything. */
  ready: z.object({ resumed: z.boolean() }),
  entry: LiveEntry,
  /** Who is present on this report, as far as the reader of the stream may know it, has changed. */
  presence: z.object({ reportId: ReportId }),
  /** How many lines of the own inbox are unread, at most 100. */
  inbox: z.object({ unread: z.int().nonnegative() }),
  /** Nothing happened; so that both ends know that the other is there, and where they are. */
  beat: z.object({}),
  ended: z.object({ reason: z.enum(endings) }),
} as const;
export type LiveEvents = { [Name in keyof typeof liveEvents]: z.infer<(typeof liveEvents)[Name]> };
export type Ending = LiveEvents["ended"]["reason"];
