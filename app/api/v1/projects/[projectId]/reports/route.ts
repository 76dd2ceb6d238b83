import { z } from "zod";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { ImportResult } from "@/domain/report/import-outcome";
import { ChangeReports, PutReport, PutReports, Report, ReportFilters, ReportRow } from "@/domain/report/report";
import { jsonReport } from "@/server/http/json-text";
import { Answer, route } from "@/server/http/route";
import { importSent } from "@/server/import/sent";
import { UploadForm } from "@/server/import/upload";
import { changeReports } from "@/server/operations/change-report";
import { listReports } from "@/server/operations/list-reports";
import { ReportCursor } from "@/server/operations/page-cursor";
import { suggestForNew } from "@/server/operations/suggest-for-new";
import { limitOf, pageOf } from "@/server/page";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's reports, newest import first unless `sort` says otherwise",
    params,
    query: ReportFilters.extend({ cursor: ReportCursor.optional(), limit: limitOf(200, 50) }),
    answers: pageOf(ReportRow),
  },
  (actor, { params: { projectId }, query: { cursor, limit, ...filters } }) =>
    listReports(actor, { projectId, filters, limit, after: cursor }),
);

export const POST = route(
  {
    summary:
      "Import one report (JSON), several ({reports}), or files (multipart): text, web pages, Word, OpenDocument, RTF, PDF, EPUB, mail, subtitles, tables, ZIP",
    params,
    takes: [
      { mediaType: "application/json", schema: z.union([PutReport, PutReports]) },
      { mediaType: "multipart/form-data", schema: UploadForm },
    ],
    answers: Report,
    status: 201,
    also: {
      status: 200,
      when: "Several were sent: each is answered for itself",
      answers: z.object({ results: z.array(ImportResult) }),
    },
  },
  async (actor, { params: { projectId }, request }) => {
    const done = await importSent(actor, projectId, request);
    if (!done.ok) return done;
    await suggestForNew(actor, projectId);
    const { status, body } = done.value;
    return ok("results" in body ? new Answer(status, body) : jsonReport(body, status));
  },
);

export const PATCH = route(
  {
    summary: "Triage or plan many reports: all of them or none",
    params,
    body: ChangeReports,
    answers: z.object({ items: z.array(ReportRow) }),
  },
  (actor, { params: { projectId }, body }) => changeReports(actor, projectId, body),
);
