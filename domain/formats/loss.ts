/** What a format may leave out or change, each with words of its own on the page of exports. */
export const lossKinds = [
  "embargoed-reports",
  "report-texts",
  "earlier-versions",
  "earlier-verdicts",
  "earlier-grades",
  "merged-entities",
  "discontinuous-spans",
  "background-claims",
  "relations-without-both-ends",
  "comments-not-asked-for",
  "executable-cells",
] as const;
export type LossKind = (typeof lossKinds)[number];

/** Something a format cannot carry, said before the download and again in the manifest. */
export type Loss = {
  what: LossKind;
  /** Null where only the writing itself finds out. */
  count: number | null;
  how: "dropped" | "trimmed" | "split" | "merged" | "altered";
};
