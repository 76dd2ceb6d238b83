import { z } from "zod";
import { invalid, ok } from "@/domain/failure";
import { ReportId } from "@/domain/ids";
import { readPosition } from "@/domain/live/position";
import { eventStream } from "@/server/http/event-stream";
import { route } from "@/server/http/route";
import { follow } from "@/server/operations/follow";

export const GET = route(
  {
    summary:
      "What happens, as server-sent events: ids to fetch, of what the asker may see. `Last-Event-ID` resumes where a stream broke off; `lastEventId` is for clients that can't set headers",
    query: z.object({ report: ReportId.optional(), lastEventId: z.string().max(40).optional() }),
    gives: "text/event-stream",
  },
  async (actor, { query: { report, lastEventId }, request }) => {
    const said = request.headers.get("last-event-id") ?? lastEventId;
    const after = said === undefined || said === "" ? undefined : readPosition(said);
    if (said && !after) return invalid("Last-Event-ID", "A position as the stream gave it.");
    // Next answers HEAD by this too, and nobody would read what is streamed.
    if (request.method === "HEAD") return ok(eventStream(new ReadableStream({ start: (events) => events.close() })));
    const stream = await follow(actor, { reportId: report, after });
    return stream.ok ? ok(eventStream(stream.value)) : stream;
  },
);
