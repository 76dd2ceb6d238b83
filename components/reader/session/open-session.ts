import { listenLive } from "@/components/live/use-live";
import { createReaderSession, type ReaderStart, type SessionTools } from "@/components/reader/session/create-session";
import { createDrafts, type Drafts } from "@/components/reader/session/outbox/drafts";
import { browserOf } from "@/components/reader/session/outbox/open-outbox";
import type { ReaderSession } from "@/components/reader/session/session";

/** A session of a real browser: its disk, its locks, its network. Nothing is opened before `start`. */
export function openReaderSession(start: ReaderStart, fetch: typeof globalThis.fetch): ReaderSession {
  const user = start.me.id;
  const { ask, cipher, rows, openOutbox } = browserOf(user, fetch);
  const drafts: Drafts = {
    read: async (key) => createDrafts(user, await rows(), cipher).read(key),
    write: async (key, text) => createDrafts(user, await rows(), cipher).write(key, text),
  };
  const listen: SessionTools["listen"] = (hear) => listenLive(user, start.position, hear);
  return createReaderSession(start, { ask, now: Date.now, drafts, openOutbox, listen });
}
