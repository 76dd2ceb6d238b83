/**
 * Whether the column or point at this place has its date written under it, when there is room for one in `every`. The
 * last one always has: it is what people look for, and what stands beyond the last date would belong to none.
 */
export const isLabelled = (place: number, count: number, every: number) => (count - 1 - place) % every === 0;

/** How a label under a place is set, so that the first and the last stay inside the picture. */
export function anchorOf(place: number, count: number): "start" | "middle" | "end" {
  if (place === count - 1 && count > 1) return "end";
  return place === 0 ? "start" : "middle";
}
