import type { Live } from "@/client/live/live";
import type { LiveWord } from "@/client/live/word";

type Joined = { live: Promise<Live>; pages: number };

/** One membership a person and window, however many parts of it listen. */
const joined = new Map<string, Joined>();
/** Milliseconds for which a page that changes keeps its place. */
const grace = 1_000;

/**
 * Listens to what happens, for the part of the page that asks. Its script comes when it is first needed: what is
 * fetched after `joined` misses nothing that `hear` is not told.
 */
export function listenLive(
  user: string,
  from: string | undefined,
  hear: (word: LiveWord) => void,
): { joined: Promise<void>; stop: () => void } {
  const mine = joined.get(user) ?? {
    live: import("@/client/live/live").then(({ joinLive }) => joinLive(user, from)),
    pages: 0,
  };
  joined.set(user, mine);
  mine.pages += 1;
  let stop: (() => void) | undefined;
  let gone = false;
  const begun = mine.live.then(
    (live) => {
      if (!gone) stop = live.listen(hear);
    },
    // The script did not come; the next page asks for it again.
    () => void joined.delete(user),
  );
  return {
    joined: begun,
    stop() {
      gone = true;
      stop?.();
      mine.pages -= 1;
      setTimeout(() => {
        if (mine.pages > 0 || joined.get(user) !== mine) return;
        joined.delete(user);
        void mine.live.then((live) => live.close());
      }, grace);
    },
  };
}
