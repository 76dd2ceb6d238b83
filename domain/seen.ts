/** What is left of a change by somebody who said what they saw. */
export type Carried<T> = {
  /** What it sets: what they left as they saw it stays as it is by now, whoever changed it. */
  change: Partial<T>;
  /** What they and somebody else changed, each to something else. */
  overruled: readonly (keyof T & string)[];
};

/**
 * Compares what somebody wants with what they saw and with what stands now. A field that they did not say they saw is
 * set to what they want; null and nothing are alike.
 */
export function carried<T extends object>(
  wish: Partial<T>,
  seen: { [K in keyof T]?: T[K] | null | undefined } | undefined,
  now: { [K in keyof T]?: unknown },
): Carried<T> {
  const change: Partial<T> = {};
  const overruled: (keyof T & string)[] = [];
  for (const name of Object.keys(wish) as (keyof T & string)[]) {
    if (wish[name] === undefined) continue;
    const looked = seen !== undefined && name in seen;
    if (looked && alike(wish[name], seen[name])) continue;
    if (looked && !alike(now[name], seen[name]) && !alike(now[name], wish[name])) overruled.push(name);
    change[name] = wish[name];
  }
  return { change, overruled };
}

/** Whether a single thing is neither what was seen nor what is wanted. */
export const isOverruled = (now: unknown, { seen, wish }: { seen: unknown; wish: unknown }): boolean =>
  seen !== undefined && !alike(now, seen) && !alike(now, wish);

/** Whether two values say the same, whatever the order of their fields; null and nothing are alike. */
export const alike = (a: unknown, b: unknown): boolean => inOrder(a ?? null) === inOrder(b ?? null);

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
