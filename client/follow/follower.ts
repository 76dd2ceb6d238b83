import { isNothing, nothing, type Touched, together, touchedBy } from "@/client/follow/touched";
import type { LiveWord } from "@/client/live/word";
import { backoff } from "@/client/outbox/backoff";
import type { LiveEntry } from "@/domain/live/live-event";

/** Milliseconds in which what happens is gathered, so that a hundred tags are fetched at once. */
const gatherFor = 120;

export type Follower = { hear: (word: LiveWord) => void; close: () => void };

/**
 * Fetches what others changed, soon after it is heard: one fetch at a time, and again until it was answered.
 * `catchUp` throws when nobody answers; what it was to fetch is then fetched with what came since.
 */
export function createFollower({
  on,
  isKnown,
  catchUp,
}: {
  on: { projectId: string; reportId: string };
  /** Whether this is here already, as our own doing. */
  isKnown: (entry: LiveEntry) => boolean;
  catchUp: (touched: Touched, entries: readonly LiveEntry[]) => Promise<void>;
}): Follower {
  let touched = nothing;
  let entries: LiveEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let closed = false;
  let failures = 0;

  const soon = (ms: number) => {
    timer ??= setTimeout(() => void run(), ms);
  };

  async function run(): Promise<void> {
    timer = undefined;
    if (busy || closed) return;
    const [now, heard] = [touched, entries];
    touched = nothing;
    entries = [];
    busy = true;
    try {
      await catchUp(now, heard);
      failures = 0;
    } catch {
      touched = together(now, touched);
      entries = [...heard, ...entries];
      failures += 1;
    } finally {
      busy = false;
    }
    if (!closed && (!isNothing(touched) || entries.length > 0)) {
      soon(failures > 0 ? backoff(failures, Math.random()) : gatherFor);
    }
  }

  return {
    hear(word) {
      if (word.is === "anew") touched = { ...touched, everything: true };
      else if (word.is === "entry" && !isKnown(word.entry)) {
        touched = together(touched, touchedBy(word.entry, on));
        if (word.entry.reportId === on.reportId) entries.push(word.entry);
      }
      if (!isNothing(touched) || entries.length > 0) soon(gatherFor);
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
