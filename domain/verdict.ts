import { z } from "zod";
import { OpId, TagId, UserId, VerdictId } from "@/domain/ids";
import { SeenVerdict } from "@/domain/seen-verdict";

/** `accept-unseen`: taken over without a look, because the project's sampling did not draw it. */
export const decisions = ["accept", "accept-with-change", "accept-unseen", "return", "reject"] as const;
export const Decision = z.enum(decisions);
export type Decision = z.infer<typeof Decision>;

export const isAccepting = (decision: Decision): boolean => decision.startsWith("accept");

const Reason = z.string().trim().max(2000).default("");
const needsReason = { path: ["reason"], error: "Say why: the analyst will read it." };
const hasReason = ({ decision, reason }: { decision: Decision; reason: string }) =>
  isAccepting(decision) || reason !== "";

/**
 * A reviewer's decision on the version they have seen. A colleague's other verdict is overruled only where it is named
 * in `seen`: left out, none was seen. `change` holds what is to be different, as fields of a put
 * body: with accept-with-change it is written, with return it is a wish that the analyst may take.
 */
export const Decide = z
  .strictObject({
    decision: Decision.exclude(["accept-unseen"]),
    version: z.int().positive(),
    reason: Reason,
    change: z.record(z.string(), z.unknown()).optional(),
    seen: SeenVerdict.optional(),
    opId: OpId.optional(),
  })
  .refine(hasReason, needsReason)
  .refine(({ decision, change }) => decision !== "accept-with-change" || change !== undefined, {
    path: ["change"],
    error: "Say what is to be different.",
  })
  .refine(
    ({ decision, change }) => change === undefined || decision === "accept-with-change" || decision === "return",
    {
      path: ["change"],
      error: "A change goes with accept-with-change or, as a wish, with return.",
    },
  );
/** Any decision that is kept, `accept-unseen` too. */
export type Decide = Omit<z.infer<typeof Decide>, "decision"> & { decision: Decision };

const Seen = z.strictObject({
  id: TagId,
  version: z.int().positive(),
  seen: SeenVerdict.optional(),
  opId: OpId.optional(),
});

const alike = z.strictObject({ reason: Reason, tags: z.array(Seen).min(1).max(10_000) });

/** One decision on many tags, each at the version that was seen; a correction is made tag by tag. */
export const DecideAlike = alike
  .extend({ decision: Decision.exclude(["accept-with-change"]) })
  .refine(hasReason, needsReason);
export type DecideAlike = z.infer<typeof DecideAlike>;

/** The same by somebody who has looked: "accept the rest" of a report. */
export const DecideRest = alike
  .extend({ decision: Decision.exclude(["accept-with-change", "accept-unseen"]) })
  .refine(hasReason, needsReason);
export type DecideRest = z.infer<typeof DecideRest>;

/** Several decisions that travel together, such as those on one claim and its links; each is answered for itself. */
export const DecideEach = z.strictObject({
  decisions: z
    .array(
      Seen.extend({ decision: Decision.exclude(["accept-with-change", "accept-unseen"]), reason: Reason }).refine(
        hasReason,
        needsReason,
      ),
    )
    .min(1)
    .max(1000),
});
export type DecideEach = z.infer<typeof DecideEach>;

export const Verdict = z.object({
  id: VerdictId,
  tagId: TagId,
  /** The version the decision was made on; with accept-with-change, `resultVersion` is the reviewer's. */
  version: z.int().positive(),
  resultVersion: z.int().positive().optional(),
  decision: Decision,
  reason: z.string(),
  /** What the reviewer would rather have, as a put body of the tag. */
  wish: z.record(z.string(), z.unknown()).optional(),
  by: UserId,
  at: z.iso.datetime(),
});
export type Verdict = z.infer<typeof Verdict>;
