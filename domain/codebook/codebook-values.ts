/** The closed lists of codebooks; apart from their schemas, so that a page can have them without a parser. */

/** What a label or relation type is drawn in; app/tokens.css has a light and a dark value of each. */
export const labelColours = [
  "violet",
  "magenta",
  "wine",
  "orange",
  "brown",
  "olive",
  "teal",
  "cyan",
  "indigo",
  "slate",
] as const;
export type LabelColour = (typeof labelColours)[number];

/** What stands before a label's name, so that colour is never the only difference. */
export const labelShapes = [
  "tag",
  "square",
  "diamond",
  "triangle",
  "hexagon",
  "star",
  "flag",
  "ring",
  "cross",
] as const;
export type LabelShape = (typeof labelShapes)[number];

/** The keys that labels can have in the reader; 1 to 3 are the core kinds'. */
export const labelKeys = ["4", "5", "6", "7", "8", "9"] as const;
export type LabelKey = (typeof labelKeys)[number];

export const codebookParts = ["labels", "relationTypes", "eventTypes", "reportFields"] as const;
export type CodebookPart = (typeof codebookParts)[number];

export const attributeTypes = ["text", "number", "date", "choice", "choices", "yes-no", "entity", "place"] as const;
export type AttributeType = (typeof attributeTypes)[number];

export const hasChoices = (type: AttributeType | ReportFieldType): boolean => type === "choice" || type === "choices";

export const reportFieldTypes = ["text", "number", "date", "choice"] as const;
export type ReportFieldType = (typeof reportFieldTypes)[number];
