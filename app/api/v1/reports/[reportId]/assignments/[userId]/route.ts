import { z } from "zod";
import { Assignment, AssignmentState, PutAssignment } from "@/domain/assignment/assignment";
import { ReportId, UserId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { putAssignment, removeAssignment } from "@/server/operations/assign";
import { readAssignment } from "@/server/operations/list-assignments";

const params = z.object({ reportId: ReportId, userId: UserId });

export const GET = route(
  { summary: "One person's work on a report", params, answers: Assignment },
  (actor, { params }) => readAssignment(actor, params),
);

export const PUT = route(
  {
    summary: "Assign a report, begin, submit, review, return or close the work on it, or hand it over",
    params,
    body: PutAssignment,
    answers: Assignment,
  },
  (actor, { params, body }) => putAssignment(actor, params, body),
);

export const DELETE = route(
  {
    summary: "Take a report from somebody; what they tagged stays",
    params,
    /** The state the work was seen in: taken only if it still is. */
    query: z.object({ seen: AssignmentState.optional() }),
  },
  (actor, { params, query }) => removeAssignment(actor, params, query.seen),
);
