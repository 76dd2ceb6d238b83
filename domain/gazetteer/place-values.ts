/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const resolutions = ["unverified", "verified", "ambiguous", "cannot be located"] as const;

export const featureTypes = [
  "settlement",
  "province",
  "district",
  "country",
  "region",
  "road",
  "border",
  "hill",
  "facility",
  "area",
] as const;

/** What a place's coordinates are of. No coordinate is ever computed from the ends of a road. */
export const coordinateBases = [
  "named place",
  "nearest named town",
  "area's capital",
  "area's middle",
  "analyst's point",
] as const;
