import { z } from "zod";
import { TagId } from "@/domain/ids";
import { Relation } from "@/domain/tag/tag";
import { Decide, Verdict } from "@/domain/verdict";
import { route } from "@/server/http/route";
import { decideOnTag } from "@/server/operations/decide-tags";

export const POST = route(
  {
    summary: "Decide on a given version of a link (relation)",
    params: z.object({ relationId: TagId }),
    body: Decide,
    answers: z.object({ verdict: Verdict, tag: Relation }),
    status: 201,
  },
  (actor, { params, body }) => decideOnTag(actor, { id: params.relationId, type: "relation" }, body),
);
