/** What a format may leave out or change, each with words of its own on the page of exports. */
export const lossKinds = [
  "embargoed-reports",
  "withheld-reports",
  "withheld-tags",
  "withheld-entities",
  "described-reports",
  "masked-words",
  "pseudonyms",
  "coarse-places",
  "wide-dates",
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
  "spans-over-lines",
  "spans-over-sentences",
  "blank-borders",
  "blank-spans",
  "blank-text",
  "separate-parts",
  "overlapping-spans",
  "part-word-spans",
  "attributes",
  "named-entities",
  "links",
  "links-to-no-tag",
  "link-words",
  "control-characters",
  "parts-of-letters",
  "long-cells",
  "no-coordinates",
  "other-tags",
  "blank-runs",
  "links-to-other-reports",
] as const;
export type LossKind = (typeof lossKinds)[number];

/** Something a format cannot carry, said before the download and again in the manifest. */
export type Loss = {
  what: LossKind;
  /** Null where only the writing itself finds out. */
  count: number | null;
  how: (typeof lossWays)[number];
  /** The first few, in words of the report: where it was not looked into, left out. */
  examples?: readonly string[] | undefined;
};

export const lossWays = ["dropped", "trimmed", "split", "merged", "altered", "re-tokenised"] as const;

/** Examples kept of each loss, and UTF-16 units of each. */
const kept = 5;
const longest = 120;

/** Counts what a format could not carry while it writes. */
export type LossLedger = {
  add(what: LossKind, how: Loss["how"], example?: string): void;
  losses(): readonly Loss[];
};

export function lossLedger(): LossLedger {
  const found = new Map<string, Loss & { count: number; examples: string[] }>();
  return {
    add(what, how, example) {
      const key = `${what} ${how}`;
      const loss = found.get(key) ?? { what, how, count: 0, examples: [] };
      found.set(key, loss);
      loss.count += 1;
      if (example !== undefined && loss.examples.length < kept) loss.examples.push(shortened(example));
    },
    losses: () => [...found.values()],
  };
}

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
