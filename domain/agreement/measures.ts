import { type BorderCount, countMatchingBorders, labelAgreement } from "@/domain/agreement/border-labels";
import { cohenKappa, cohenKappaMax } from "@/domain/agreement/cohen-kappa";
import { fleissKappa } from "@/domain/agreement/fleiss-kappa";
import { freeMarginalKappa } from "@/domain/agreement/free-marginal-kappa";
import { type GammaPart, gammaOfPart, gammaPart, poolGamma } from "@/domain/agreement/gamma";
import { gwetAC1, gwetAC2 } from "@/domain/agreement/gwet-ac";
import { krippendorffAlpha } from "@/domain/agreement/krippendorff-alpha";
import type { TaggedReport } from "@/domain/agreement/labelled-span";
import type { Measure, MeasureCard } from "@/domain/agreement/measure";
import { observed } from "@/domain/agreement/observed";
import type { Outcome } from "@/domain/agreement/outcome";
import { scottPi } from "@/domain/agreement/scott-pi";
import { addCounts, countSpans, type SpanCount, type SpanMatch, spanF1 } from "@/domain/agreement/span-f1";
import { addTallies, type Tally } from "@/domain/agreement/tally";
import {
  addDisagreements,
  alphaOfDisagreement,
  type Disagreement,
  type Unitizing,
  unitizingDisagreement,
} from "@/domain/agreement/unitizing-alpha";

export type RatingMeasure = Measure<Tally, Tally>;

/** Measures on ratings of items; for spans ask `tallyPositions` or `tallyMatchingBorders` for the ratings. */
export const ratingMeasures: readonly RatingMeasure[] = [
  ratings(["observed", "Observed agreement"], "two or more", observed, {
    definition: "The share of rater pairs that chose the same category, averaged over items; chance is not taken off.",
    citation: "Fleiss 1971, Psychological Bulletin 76(5), p. 379",
    link: "https://doi.org/10.1037/h0031619",
  }),
  ratings(["cohenKappa", "Cohen's κ"], "two", cohenKappa, {
    definition: "Agreement beyond chance, chance being the product of the two raters' own category shares.",
    citation: "Cohen 1960, Educational and Psychological Measurement 20(1), p. 40",
    link: "https://doi.org/10.1177/001316446002000104",
  }),
  ratings(["cohenKappaMax", "κmax"], "two", cohenKappaMax, {
    definition: "The highest Cohen's κ these two raters could reach with how often each of them uses each category.",
    citation: "Cohen 1960, Educational and Psychological Measurement 20(1), p. 42",
    link: "https://doi.org/10.1177/001316446002000104",
  }),
  ratings(["scottPi", "Scott's π"], "two", scottPi, {
    definition: "Agreement beyond chance, chance being the sum of the squared category shares of both raters pooled.",
    citation: "Scott 1955, Public Opinion Quarterly 19(3), pp. 323–324",
    link: "https://doi.org/10.1086/266577",
  }),
  ratings(["fleissKappa", "Fleiss' κ"], "two or more", fleissKappa, {
    definition: "Scott's π for any number of raters, over the items that everybody rated.",
    citation: "Fleiss 1971, Psychological Bulletin 76(5), pp. 378–380",
    link: "https://doi.org/10.1037/h0031619",
  }),
  ratings(["bennettS", "Bennett's S"], "two or more", freeMarginalKappa, {
    definition: "Agreement beyond chance, every category being equally likely by chance.",
    citation: "Bennett, Alpert & Goldstein 1954, Public Opinion Quarterly 18(3), p. 307",
    link: "https://doi.org/10.1086/266520",
  }),
  ratings(["randolphKappa", "Free-marginal κ"], "two or more", freeMarginalKappa, {
    definition: "Bennett's S for any number of raters, under the name that multi-rater studies know it by.",
    citation: "Randolph 2005, Free-marginal multirater kappa, p. 7",
    link: "https://eric.ed.gov/?id=ED490661",
  }),
  ratings(["gwetAC1", "Gwet's AC1"], "two or more", gwetAC1, {
    definition:
      "Agreement beyond chance, chance counting only for items that are hard to rate; steady when one category is very frequent.",
    citation: "Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1), pp. 29–48",
    link: "https://doi.org/10.1348/000711006X126600",
  }),
  weighted("gwetAC2Linear", "linear"),
  weighted("gwetAC2Quadratic", "quadratic"),
  weighted("gwetAC2Ordinal", "ordinal"),
  alpha("krippendorffAlphaNominal", "nominal", "all different categories are equally far apart"),
  alpha("krippendorffAlphaOrdinal", "ordinal", "categories are as far apart as there are ratings ranked between them"),
  alpha("krippendorffAlphaInterval", "interval", "categories are numbers and their difference counts"),
  alpha("krippendorffAlphaRatio", "ratio", "categories are numbers and their difference counts relative to their size"),
];

