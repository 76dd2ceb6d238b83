import { z } from "zod";
import { Problem } from "@/domain/problem";
import { Tag } from "@/domain/tag/tag";
import { Verdict } from "@/domain/verdict";

/** What became of each of many decisions, in their order. */
export const DecidedEach = z.object({
  results: z.array(
    z.discriminatedUnion("status", [
      z.object({ status: z.literal("ok"), verdict: Verdict, tag: Tag }),
      z.object({ status: z.literal("refused"), problem: Problem }),
    ]),
  ),
});
