import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { ProposalId } from "@/domain/ids";

/** An entity with how many tags lead to it, at most a thousand. */
const Used = z.object({ entity: Entity, uses: z.int().nonnegative() });

/** Two entities of one name and kind that may be one, and which of them would go on standing for both. */
export const MergeProposal = z.object({ id: ProposalId, keep: Used, merge: Used });
export type MergeProposal = z.infer<typeof MergeProposal>;

export const PutProposal = z.strictObject({
  /** Whether the two were looked at and are not one; it is not proposed again. */
  dismissed: z.boolean(),
});
