import { z } from "zod";
import { Tag, TagVersion } from "@/domain/tag/tag";
import { Verdict } from "@/domain/verdict";

/** What became of a tag that somebody made: what they said first, what stands now, and what was decided between. */
export const Outcome = z.object({
  tag: Tag,
  first: TagVersion,
  /** In blind projects the final tag that was made from this one. */
  final: Tag.optional(),
  verdicts: z.array(Verdict),
});
export type Outcome = z.infer<typeof Outcome>;
