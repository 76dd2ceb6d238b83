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
