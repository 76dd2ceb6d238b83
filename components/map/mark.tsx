import { classes } from "@/components/ui/classes";
import type { Spot } from "@/domain/map/spots";

/** Pixels from the middle to the edge: the larger, the less exactly the place is known. */
export const radii = { 1: 5.5, 2: 8.5, 3: 13 } as const;

const inTriangle = (r: number) => `M0 ${-1.15 * r}L${1.05 * r} ${0.75 * r}H${-1.05 * r}Z`;
const outlines: Record<Spot["state"], (r: number) => string> = {
  accepted: (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`,
  open: (r) => `M0 ${-1.2 * r}L${1.2 * r} 0L0 ${1.2 * r}L${-1.2 * r} 0Z`,
  returned: inTriangle,
  rejected: (r) => `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`,
  withdrawn: (r) => `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`,
  mixed: (r) => `M${-0.9 * r} ${-0.9 * r}H${0.9 * r}V${0.9 * r}H${-0.9 * r}Z`,
};

/** The sign of a place: its shape says in what state it is, its size how exactly it is known. */
export function Mark({
  state,
  precision,
  chosen = false,
}: {
  state: Spot["state"];
  precision: Spot["precision"];
  chosen?: boolean;
}) {
  const outline = outlines[state](radii[precision]);
  const fill = state === "open" ? "fill-surface" : precision === 1 ? "fill-place" : "fill-place-wash";
  return (
    <>
      <path d={outline} className="fill-none stroke-paper" strokeWidth={4.5} strokeLinejoin="round" />
      {chosen ? <circle r={radii[precision] + 6} className="fill-none stroke-accent" strokeWidth={2} /> : null}
      <path
        d={outline}
        className={classes(fill, "stroke-place")}
        fillOpacity={precision === 1 ? 1 : 0.75}
        strokeWidth={state === "rejected" || state === "withdrawn" ? 2.4 : 1.8}
        strokeLinejoin="round"
      />
    </>
  );
}
