/**
 * The 95 % score interval of a share (Wilson 1927, Journal of the American Statistical Association 22(158), p. 209):
 * honest for few cases and near 0 and 1. `undefined` of nothing.
 */
export function wilson(
  hits: number,
  of: number,
): { readonly share: number; readonly low: number; readonly high: number } | undefined {
  if (of === 0) return undefined;
  const z = 1.959964;
  const share = hits / of;
  const spread = z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
