import { z } from "zod";
import { ProjectAgreement } from "@/domain/agreement/project/answer";
import { AskedAgreement } from "@/domain/agreement/project/asked";
import { agreementCsv } from "@/domain/agreement/project/table";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { attachment } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { readAgreement } from "@/server/operations/read-agreement";

export const GET = route(
  {
    summary: "Get agreement figures with coverage and intervals; format=csv for a table",
    params: z.object({ projectId: ProjectId }),
    query: AskedAgreement,
    answers: ProjectAgreement,
    gives: "text/csv",
  },
  async (actor, { params, query }) => {
    const agreement = await readAgreement(actor, params.projectId, query);
    if (!agreement.ok || query.format === "json") return agreement;
    const table = new TextEncoder().encode([...agreementCsv(agreement.value)].join(""));
    return ok(attachment(table, { fileName: "agreement.csv", mediaType: "text/csv; charset=utf-8" }));
  },
);
