import { createDesk } from "@/client/desk/create-desk";
import type { Desk } from "@/client/desk/desk";
import type { DeskStart, DeskTools } from "@/client/desk/start";
import { listenLive } from "@/client/live/listen";
import { createDrafts, type Drafts } from "@/client/outbox/drafts";
import { browserOf } from "@/client/outbox/open-outbox";

/** A desk of a real browser: its disk, its locks, its network. Nothing is opened before `start`. */
export function openDesk(start: DeskStart, fetch: typeof globalThis.fetch): Desk {
  const user = start.me.id;
  const { ask, cipher, rows, openOutbox } = browserOf(user, fetch);
  const drafts: Drafts = {
    read: async (key) => createDrafts(user, await rows(), cipher).read(key),
    write: async (key, text) => createDrafts(user, await rows(), cipher).write(key, text),
  };
  const listen: DeskTools["listen"] = (hear) => listenLive(user, start.position, hear);
  return createDesk(start, { ask, now: Date.now, drafts, openOutbox, listen });
}
