import { ProjectId } from "@/domain/ids";
import { QueueFilters, QueueRow } from "@/domain/review/queue";
import { route } from "@/server/http/route";
import { MyQueueCursor } from "@/server/operations/page-cursor";
import { readMyQueue } from "@/server/operations/read-queue";
import { limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List what is waiting for review in all projects you review, project by project",
    query: QueueFilters.extend({
      project: ProjectId.optional(),
      cursor: MyQueueCursor.optional(),
      limit: limitOf(50, 20),
    }),
    answers: pageOf(QueueRow),
  },
  (actor, { query: { cursor, limit, project, ...filters } }) => readMyQueue(actor, { filters, limit, project, cursor }),
);
