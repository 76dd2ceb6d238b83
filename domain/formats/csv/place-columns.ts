import type { Column } from "@/domain/formats/csv/column";
import { listed } from "@/domain/formats/csv/common";
import type { PlaceAttributes } from "@/domain/tag/place";

/** What a place mention was resolved to. Coordinates in degrees, WGS 84. */
export const placeColumns: readonly Column<PlaceAttributes>[] = [
  {
    name: "resolution",
    type: "text",
    means: "unverified, verified, ambiguous or cannot be located.",
    of: (said) => said.resolution,
  },
  { name: "feature_type", type: "text", means: "settlement, province, road …", of: (said) => said.featureType },
  { name: "located_id", type: "id", means: "The gazetteer entry or project place.", of: (said) => said.located?.id },
  { name: "located_name", type: "text", means: "Its name.", of: (said) => said.located?.name },
  {
    name: "latitude",
    type: "number",
    means: "Degrees, WGS 84; blank: not located.",
    of: (said) => said.located?.latitude,
  },
  { name: "longitude", type: "number", means: "Degrees, WGS 84.", of: (said) => said.located?.longitude },
  {
    name: "coordinate_basis",
    type: "text",
    means:
      "What the coordinates are of: named place, nearest named town, area's capital, area's middle, analyst's point.",
    of: (said) => said.located?.coordinateBasis,
  },
  {
    name: "uncertainty_metres",
    type: "number",
    means: "The side of the square that typed coordinates name.",
    of: (said) => said.located?.uncertaintyMetres,
  },
  { name: "country", type: "text", means: "ISO 3166-1, two letters.", of: (said) => said.located?.country },
  { name: "admin1", type: "text", means: "The first-level area it lies in.", of: (said) => said.located?.admin1 },
  { name: "admin2", type: "text", means: "The second-level area it lies in.", of: (said) => said.located?.admin2 },
  {
    name: "candidates",
    type: "text",
    means: "Other places it may be.",
    of: (said) => listed((said.candidates ?? []).map(({ name }) => name)),
  },
  {
    name: "part_of_name",
    type: "true or false",
    means: "The words are part of a longer name.",
    of: (said) => said.partOfName,
  },
  {
    name: "metonym",
    type: "true or false",
    means: "The name stands for somebody, not for the place.",
    of: (said) => said.metonym,
  },
  {
    name: "nodes",
    type: "text",
    means: "The ends and waypoints of a road or border.",
    of: (said) => listed(said.nodes ?? []),
  },
  { name: "direction", type: "text", means: "A direction in the report's words.", of: (said) => said.direction },
  {
    name: "admin1_pcode",
    type: "text",
    means: "P-code of the first-level area it lies in or is.",
    of: (said) => said.located?.admin1Pcode,
  },
  {
    name: "admin2_pcode",
    type: "text",
    means: "P-code of the second-level area it lies in or is.",
    of: (said) => said.located?.admin2Pcode,
  },
];
