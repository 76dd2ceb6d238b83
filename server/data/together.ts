import "server-only";

type Waiting<Key, Value> = { key: Key; resolve: (value: Value) => void; reject: (reason: unknown) => void };

/**
 * Asks for everything that is wanted in one turn of the event loop in one question. Nothing is remembered: each asker
 * gets what was true after they asked.
 * @param load answers the keys in their order
 */
export function together<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  let waiting: Waiting<Key, Value>[] = [];

  async function ask() {
    const asked = waiting;
    waiting = [];
    try {
      const values = await load(asked.map(({ key }) => key));
      for (const [index, value] of values.entries()) asked[index]?.resolve(value);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ key, resolve, reject }) === 1) setImmediate(() => void ask());
    });
}
