import { z } from "zod";
import { NamedEntry } from "@/domain/history/entry";
import { Tag, TagVersion } from "@/domain/tag/tag";
import { Verdict } from "@/domain/verdict";

/** A tag with all that was ever said in it, the decisions that stand, and its latest history entries. */
export const TagStory = z.object({
  tag: Tag,
  versions: z.array(TagVersion),
  verdicts: z.array(Verdict),
  entries: z.array(NamedEntry),
});
export type TagStory = z.infer<typeof TagStory>;
