import { z } from "zod";
import { ChangeFeed, Feed } from "@/domain/feed/feed";
import { FeedId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { changeFeed, deleteFeed, readFeedNow } from "@/server/operations/feeds";

const params = z.object({ projectId: ProjectId, feedId: FeedId });

export const GET = route(
  { summary: "Read a feed with what came of its last run", params, answers: Feed },
  (actor, { params: { projectId, feedId } }) => readFeedNow(actor, { projectId, id: feedId }),
);

export const PATCH = route(
  {
    summary: "Rename a feed, change how often it is read, pause or resume it",
    params,
    body: ChangeFeed,
    answers: Feed,
  },
  (actor, { params: { projectId, feedId }, body }) => changeFeed(actor, { projectId, id: feedId }, body),
);

export const DELETE = route(
  { summary: "Delete a feed; the reports that it brought stay", params },
  (actor, { params: { projectId, feedId } }) => deleteFeed(actor, { projectId, id: feedId }),
);
