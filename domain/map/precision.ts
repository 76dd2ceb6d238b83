import type { PlaceAttributes } from "@/domain/tag/place";

/** How exactly a point is known: 1 a settlement, site or typed point, 2 near it or a district, 3 a larger area. */
export type MapPrecision = 1 | 2 | 3;

type Known = Pick<PlaceAttributes, "featureType"> &
  Pick<NonNullable<PlaceAttributes["located"]>, "coordinateBasis" | "uncertaintyMetres">;

const wide: readonly Known["featureType"][] = ["province", "country", "region", "area", "road", "border"];

/** From metres on, a square that was typed counts as near a place, and as an area. */
const NEAR = 5_000;
const WIDE = 25_000;

/** The coarsest of what the feature type, the basis of the coordinates and the size of the square allow. */
export function mapPrecision({ featureType, coordinateBasis, uncertaintyMetres = 0 }: Known): MapPrecision {
  // Somebody who sets a point on a road or in an area says where on it.
  const typed = coordinateBasis === "analyst's point";
  const byType = typed ? 1 : wide.includes(featureType) ? 3 : featureType === "district" ? 2 : 1;
  const byBasis =
    coordinateBasis === "area's middle" || coordinateBasis === "area's capital"
      ? featureType === "district"
        ? 2
        : 3
      : coordinateBasis === "nearest named town"
        ? 2
        : 1;
  const bySquare = uncertaintyMetres >= WIDE ? 3 : uncertaintyMetres >= NEAR ? 2 : 1;
  return coarsest(byType, byBasis, bySquare);
}

const coarsest = (...each: readonly MapPrecision[]): MapPrecision => (each.includes(3) ? 3 : each.includes(2) ? 2 : 1);
