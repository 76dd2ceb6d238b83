/** Whether two JSON values are the same; an absent key and an undefined one are alike. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = new Map(Object.entries(a));
  const right = new Map(Object.entries(b));
  const keys = new Set([...left.keys(), ...right.keys()]);
  for (const key of keys) if (!same(left.get(key), right.get(key))) return false;
  return true;
}

/** Leaves out what is undefined: an absent attribute is absent, on the wire and in a comparison. */
export function tidy(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
