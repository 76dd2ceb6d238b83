import { z } from "zod";
import { MarkAll, Notification, Unread } from "@/domain/notification/notification";
import { InboxQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { markAllRead, readInbox } from "@/server/operations/inbox";
import { pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List your notifications, newest first, with the number unread",
    query: InboxQuery,
    answers: z.object({ ...pageOf(Notification).shape, ...Unread.shape }),
  },
  (actor, { query }) => readInbox(actor, query),
);

export const PUT = route(
  { summary: "Mark all notifications up to a given time as read", body: MarkAll, answers: Unread },
  (actor, { body }) => markAllRead(actor, body.until),
);
