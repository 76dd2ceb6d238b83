import { z } from "zod";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { TaggedHits, TagHits } from "@/domain/search/tag-hits";
import { refused } from "@/server/http/each";
import { route } from "@/server/http/route";
import { tagHits } from "@/server/operations/tag-hits";

export const POST = route(
  {
    summary: "Tag up to 200 hits of a concordance; requests with the same opId are one change, which can be undone",
    params: z.object({ projectId: ProjectId }),
    body: TagHits,
    answers: TaggedHits,
  },
  async (actor, { params: { projectId }, body }) => {
    const answer = await tagHits(actor, projectId, body);
    if (!answer.ok) return answer;
    const { refused: failed, ...counts } = answer.value;
    const reasons = failed.map(({ failure, ...rest }) => ({ ...rest, reason: refused(failure).problem.detail }));
    return ok({ ...counts, refused: reasons });
  },
);
