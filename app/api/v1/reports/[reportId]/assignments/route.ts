import { z } from "zod";
import { Assignment } from "@/domain/assignment/assignment";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listAssignments } from "@/server/operations/list-assignments";

export const GET = route(
  {
    summary: "List who works on a report and their progress; a blind analyst sees only their own work",
    params: z.object({ reportId: ReportId }),
    answers: z.object({ items: z.array(Assignment) }),
  },
  (actor, { params: { reportId } }) => listAssignments(actor, reportId),
);
