/**
 * Takes from a source before anybody asks, up to so many bytes, so that whoever makes it works on meanwhile. `end` ends
 * the source too.
 */
export function readAhead<T>(
  source: AsyncIterator<T, void>,
  { bytes, sizeOf }: { bytes: number; sizeOf(of: T): number },
) {
  const ready: T[] = [];
  let held = 0;
  let done = false;
  let failed: { error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const changed = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const filling = (async () => {
    try {
      while (!done) {
        const next = await source.next();
        if (next.done) break;
        ready.push(next.value);
        held += sizeOf(next.value);
        wake();
        while (held > bytes && !done) await changed();
      }
    } catch (error) {
      failed = { error };
    }
    done = true;
    wake();
  })();
  return {
    async next(): Promise<T | undefined> {
      while (ready.length === 0) {
        if (failed) throw failed.error;
        if (done) return undefined;
        await changed();
      }
      const first = ready.shift();
      if (first !== undefined) held -= sizeOf(first);
      wake();
      return first;
    },
    async end(): Promise<void> {
      done = true;
      wake();
      await filling;
      await source.return?.();
    },
  };
}
