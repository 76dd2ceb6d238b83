/**
 * The categories of a study in scale order: numbers by size, other names by code point, so that the order
 * depends on neither the first rater nor the machine's language.
 */
export function scaleOrder(names: Iterable<string>): readonly string[] {
  const distinct = [...new Set(names)];
  const numeric = distinct.every((name) => asNumber(name) !== undefined);
  return distinct.sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
}

/** Every category as a number, or `undefined` when one of them is not a number. */
export function valuesOf(categories: readonly string[]): readonly number[] | undefined {
  const values = categories.map(asNumber);
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

function asNumber(name: string): number | undefined {
  const value = Number(name);
  return name.trim() !== "" && Number.isFinite(value) ? value : undefined;
}
