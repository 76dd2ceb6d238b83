import { z } from "zod";
import { Assignment, AssignmentState, PutAssignment } from "@/domain/assignment/assignment";
import { ReportId, UserId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { putAssignment, removeAssignment } from "@/server/operations/assign";
import { readAssignment } from "@/server/operations/list-assignments";

const params = z.object({ reportId: ReportId, userId: UserId });

export const GET = route(
  { summary: "Get one person's work on a report", params, answers: Assignment },
  (actor, { params }) => readAssignment(actor, params),
);

export const PUT = route(
  {
    summary: "Assign a report; start, submit, review, return or close the work on it; or hand it over",
    params,
    body: PutAssignment,
    answers: Assignment,
  },
  (actor, { params, body }) => putAssignment(actor, params, body),
);

export const DELETE = route(
  {
    summary: "Unassign a report; the person's tags stay",
    params,
    /** The state the work was seen in: taken only if it still is. */
    query: z.object({ seen: AssignmentState.optional() }),
  },
  (actor, { params, query }) => removeAssignment(actor, params, query.seen),
);
