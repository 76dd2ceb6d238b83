import { z } from "zod";
import { WithdrawQuery } from "@/domain/api/withdraw-query";
import { ReportId, TagId } from "@/domain/ids";
import { Annotation, PutAnnotation } from "@/domain/tag/tag";
import { route } from "@/server/http/route";
import { withdrawalOf } from "@/server/http/withdrawal";
import { changeTag } from "@/server/operations/change-tags";

const params = z.object({ reportId: ReportId, annotationId: TagId });

export const PUT = route(
  { summary: "Create, change or restore an annotation", params, body: PutAnnotation, answers: Annotation },
  (actor, { params: { reportId, annotationId: id }, body }) =>
    changeTag(actor, reportId, { ok: true, value: { deed: "put-annotation", id, body } }),
);

export const DELETE = route(
  {
    summary: "Withdraw an annotation and its links",
    params,
    query: WithdrawQuery,
    answers: Annotation,
  },
  (actor, { params: { reportId, annotationId: id }, query, ifMatch }) =>
    changeTag(actor, reportId, withdrawalOf({ id, type: "annotation" }, query, ifMatch)),
);
