import { z } from "zod";
import { StartJob } from "@/domain/api/start-job";
import { ProjectId } from "@/domain/ids";
import { Job } from "@/domain/job/job";
import { route } from "@/server/http/route";
import { listJobs } from "@/server/operations/jobs";
import { JobCursor } from "@/server/operations/page-cursor";
import { startJob } from "@/server/operations/start-job";
import { limitOf, pageOf } from "@/server/page";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's jobs, newest first",
    params,
    query: z.object({ cursor: JobCursor.optional(), limit: limitOf(200, 50) }),
    answers: pageOf(Job),
  },
  (actor, { params: { projectId }, query: { cursor, limit } }) => listJobs(actor, { projectId, after: cursor, limit }),
);

export const POST = route(
  {
    summary: "Start a job: it goes on without the request, and can be looked at and cancelled",
    params,
    body: StartJob,
    answers: Job,
    status: 202,
  },
  (actor, { params: { projectId }, body }) => startJob(actor, projectId, body),
);
