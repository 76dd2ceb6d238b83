import { z } from "zod";
import { FeedItem } from "@/domain/feed/feed";
import { itemOutcomes } from "@/domain/feed/feed-values";
import { FeedId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listFeedItems } from "@/server/operations/feeds";
import { FeedItemCursor } from "@/server/operations/page-cursor";
import { limitOf, pageOf } from "@/server/page";

const Query = z
  .object({
    outcome: z.enum(itemOutcomes).optional(),
    cursor: FeedItemCursor.optional(),
    limit: limitOf(200, 50),
  })
  .transform(({ cursor, ...asked }) => ({ outcome: undefined, ...asked, after: cursor }));

export const GET = route(
  {
    summary: "List what a feed brought, or tried to, what happened last first",
    params: z.object({ projectId: ProjectId, feedId: FeedId }),
    query: Query,
    answers: pageOf(FeedItem),
  },
  (actor, { params: { projectId, feedId }, query }) => listFeedItems(actor, projectId, { id: feedId, ...query }),
);
