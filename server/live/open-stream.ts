import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ReportId } from "@/domain/ids";
import type { Ending, LiveEvents } from "@/domain/live/live-event";
import type { Position } from "@/domain/live/position";
import { feedAfter } from "@/server/data/live/feed";
import { type Rights, rightsOf } from "@/server/data/live/rights";
import { sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import { hub, pageOfEntries } from "@/server/live/hub";
import { type Listener, sameRights, tell } from "@/server/live/listener";
import { sealPosition } from "@/server/live/sealed-position";
import { eventText } from "@/server/live/sse";
import { log, wordsOf } from "@/server/log";

/** Bytes up to which a listener that is behind is read to ahead of its own fetching. */
const readAhead = 64 * 1024;

type Wish = { actor: Actor; rights: Rights; reportId: ReportId | undefined; position: Position; resumed: boolean };

/**
 * A listener's stream. While it is behind it reads the history page by page, as fast as its client fetches and no
 * faster; once it is level it is told what happens. Undefined while the process is ending.
 */
export function openStream({
  actor,
  rights,
  reportId,
  position,
  resumed,
}: Wish): ReadableStream<Uint8Array> | undefined {
  const streams = hub();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let behind = true;

  const listener: Listener = {
    actor,
    rights,
    reportId,
    position,
    unread: undefined,
    present: new Map(),
    heardAt: Date.now(),
    waiting: () => readAhead - (controller?.desiredSize ?? 0),
    say<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]) {
      controller?.enqueue(eventText(name, data, sealPosition(actor, listener.position)));
      listener.heardAt = Date.now();
    },
    end(reason: Ending) {
      listener.say("ended", { reason });
      controller?.close();
      controller = undefined;
    },
    fallBehind() {
      behind = true;
    },
  };
  if (!streams.open(listener)) return undefined;

  /** Reads until something waits to be fetched or the listener is level. */
  async function catchUp() {
    while (behind && controller && (controller.desiredSize ?? 0) > 0) {
      const [fed] = (await feedAfter(sql, new Map([[actor.workspaceId, listener.position]]), pageOfEntries)).values();
      const [current] = await rightsOf(sql, [actor]);
      if (!controller || !fed) return;
      if (!current || !sameRights(current, rights)) {
        streams.close(listener);
        listener.end("rights");
        return;
      }
      tell(listener, fed);
      if (fed.full) continue;
      behind = false;
      streams.join(listener);
    }
  }

  /** Whoever is behind can't be told where they stand: they ask again, from there. */
  function giveUp(error: unknown) {
    if (!outageMet(error)) log({ level: "error", what: "stream", ...wordsOf(error) });
    streams.close(listener);
    if (controller) listener.end("away");
  }

  return new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
        listener.say("ready", { resumed });
      },
      pull: () => catchUp().catch(giveUp),
      cancel() {
        controller = undefined;
        streams.close(listener);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: readAhead }),
  );
}
