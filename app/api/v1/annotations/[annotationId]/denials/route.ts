import { z } from "zod";
import { ClaimDenials } from "@/domain/event/claim-denials";
import { TagId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readDenials } from "@/server/operations/read-denials";

export const GET = route(
  {
    summary: "Read what a claim denies and which claims deny it, in the events that it is part of",
    params: z.object({ annotationId: TagId }),
    answers: ClaimDenials,
  },
  (actor, { params }) => readDenials(actor, params.annotationId),
);
