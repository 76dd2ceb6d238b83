import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReportId } from "@/domain/ids";
import { liveEvents } from "@/domain/live/live-event";
import { eventStream } from "@/server/http/event-stream";
import { route } from "@/server/http/route";
import { follow } from "@/server/operations/follow";

export const GET = route(
  {
    summary:
      "Stream changes you may see as server-sent events, by id. `Last-Event-ID` resumes an interrupted stream, and `ready` says whether that was possible; `lastEventId` is for clients that can't set headers",
    query: z.object({ report: ReportId.optional(), lastEventId: z.string().max(200).optional() }),
    gives: "text/event-stream",
    events: liveEvents,
  },
  async (actor, { query: { report, lastEventId }, request }) => {
    const said = request.headers.get("last-event-id") ?? lastEventId;
    // Next answers HEAD by this too, and nobody would read what is streamed.
    if (request.method === "HEAD") return ok(eventStream(new ReadableStream({ start: (events) => events.close() })));
    const stream = await follow(actor, { reportId: report, after: said || undefined });
    return stream.ok ? ok(eventStream(stream.value)) : stream;
  },
);
