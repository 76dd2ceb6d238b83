/** The one order in which a release lists ids and names: by code unit, whatever the language of the machine. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
