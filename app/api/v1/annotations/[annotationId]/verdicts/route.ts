import { z } from "zod";
import { TagId } from "@/domain/ids";
import { Annotation } from "@/domain/tag/tag";
import { Decide, Verdict } from "@/domain/verdict";
import { route } from "@/server/http/route";
import { decideOnTag } from "@/server/operations/decide-tags";

export const POST = route(
  {
    summary: "Decide on a given version of an annotation",
    params: z.object({ annotationId: TagId }),
    body: Decide,
    answers: z.object({ verdict: Verdict, tag: Annotation }),
    status: 201,
  },
  (actor, { params, body }) => decideOnTag(actor, { id: params.annotationId, type: "annotation" }, body),
);
