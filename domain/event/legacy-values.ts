/**
 * Columns of the event sheet that follow from claims, and that a row from before keeps as it said them. Apart from the
 * schema, so that a page can have them without a parser.
 */
export const legacyColumns = [
  "date_words",
  "initiators",
  "initiator_sides",
  "targets",
  "target_sides",
  "place_as_reported",
  "other_places",
  "admin1",
  "admin2",
  "country",
  "figure_words",
  "corroboration",
  "independent_origins",
  "origins",
  "origin_shares_side",
  "certainty",
  "disputed",
  "denied",
  "admin1_pcode",
  "admin2_pcode",
] as const;
export type LegacyColumn = (typeof legacyColumns)[number];
