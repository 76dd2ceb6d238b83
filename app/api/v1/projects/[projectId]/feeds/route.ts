import { z } from "zod";
import { Feed, PutFeed } from "@/domain/feed/feed";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listFeeds, makeFeed } from "@/server/operations/feeds";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  { summary: "List a project's feeds", params, answers: z.object({ items: z.array(Feed) }) },
  (actor, { params: { projectId } }) => listFeeds(actor, projectId),
);

export const POST = route(
  {
    summary: "Have a project fed by an RSS or Atom feed, a folder or a mailbox file that the operator allows",
    params,
    body: PutFeed,
    status: 201,
    answers: Feed,
  },
  (actor, { params: { projectId }, body }) => makeFeed(actor, projectId, body),
);
