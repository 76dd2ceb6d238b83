import { z } from "zod";
import type { Refusal } from "@/domain/failure";
import { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { ReportRow, TagCounts } from "@/domain/report/report";
import { directions } from "@/domain/report/report-values";
import { type Because, reasonsToLook, type Sampling, type Stakes, whySampled } from "@/domain/review/sampling";
import { flags } from "@/domain/review/taking";
import { Origin } from "@/domain/tag/tag";
import { Decision } from "@/domain/verdict";

/** Which of the waiting tags are wanted. */
export const QueueFilters = z.object({
  /** Whose tags. */
  person: UserId.optional(),
  /** claim, place, source, a label, or a kind of relation. */
  kind: z.string().max(80).optional(),
  /** "person", or the engine whose suggestion was taken. */
  origin: Origin.optional(),
  /** Waiting for at least so many days. */
  days: z.coerce.number().int().min(1).max(3650).optional(),
  /** Only check-worthy claims and their links. */
  checkWorthy: z.literal("yes").optional(),
});
export type QueueFilters = z.infer<typeof QueueFilters>;

/** A tag that waits for a decision, as the queue sees it. */
export type WaitingTag = Stakes & {
  id: TagId;
  version: number;
  reportId: ReportId;
  kind: string;
  origin: string;
  /** Who made it first, and who wrote what it says now. */
  author: UserId;
  writer: UserId;
  /** Since when it waits, ISO 8601. */
  at: string;
  /** The tag whose draw it follows: a link follows the claim it starts from. */
  key: TagId;
};

const Counts = z.record(z.string(), z.int().positive());

/** What an analyst submitted and no reviewer has returned or closed. */
export const Submission = z.object({
  userId: UserId,
  name: z.string(),
  at: z.iso.datetime(),
  /** What they say to the reviewer. */
  note: z.string(),
  /** Their tags on the report, whatever was decided on them. */
  tags: z.int(),
});
export type Submission = z.infer<typeof Submission>;

/** A report that waits for a reviewer: tags to decide on, or submitted work to return or close. */
export const QueueRow = z.object({
  reportId: ReportId,
  projectId: ProjectId,
  projectName: z.string(),
  title: z.string(),
  outlet: z.string().optional(),
  language: z.string(),
  direction: z.enum(directions),
  /** -1 low, 0 ordinary, 1 high, 2 urgent. */
  priority: z.int(),
  due: z.iso.date().optional(),
  words: z.int(),
  submitted: z.array(Submission),
  /** All tags of the report that count, whatever the filters. */
  tags: TagCounts,
  toSettle: ReportRow.shape.toSettle,
  /** How many tags wait and fit the filters; with `more`, at least so many. */
  waiting: z.int().nonnegative(),
  more: z.literal(true).optional(),
  /** How many of them this person wrote, where somebody else has to accept them. */
  own: z.int(),
  /** How many of them nobody has to look at, by the project's sampling. */
  unseen: z.int(),
  checkWorthy: z.int(),
  /** Since when the oldest and the newest of them waits; with none, since when the work is submitted. */
  oldest: z.iso.datetime(),
  newest: z.iso.datetime(),
  kinds: Counts,
  origins: Counts,
  people: z.array(z.object({ id: UserId, name: z.string(), waiting: z.int().positive() })),
});
export type QueueRow = z.infer<typeof QueueRow>;

export type Reviewing = { me: UserId; twoPersonRule: boolean; sampling: Sampling };

/** Counts a report's waiting tags in every way a reviewer chooses by. */
export function countWaiting(tags: readonly WaitingTag[], { me, twoPersonRule, sampling }: Reviewing) {
  const times = tags.map(({ at }) => at).toSorted();
  return {
    waiting: tags.length,
    own: twoPersonRule ? tags.filter(({ writer }) => writer === me).length : 0,
    unseen: tags.filter((tag) => !whySampled(tag, sampling)).length,
    checkWorthy: tags.filter(({ checkWorthy, kind }) => checkWorthy && kind === "claim").length,
    oldest: times[0] ?? "",
    newest: times.at(-1) ?? "",
    kinds: tally(tags.map(({ kind }) => kind)),
    origins: tally(tags.map(({ origin }) => origin)),
    people: tally(tags.map(({ author }) => author)),
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b)));
}

/** What a batch may decide: a correction is made tag by tag. */
export const BatchDecision = Decision.exclude(["accept-with-change"]);
export type BatchDecision = z.infer<typeof BatchDecision>;

/** Why a tag is left out of a batch. */
export type LeftOut = Extract<Refusal, "own-work" | "in-sample">;

/**
 * What a batch would decide, and what it leaves out and why, before anything is written. Without a decision: all that
 * waits, to be looked at before one is chosen.
 */
export function sortOut(
  tags: readonly WaitingTag[],
  decision: BatchDecision | undefined,
  { me, twoPersonRule, sampling }: Reviewing,
): { taken: WaitingTag[]; leftOut: Partial<Record<LeftOut, number>>; because: Partial<Record<Because, number>> } {
  const accepting = decision === "accept" || decision === "accept-unseen";
  const taken: WaitingTag[] = [];
  const leftOut: Partial<Record<LeftOut, number>> = {};
  const because: Partial<Record<Because, number>> = {};
  for (const tag of tags) {
    const sampled = decision === "accept-unseen" ? whySampled(tag, sampling) : undefined;
    if (twoPersonRule && accepting && tag.writer === me) leftOut["own-work"] = (leftOut["own-work"] ?? 0) + 1;
    else if (sampled) {
      leftOut["in-sample"] = (leftOut["in-sample"] ?? 0) + 1;
      because[sampled] = (because[sampled] ?? 0) + 1;
    } else taken.push(tag);
  }
  return { taken, leftOut, because };
}

/** The most that one batch decides. */
export const maxBatch = 1000;

/** A question what a batch would decide. */
export const AskBatch = z.strictObject({
  /** Left out: what waits, before a decision is chosen. */
  decision: BatchDecision.optional(),
  filters: QueueFilters.default({}),
  /** Only this report's tags. */
  reportId: ReportId.optional(),
});
export type AskBatch = z.infer<typeof AskBatch>;

export const BatchPreview = z.object({
  /** The tags at the versions that were counted: those that are wanted are to be sent back. At most 1,000. */
  tags: z.array(
    z.object({
      id: TagId,
      version: z.int().positive(),
      reportId: ReportId,
      kind: z.string(),
      /** Those of a link are the words of its claim. */
      words: z.string(),
      /** The same for tags that say the same. */
      content: z.string(),
      /** Why it should be looked at first. */
      flags: z.array(z.enum(flags)),
    }),
  ),
  /** Whether the project leaves some of these tags out of the sample. */
  samples: z.boolean(),
  reports: z.int(),
  kinds: Counts,
  leftOut: z.partialRecord(z.enum(["own-work", "in-sample"]), z.int().positive()),
  /** Why those in the sample have to be looked at. */
  because: z.partialRecord(z.enum(reasonsToLook), z.int().positive()),
  /** There is more than one batch takes. */
  more: z.boolean(),
});
export type BatchPreview = z.infer<typeof BatchPreview>;
