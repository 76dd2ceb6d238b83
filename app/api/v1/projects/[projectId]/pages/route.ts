import { z } from "zod";
import { PutPage } from "@/domain/feed/feed";
import { ProjectId } from "@/domain/ids";
import { ImportResult } from "@/domain/report/import-outcome";
import { route } from "@/server/http/route";
import { importPage } from "@/server/import/page";

export const POST = route(
  {
    summary: "Import a web page as a browser saw it: its address and its HTML",
    params: z.object({ projectId: ProjectId }),
    body: PutPage,
    limit: 8 * 1024 * 1024,
    status: 201,
    answers: ImportResult,
  },
  (actor, { params: { projectId }, body }) => importPage(actor, projectId, body),
);
