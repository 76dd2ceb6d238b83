import { type BorderCount, labelAgreement } from "@/domain/agreement/border-labels";
import type { MeasureCard } from "@/domain/agreement/measure";
import {
  borderLabelAgreement,
  gammaMeasure,
  type RatingMeasure,
  ratingMeasures,
  spanF1Measures,
  unitizingAlpha2004,
} from "@/domain/agreement/measures";
import type { Outcome } from "@/domain/agreement/outcome";
import type { Sheet } from "@/domain/agreement/project/sheet";
import { type SpanCount, type SpanMatch, spanF1 } from "@/domain/agreement/span-f1";
import { alphaOfDisagreement } from "@/domain/agreement/unitizing-alpha";

/** What a figure counts, for its coverage and its sentence. */
export type Counts = "positions" | "spans" | "units" | "items";

/** A measure as it is asked of a sheet. */
export interface SheetMeasure {
  readonly id: string;
  readonly card: MeasureCard;
  readonly value: (sheet: Sheet) => Outcome;
  readonly counts: Counts;
  readonly coverage: (sheet: Sheet) => { readonly used: number; readonly seen: number };
}

/** Nominal measures on ratings. Those that need a scale are asked of attributes that have one. */
const nominal = [
  "krippendorffAlphaNominal",
  "observed",
  "cohenKappa",
  "cohenKappaMax",
  "scottPi",
  "fleissKappa",
  "bennettS",
  "gwetAC1",
];
const ordinal = ["krippendorffAlphaOrdinal", "krippendorffAlphaNominal", "observed", "gwetAC2Ordinal", "gwetAC1"];
/** Measures that leave out items which somebody did not rate. */
const ofCompleteItems: ReadonlySet<string> = new Set(["cohenKappa", "cohenKappaMax", "scottPi"]);

const onSpans: readonly SheetMeasure[] = [
  ...spanF1Measures.map((card): SheetMeasure => {
    const match = matchOf(card.id);
    return {
      id: card.id,
      card,
      counts: "spans",
      value: ({ spans }) => spanF1(spans[match]),
      coverage: ({ spans }) => both(spansIn(spans[match])),
    };
  }),
];

const onBorders: SheetMeasure = {
  id: borderLabelAgreement.id,
  card: borderLabelAgreement,
  counts: "spans",
  value: ({ borders }) => labelAgreement(borders),
  coverage: ({ borders, spans }) => ({ used: spansOn(borders), seen: spansIn(spans.borders) }),
};

const onUnits: SheetMeasure = {
  id: unitizingAlpha2004.id,
  card: unitizingAlpha2004,
  counts: "units",
  value: ({ units }) => alphaOfDisagreement(units),
  coverage: ({ units, unitsSeen }) => ({ used: units.units, seen: unitsSeen }),
};

/** All that is asked of the labels of a project: the first is the one that stands for the others where one has to. */
export const labelMeasures: readonly SheetMeasure[] = [
  ...rated(nominal.slice(0, 1), "positions"),
  ...onSpans,
  onBorders,
  onUnits,
  ...rated(nominal.slice(1), "positions"),
];

/** What is asked of one kind: the labels are then "tagged" and "not". */
export const kindMeasures: readonly SheetMeasure[] = labelMeasures.filter(({ id }) => id !== borderLabelAgreement.id);

/** What every pair of people is asked. */
export const pairMeasures: readonly SheetMeasure[] = labelMeasures.filter(({ id }) =>
  ["cohenKappa", "krippendorffAlphaNominal", "spanF1Overlap", "spanF1Exact", "borderLabelAgreement"].includes(id),
);

/** What is followed from week to week, and by what reports are sorted. */
export const followed: readonly SheetMeasure[] = labelMeasures.filter(({ id }) =>
  ["krippendorffAlphaNominal", "spanF1Overlap"].includes(id),
);

export const attributeMeasures: Readonly<Record<"nominal" | "ordinal", readonly SheetMeasure[]>> = {
  nominal: rated(nominal, "items"),
  ordinal: rated(ordinal, "items"),
};

/** Everything that can be named in a question. */
export const namedMeasures: readonly string[] = [
  ...new Set([...labelMeasures, ...attributeMeasures.ordinal].map(({ id }) => id)),
  gammaMeasure.id,
];

function rated(ids: readonly string[], counts: Counts): SheetMeasure[] {
  return ids.flatMap((id) => ratingMeasures.filter((each) => each.id === id)).map((each) => onRatings(each, counts));
}

function onRatings(card: RatingMeasure, counts: Counts): SheetMeasure {
  const complete = ofCompleteItems.has(card.id);
  return {
    id: card.id,
    card,
    counts,
    value: ({ tally }) => card.value(tally),
    coverage: ({ tally }) => ({ used: complete ? tally.complete : tally.paired, seen: tally.seen }),
  };
}

function matchOf(id: string): SpanMatch {
  if (id === "spanF1Exact") return "exact";
  return id === "spanF1Overlap" ? "overlap" : "borders";
}

/** Spans of every two people that were compared; with n people each span is compared n − 1 times. */
const spansIn = ({ first, second }: SpanCount): number => first + second;
const spansOn = ({ matching }: BorderCount): number => 2 * matching;
const both = (count: number) => ({ used: count, seen: count });
