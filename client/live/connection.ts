import type { LiveWord, Source } from "@/client/live/word";
import type { LiveEvents } from "@/domain/live/live-event";

/** Milliseconds of silence after which a stream that beats every fifteen seconds is taken for lost. */
const silence = 40_000;
const first = 500;
const longest = 60_000;

export type ConnectionTools = {
  /** Opens the stream behind a position. */
  open: (after: string | undefined) => Source;
  /** Resolves after some milliseconds, or earlier when there is reason to try at once. */
  rest: (ms: number) => Promise<void>;
  chance: () => number;
};

/** Entries that are remembered as told, the latest. */
const remembered = 2_000;

/**
 * Where pages of one browser are in the history, and how they hear what is new to them. A position says nothing to
 * anybody but the server: the one heard last is where to go on.
 */
export function createHearing(from: string | undefined, tell: (word: LiveWord) => void) {
  let position = from;
  const told = new Set<string>();
  return {
    /** What the server is told by whoever resumes. */
    position: () => position,
    /** Passes on what was not heard before: another page may have told it already. */
    hear(word: LiveWord, id: string | undefined) {
      position = id ?? position;
      if (word.is === "entry") {
        const { id: entry } = word.entry;
        if (told.has(entry)) return;
        const [oldest] = told.add(entry);
        if (oldest !== undefined && told.size > remembered) told.delete(oldest);
      }
      tell(word);
    },
    /** Moves on without a word. */
    reach(id: string) {
      position = id;
    },
  };
}

type Say = (word: LiveWord | undefined, id: string) => void;

/**
 * Keeps a stream open, resuming where the last one broke off, until `signal` says that it is enough. Tries again at
 * once when a stream that worked ends, then ever more slowly.
 */
export async function keepConnected(
  { open, rest, chance }: ConnectionTools,
  position: () => string | undefined,
  say: Say,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  let anew = false;
  while (!signal.aborted) {
    const from = position();
    const source = open(from);
    const heard = await listenTo(source, signal, (name, id, data) => {
      if (name === "ready") {
        failures = 0;
        const { resumed } = said("ready", data);
        say(anew || (from !== undefined && !resumed) ? { is: "anew" } : undefined, id);
        anew = false;
      } else say(wordOf(name, data), id);
    });
    source.close();
    if (signal.aborted) return;
    if (heard === "rights") anew = true;
    const wait = heard === "crowded" ? longest : Math.min(longest, first * 2 ** failures);
    failures += 1;
    await rest(wait / 2 + (wait / 2) * chance());
  }
}

/** Listens until the stream ends, breaks off or falls silent; answers why, as far as it was said. */
function listenTo(
  source: Source,
  signal: AbortSignal,
  hear: (name: string, id: string, data: string) => void,
): Promise<string> {
  return new Promise((resolve) => {
    const done = (why: string) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", closed);
      resolve(why);
    };
    const closed = () => done("closed");
    const wait = () => setTimeout(() => done("silent"), silence);
    let timer = wait();
    signal.addEventListener("abort", closed);
    source.onLost(() => done("lost"));
    source.on((name, id, data) => {
      clearTimeout(timer);
      timer = wait();
      if (name === "ended") done(said("ended", data).reason);
      else hear(name, id, data);
    });
  });
}

/** What an event of our own server says: its name tells the shape. */
const said = <Name extends keyof LiveEvents>(_name: Name, data: string): LiveEvents[Name] => JSON.parse(data);

function wordOf(name: string, data: string): LiveWord | undefined {
  switch (name) {
    case "entry":
      return { is: "entry", entry: said("entry", data) };
    case "presence":
      return { is: "presence", ...said("presence", data) };
    case "inbox":
      return { is: "inbox", ...said("inbox", data) };
    default:
      return undefined;
  }
}
