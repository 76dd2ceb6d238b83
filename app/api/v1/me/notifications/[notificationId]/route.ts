import { z } from "zod";
import { NotificationId } from "@/domain/ids";
import { MarkLine, Unread } from "@/domain/notification/notification";
import { route } from "@/server/http/route";
import { markNotification } from "@/server/operations/inbox";

export const PUT = route(
  {
    summary: "Mark a notification as read or unread",
    params: z.object({ notificationId: NotificationId }),
    body: MarkLine,
    answers: Unread,
  },
  (actor, { params, body }) => markNotification(actor, params.notificationId, body.read),
);
