import { z } from "zod";
import { WithdrawQuery } from "@/domain/api/withdraw-query";
import { ReportId, TagId } from "@/domain/ids";
import { PutRelation, Relation } from "@/domain/tag/tag";
import { route } from "@/server/http/route";
import { withdrawalOf } from "@/server/http/withdrawal";
import { changeTag } from "@/server/operations/change-tags";

const params = z.object({ reportId: ReportId, relationId: TagId });

export const PUT = route(
  { summary: "Create, change or restore a link (relation)", params, body: PutRelation, answers: Relation },
  (actor, { params: { reportId, relationId: id }, body }) =>
    changeTag(actor, reportId, { ok: true, value: { deed: "put-relation", id, body } }),
);

export const DELETE = route(
  { summary: "Withdraw a link (relation)", params, query: WithdrawQuery, answers: Relation },
  (actor, { params: { reportId, relationId: id }, query, ifMatch }) =>
    changeTag(actor, reportId, withdrawalOf({ id, type: "relation" }, query, ifMatch)),
);
