import { z } from "zod";
import { Assignment } from "@/domain/assignment/assignment";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listAssignments } from "@/server/operations/list-assignments";

export const GET = route(
  {
    summary: "Who works on a report, and how far they are; a blind analyst sees their own work only",
    params: z.object({ reportId: ReportId }),
    answers: z.object({ items: z.array(Assignment) }),
  },
  (actor, { params: { reportId } }) => listAssignments(actor, reportId),
);
