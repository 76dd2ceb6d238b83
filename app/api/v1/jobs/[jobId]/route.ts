import { z } from "zod";
import { JobId } from "@/domain/ids";
import { Job } from "@/domain/job/job";
import { route } from "@/server/http/route";
import { cancelJob, readJob } from "@/server/operations/jobs";

const params = z.object({ jobId: JobId });

export const GET = route(
  { summary: "Read how far a job is, and what came of it", params, answers: Job },
  (actor, { params: { jobId } }) => readJob(actor, jobId),
);

export const DELETE = route(
  { summary: "Cancel a job; what it kept until then stays", params, answers: Job },
  (actor, { params: { jobId } }) => cancelJob(actor, jobId),
);
