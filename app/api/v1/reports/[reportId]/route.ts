import { z } from "zod";
import { Thread } from "@/domain/discussion/thread";
import { Entity } from "@/domain/entity/entity";
import { Erasing, Tombstone } from "@/domain/erasing/tombstone";
import { ReportId } from "@/domain/ids";
import { Block, ChangeReport, Report, ReportRow } from "@/domain/report/report";
import { Annotation, Relation } from "@/domain/tag/tag";
import { jsonText } from "@/server/http/json-text";
import { route } from "@/server/http/route";
import { changeReport } from "@/server/operations/change-report";
import { deleteReport } from "@/server/operations/erase";
import { readWholeReport } from "@/server/operations/read-report";

const params = z.object({ reportId: ReportId });

export const GET = route(
  {
    summary: "Get a report: its text and everything on it that you may see",
    params,
    answers: Report.extend({
      blocks: z.array(Block),
      annotations: z.array(Annotation),
      relations: z.array(Relation),
      /** Those that the tags name. */
      entities: z.array(Entity),
      threads: z.array(Thread),
    }),
  },
  async (actor, { params: { reportId } }) => jsonText(await readWholeReport(actor, reportId)),
);

export const PATCH = route(
  {
    summary: "Change a report's details, or its plan: priority, due date, embargo",
    params,
    body: ChangeReport,
    answers: ReportRow,
  },
  (actor, { params: { reportId }, body }) => changeReport(actor, reportId, body),
);

export const DELETE = route(
  {
    summary: "Delete a report and everything on it; to delete accepted tags, give their exact number",
    params,
    body: Erasing,
    answers: Tombstone,
  },
  (actor, { params: { reportId }, body }) => deleteReport(actor, reportId, body),
);
