import { z } from "zod";
import { feedKinds, feedPaces, feedTakes, itemOutcomes } from "@/domain/feed/feed-values";
import { FeedId, JobId, ProjectId, ReportId, UserId } from "@/domain/ids";

const name = z.string().trim().min(1).max(200);
const everyMinutes = z.literal(feedPaces);

/** Of a web feed its address; of a folder or mailbox file its path on the server. */
const address = z.string().trim().min(1).max(2000);

/** What somebody sends to have a project fed. */
export const PutFeed = z
  .strictObject({
    kind: z.enum(feedKinds),
    name,
    address,
    take: z.enum(feedTakes).default("item"),
    everyMinutes: everyMinutes.default(60),
    /** The outlet of what comes in. */
    outlet: z.string().trim().min(1).max(300).optional(),
  })
  .refine(({ kind, address: at }) => kind !== "rss" || isWebAddress(at), {
    path: ["address"],
    error: "An address that begins with http:// or https://, without a password in it.",
  });
export type PutFeed = z.infer<typeof PutFeed>;

function isWebAddress(at: string): boolean {
  if (!URL.canParse(at)) return false;
  const { protocol, username, password } = new URL(at);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

export const ChangeFeed = z.strictObject({
  name: name.optional(),
  everyMinutes: everyMinutes.optional(),
  paused: z.boolean().optional(),
});
export type ChangeFeed = z.infer<typeof ChangeFeed>;

/** What a run did: how many items it found, and what became of them. */
export const FeedResult = z.object({
  found: z.int().nonnegative(),
  imported: z.int().nonnegative(),
  known: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  /** New items that are left for the next run. */
  left: z.int().nonnegative(),
  /** The source said that nothing has changed since. */
  unchanged: z.boolean().optional(),
});
export type FeedResult = z.infer<typeof FeedResult>;

export const Feed = z.object({
  id: FeedId,
  projectId: ProjectId,
  kind: z.enum(feedKinds),
  name: z.string(),
  address: z.string(),
  take: z.enum(feedTakes),
  everyMinutes: z.int().positive(),
  outlet: z.string().optional(),
  paused: z.boolean(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  /** When it was last read, with what came of it or why nothing did. */
  ranAt: z.iso.datetime().optional(),
  result: FeedResult.optional(),
  error: z.string().optional(),
  /** Undefined while it is paused. */
  nextAt: z.iso.datetime().optional(),
  /** The run that is under way. */
  jobId: JobId.optional(),
});
export type Feed = z.infer<typeof Feed>;

/** One thing that a feed brought, or tried to. */
export const FeedItem = z.object({
  /** What the source calls it: a guid, a link, a path in the folder, a mail's id. */
  key: z.string(),
  title: z.string(),
  /** Where it can be read, if it has an address on the web. */
  address: z.string().optional(),
  outcome: z.enum(itemOutcomes),
  reason: z.string().optional(),
  reportId: ReportId.optional(),
  fetchedAt: z.iso.datetime(),
  changedAt: z.iso.datetime().optional(),
});
export type FeedItem = z.infer<typeof FeedItem>;

/** Where a report came from, when a feed brought it. */
export const FeedOrigin = FeedItem.pick({ key: true, address: true, fetchedAt: true, changedAt: true }).extend({
  feed: z.string(),
});
export type FeedOrigin = z.infer<typeof FeedOrigin>;

/** A page as a browser saw it, sent by a program. */
export const PutPage = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  html: z.string().min(1),
  title: z.string().trim().min(1).max(500).optional(),
  outlet: z.string().trim().min(1).max(300).optional(),
  take: z.enum(["article", "whole"]).default("article"),
});
export type PutPage = z.infer<typeof PutPage>;
