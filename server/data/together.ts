import "server-only";

type Waiting<Key, Value> = { key: Key; resolve: (value: Value) => void; reject: (reason: unknown) => void };

type Bounds<Key> = {
  /**
   * Milliseconds. While a question is under way, what is wanted is gathered for the next one, but no longer than this:
   * an answer that takes its time holds nobody up.
   */
  gather?: number;
  /** So many keys are in one question at most. */
  most?: number;
  /** Keys that share one of these names are never in one question. */
  apart?: (key: Key) => readonly string[];
};

/**
 * Asks for everything that is wanted at the same time in one question. Nothing is remembered: each asker gets what was
 * true after they asked.
 * @param load answers the keys in their order
 */
export function together<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  { gather = 0, most = Number.POSITIVE_INFINITY, apart = () => [] }: Bounds<Key> = {},
): (key: Key) => Promise<Value> {
  let waiting: Waiting<Key, Value>[] = [];
  /** Counts the questions; a later one may go while an earlier one is under way. */
  let latest = 0;
  let isUnderWay = false;
  let isAnnounced = false;

  /** Those who go next, in the order in which they came; the others go on waiting. */
  function next(): Waiting<Key, Value>[] {
    const going: Waiting<Key, Value>[] = [];
    const staying: Waiting<Key, Value>[] = [];
    const met = new Set<string>();
    for (const each of waiting) {
      const names = apart(each.key);
      (going.length < most && !names.some((name) => met.has(name)) ? going : staying).push(each);
      for (const name of names) met.add(name);
    }
    waiting = staying;
    return going;
  }

  async function ask() {
    const asked = next();
    latest += 1;
    const nth = latest;
    isUnderWay = gather > 0;
    const noLonger = () => {
      if (nth === latest) isUnderWay = false;
      announce();
    };
    const patience = gather > 0 ? setTimeout(noLonger, gather) : undefined;
    try {
      const values = await load(asked.map(({ key }) => key));
      for (const [index, value] of values.entries()) asked[index]?.resolve(value);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
    clearTimeout(patience);
    noLonger();
  }

  function announce() {
    if (isAnnounced || isUnderWay || waiting.length === 0) return;
    isAnnounced = true;
    setImmediate(() => {
      isAnnounced = false;
      void ask();
      announce();
    });
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      announce();
    });
}
