import { createHearing, keepConnected } from "@/client/live/connection";
import type { LiveWord, Source } from "@/client/live/word";

/** What one page hears; all pages of a browser share one stream. */
export type Live = {
  listen(hear: (word: LiveWord) => void): () => void;
  close(): void;
};

const events = ["ready", "entry", "presence", "inbox", "beat", "ended"] as const;
/** Milliseconds after which a browser without event streams looks again. */
const lookEvery = 15_000;

type Told = { word: LiveWord | undefined; id: string };

/**
 * Joins the stream of this person in this browser. Whichever page holds the lock keeps the connection and tells the
 * others; when it closes or dies the next one resumes where it left off. Where a browser has no locks or channels, each
 * page has a stream of its own.
 * @param from the position in the history when the page was made: nothing after it is missed
 */
export function joinLive(user: string, from: string | undefined): Live {
  const name = `glossator-live:${user}`;
  const listeners = new Set<(word: LiveWord) => void>();
  const hearing = createHearing(from, (word) => {
    for (const hear of listeners) hear(word);
  });
  const leaving = new AbortController();
  const { signal } = leaving;
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : undefined;
  const take = ({ word, id }: Told) => (word ? hearing.hear(word, id) : hearing.reach(id));

  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => take(data));
  const lead = () =>
    keepConnected(
      { open, rest: restUntilOnline, chance: Math.random },
      hearing.position,
      (word, id) => {
        take({ word, id });
        channel?.postMessage({ word, id } satisfies Told);
      },
      signal,
    );

  if (!("EventSource" in globalThis)) {
    const timer = setInterval(() => hearing.hear({ is: "anew" }, undefined), lookEvery);
    signal.addEventListener("abort", () => clearInterval(timer));
  } else if (channel && navigator.locks) {
    navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  } else void lead();

  return {
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    close() {
      leaving.abort();
      channel?.close();
    },
  };
}

function open(after: string | undefined): Source {
  const query = after === undefined ? "" : `?lastEventId=${encodeURIComponent(after)}`;
  const source = new EventSource(`/api/v1/stream${query}`);
  return {
    on(hear) {
      for (const name of events) {
        source.addEventListener(name, (event: MessageEvent<string>) => hear(name, event.lastEventId, event.data));
      }
    },
    onLost: (lost) => source.addEventListener("error", lost),
    close: () => source.close(),
  };
}

/** Rests, but not longer than until the network is back or somebody looks at the page again. */
function restUntilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const awake = new AbortController();
    const done = () => {
      clearTimeout(timer);
      awake.abort();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const seen = () => document.visibilityState === "visible" && done();
    addEventListener("online", done, { signal: awake.signal });
    document.addEventListener("visibilitychange", seen, { signal: awake.signal });
  });
}