/** Measures on the spans of a report. */
export const spanF1Measures: readonly Measure<TaggedReport, SpanCount>[] = [
  f1("spanF1Exact", "Span F1, exact", "exact", "borders and kind are the same"),
  f1("spanF1Overlap", "Span F1, overlap", "overlap", "the kind is the same and they share a position"),
  f1("spanF1Borders", "Span F1, borders only", "borders", "borders are the same, whatever the kind"),
];

export const borderLabelAgreement: Measure<TaggedReport, BorderCount> = {
  id: "borderLabelAgreement",
  name: "Kind agreement given matching borders",
  definition: "Of the spans that two people gave the same borders, the share to which they also gave the same kind.",
  source: {
    citation: "Observed agreement on the matched spans, Fleiss 1971, p. 379",
    link: "https://doi.org/10.1037/h0031619",
  },
  takes: "spans",
  raters: "two or more",
  part: countMatchingBorders,
  pool: (parts) => ({
    matching: parts.reduce((total, part) => total + part.matching, 0),
    sameLabel: parts.reduce((total, part) => total + part.sameLabel, 0),
  }),
  value: labelAgreement,
};

export const unitizingAlpha2004: Measure<readonly Unitizing[], Disagreement> = {
  id: "unitizingAlpha2004",
  name: "Krippendorff's unitizing α (2004 form)",
  definition:
    "How far apart units are, or how far into the other's gaps, compared with every random arrangement of the same units.",
  source: {
    citation: "Krippendorff 2004, Content Analysis, 2nd ed., pp. 251–256, after Krippendorff 1995",
    link: "https://doi.org/10.2307/271061",
  },
  takes: "units",
  raters: "two or more",
  part: (categories) => addDisagreements(categories.map(unitizingDisagreement)),
  pool: addDisagreements,
  value: alphaOfDisagreement,
};

export const gammaMeasure: Measure<TaggedReport, GammaPart> = {
  id: "gamma",
  name: "γ",
  definition:
    "The disorder of the best alignment of everybody's spans, by place and label, against that of random continua.",
  source: {
    citation: "Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), pp. 437–479",
    link: "https://doi.org/10.1162/COLI_a_00227",
  },
  takes: "spans",
  raters: "two or more",
  part: ({ raters }, chance) => gammaPart(raters, chance),
  pool: poolGamma,
  value: gammaOfPart,
};

/** Every measure there is. A new one is a file of its own and one line here. */
export const measures: readonly MeasureCard[] = [
  ...ratingMeasures,
  ...spanF1Measures,
  borderLabelAgreement,
  unitizingAlpha2004,
  gammaMeasure,
];

interface Words {
  readonly definition: string;
  readonly citation: string;
  readonly link: string;
}

function ratings(
  [id, name]: readonly [id: string, name: string],
  raters: MeasureCard["raters"],
  value: (tally: Tally) => Outcome,
  { definition, citation, link }: Words,
): RatingMeasure {
  const source = { citation, link };
  return { id, name, definition, source, takes: "ratings", raters, part: (tally) => tally, pool: addTallies, value };
}

function weighted(id: string, weights: "linear" | "quadratic" | "ordinal"): RatingMeasure {
  return ratings([id, `Gwet's AC2, ${weights} weights`], "two or more", gwetAC2(weights), {
    definition: `Gwet's AC1 with partial credit for near categories, by ${weights} weights.`,
    citation: "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.",
    link: "https://cran.r-project.org/package=irrCAC",
  });
}

function alpha(id: string, level: "nominal" | "ordinal" | "interval" | "ratio", meaning: string): RatingMeasure {
  return ratings([id, `Krippendorff's α, ${level}`], "two or more", krippendorffAlpha(level), {
    definition: `One less observed over expected disagreement, missing ratings allowed; ${meaning}.`,
    citation: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability",
    link: "https://repository.upenn.edu/asc_papers/43",
  });
}

function f1(id: string, name: string, match: SpanMatch, meaning: string): Measure<TaggedReport, SpanCount> {
  return {
    id,
    name,
    definition: `The harmonic mean of both people's shares of spans that the other has too: ${meaning}.`,
    source: {
      citation: "Hripcsak & Rothschild 2005, J. Am. Med. Inform. Assoc. 12(3), pp. 296–298",
      link: "https://doi.org/10.1197/jamia.M1733",
    },
    takes: "spans",
    raters: "two or more",
    part: ({ raters }) => countSpans(raters)[match],
    pool: addCounts,
    value: spanF1,
  };
}
