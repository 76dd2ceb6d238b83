import "server-only";

/** Milliseconds that a long computation may hold the event loop before others get a turn. */
const slice = 8;

/** Drives a computation to its end, letting everybody else in after each slice. */
export async function inSlices<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const underway = new Map<string, Promise<unknown>>();
const last = new Map<string, Promise<unknown>>();

/**
 * Runs heavy work of one sort one after the other in this process; who asks for what is under way already gets its
 * answer.
 * @param key names who may see what was asked, and the question
 */
export function oneAtATime<T>(sort: string, key: string, work: () => Promise<T>): Promise<T> {
  const name = `${sort} ${key}`;
  // Only `work` of the same kind puts something under its key.
  const known = underway.get(name) as Promise<T> | undefined;
  if (known) return known;
  const done = (last.get(sort) ?? Promise.resolve()).then(work).finally(() => underway.delete(name));
  underway.set(name, done);
  last.set(
    sort,
    done.catch(() => undefined),
  );
  return done;
}
