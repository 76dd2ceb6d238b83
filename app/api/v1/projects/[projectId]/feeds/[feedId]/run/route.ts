import { z } from "zod";
import { FeedId, ProjectId } from "@/domain/ids";
import { Job } from "@/domain/job/job";
import { route } from "@/server/http/route";
import { runFeed } from "@/server/operations/feeds";

export const POST = route(
  {
    summary: "Read a feed now; answers the job, or the one that is under way",
    params: z.object({ projectId: ProjectId, feedId: FeedId }),
    status: 202,
    answers: Job,
  },
  (actor, { params: { projectId, feedId } }) => runFeed(actor, { projectId, id: feedId }),
);
