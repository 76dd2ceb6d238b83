"use client";

import { ringPath } from "@/components/map/atlas";
import { Mark, radii } from "@/components/map/mark";
import type { ThingSpot } from "@/components/map/thing";
import { type Cluster, clustersOf } from "@/domain/map/spots";
import { type MapView, metresPerPixel, type Pixel, type Size, toPixel } from "@/domain/map/view";

/** Pixels within which points would cover each other. */
const REACH = 22;
/** Pixels beyond the edge of the map at which points are still drawn. */
const MARGIN = 30;

type Together = Cluster<ThingSpot>;

/** The points that are in sight, those that would cover each other as one. */
export function togetherIn(spots: readonly ThingSpot[], view: MapView, size: Size): Together[] {
  const placed = spots.flatMap((spot) => {
    const at = toPixel(view, size, spot.point);
    return isNear(at, size) ? [{ spot, at }] : [];
  });
  return clustersOf(placed, REACH);
}

const radiusOf = ({ spots: [first, other], count }: Together) =>
  other || !first ? 10 + 3 * Math.log10(count) : radii[first.precision];

/** What is drawn where somebody pressed. */
export const pressedOn = (together: readonly Together[], [x, y]: Pixel): Together | undefined =>
  together.findLast((each) => Math.hypot(each.at[0] - x, each.at[1] - y) <= Math.max(14, radiusOf(each) + 3));

/** The points of a map: one as its sign, several as their number. */
export function Points({
  together,
  view,
  chosen,
}: {
  together: readonly Together[];
  view: MapView;
  chosen: string | undefined;
}) {
  return together.map((each) => {
    const { at, spots, count } = each;
    const [first] = spots;
    if (!first) return null;
    const isChosen = spots.some(({ key }) => key === chosen);
    return (
      <g
        key={first.key}
        transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}
        className="cursor-pointer"
        data-spot=""
      >
        {spots.length === 1 ? (
          <>
            <Square spot={first} view={view} />
            <Mark state={first.state} precision={first.precision} chosen={isChosen} />
            {count > 1 ? <Count count={count} beside={radii[first.precision]} /> : null}
            <title>{first.name}</title>
          </>
        ) : (
          <Several count={count} r={radiusOf(each)} chosen={isChosen} />
        )}
      </g>
    );
  });
}

function Several({ count, r, chosen }: { count: number; r: number; chosen: boolean }) {
  return (
    <>
      <circle r={r + 3} className="fill-place" fillOpacity={0.22} />
      <circle r={r} className="fill-place stroke-paper" strokeWidth={1.5} />
      <text textAnchor="middle" dominantBaseline="central" className="fill-paper text-[11px] font-semibold">
        {count}
      </text>
      {chosen ? <circle r={r + 6} className="fill-none stroke-accent" strokeWidth={2} /> : null}
    </>
  );
}

const isNear = ([x, y]: Pixel, { width, height }: Size) =>
  x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;

/** The square that typed coordinates name, where it is larger than the point that stands for it. */
function Square({ spot: { uncertaintyMetres = 0, precision, point }, view }: { spot: ThingSpot; view: MapView }) {
  const side = uncertaintyMetres / metresPerPixel({ ...view, latitude: point.latitude });
  if (side <= 2 * radii[precision]) return null;
  return (
    <rect
      x={-side / 2}
      y={-side / 2}
      width={side}
      height={side}
      className="pointer-events-none fill-place stroke-place"
      fillOpacity={0.08}
      strokeDasharray="3 3"
    />
  );
}

function Count({ count, beside }: { count: number; beside: number }) {
  return (
    <text
      x={beside + 5}
      dominantBaseline="central"
      className="fill-ink stroke-paper text-[11px] font-medium [paint-order:stroke]"
      strokeWidth={3}
    >
      {count}
    </text>
  );
}

/** Rings around a point, each with its distance written on it. */
export function Rings({
  view,
  size,
  around,
  distances,
  written,
}: {
  view: MapView;
  size: Size;
  around: ThingSpot["point"];
  distances: readonly number[];
  written: (km: number) => string;
}) {
  return (
    <g className="pointer-events-none">
      {distances.map((km) => {
        const [x, y] = toPixel(view, size, { ...around, latitude: around.latitude + km / 111.195 });
        return (
          <g key={km}>
            <path
              d={ringPath(view, size, around, km)}
              className="fill-none stroke-accent"
              strokeWidth={1}
              opacity={0.7}
            />
            <text
              x={x}
              y={y}
              textAnchor="middle"
              dominantBaseline="central"
              className="fill-accent stroke-paper text-[11px] [paint-order:stroke]"
              strokeWidth={4}
            >
              {written(km)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
