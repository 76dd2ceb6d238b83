import { z } from "zod";
import { ProjectId, ReportId, TagId, ThreadId, UserId } from "@/domain/ids";

/** The query of a project's dashboard. People are only told apart on request. */
export const AskedDashboard = z.object({
  /** Whole weeks back from now. */
  weeks: z.coerce.number().int().min(1).max(104).default(12),
  people: z
    .enum(["0", "1", "true", "false"])
    .default("0")
    .transform((people) => people === "1" || people === "true"),
  /** Days without a change after which something is stuck. */
  stuckAfter: z.coerce.number().int().min(1).max(365).default(7),
});
export type AskedDashboard = z.infer<typeof AskedDashboard>;

/** What was done in a week; weeks begin on Monday, in UTC. */
const Week = z.object({
  week: z.iso.date(),
  imported: z.int(),
  tagged: z.int(),
  decided: z.int(),
  handedIn: z.int(),
  closed: z.int(),
  /** Hours from the words that were decided on, or their hand-in, to the decision; null in a week without one. */
  waited: z.object({ median: z.number(), p90: z.number(), n: z.int() }).nullable(),
});

/** What became of tags that somebody else decided on. */
const Outcomes = z.object({
  decided: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  returned: z.int(),
  rejected: z.int(),
  /** Accepted as they were, of all decided; with the 95 % interval after Wilson. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const stuckThings = ["waiting-tags", "returned-tags", "idle-work", "open-thread"] as const;

const Stuck = z.object({
  what: z.enum(stuckThings),
  reportId: ReportId,
  title: z.string(),
  /** Since when nothing has happened. */
  since: z.iso.datetime(),
  count: z.int(),
  tagId: TagId.optional(),
  threadId: ThreadId.optional(),
  /** Whose work it is. */
  userId: UserId.optional(),
  name: z.string().optional(),
});
export type Stuck = z.infer<typeof Stuck>;

/** How work goes in a project. No ranking of people: they come by name, and only when they are asked for. */
export const Dashboard = z.object({
  projectId: ProjectId,
  from: z.iso.date(),
  weeks: z.array(Week),
  waited: z.object({ median: z.number(), p90: z.number(), n: z.int() }).nullable(),
  byKind: z.array(z.object({ kind: z.string(), name: z.string(), ...Outcomes.shape })),
  byOrigin: z.array(z.object({ origin: z.string(), ...Outcomes.shape })),
  byPerson: z.array(z.object({ userId: UserId, name: z.string(), ...Outcomes.shape })).optional(),
  /** Labels that reviewers changed into others, most often first, with one tag to look at. */
  relabelled: z.array(z.object({ from: z.string(), to: z.string(), count: z.int(), reportId: ReportId, tagId: TagId })),
  stuck: z.array(Stuck),
  /** What was left out because there is too much of it, in plain words. */
  capped: z.array(z.string()),
});
export type Dashboard = z.infer<typeof Dashboard>;
