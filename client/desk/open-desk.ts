import { createDesk } from "@/client/desk/create-desk";
import type { Desk } from "@/client/desk/desk";
import type { DeskStart, DeskTools } from "@/client/desk/start";
import { listenLive } from "@/client/live/listen";
import { createDrafts } from "@/client/outbox/drafts";
import { browserOf } from "@/client/outbox/open-outbox";

/** A desk of a real browser: its disk, its locks, its network. Nothing is opened before `start`. */
export function openDesk(start: DeskStart, fetch: typeof globalThis.fetch): Desk {
  const user = start.me.id;
  const { ask, cipher, rows, openOutbox } = browserOf(user, fetch);
  const drafts = createDrafts(user, rows, cipher);
  const listen: DeskTools["listen"] = (hear) => listenLive(user, start.position, hear);
  return createDesk(start, { ask, now: Date.now, drafts, openOutbox, listen });
}
