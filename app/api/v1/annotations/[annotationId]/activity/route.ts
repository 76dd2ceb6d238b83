import { z } from "zod";
import { TagId } from "@/domain/ids";
import { ActivityPage, ActivityQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { tagActivity } from "@/server/operations/read-activity";

export const GET = route(
  {
    summary: "List a tag's activity, newest first",
    params: z.object({ annotationId: TagId }),
    query: ActivityQuery,
    answers: ActivityPage,
  },
  (actor, { params, query }) => tagActivity(actor, params.annotationId, query),
);
