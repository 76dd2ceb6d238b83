import { type Chance, seededChance } from "@/domain/agreement/chance";
import type { AgreementFile, GammaEntry, RatingEntry, UnitizingEntry } from "@/domain/agreement/file";
import { gamma } from "@/domain/agreement/gamma";
import { ratingMeasures } from "@/domain/agreement/measures";
import type { Outcome, WhyNoNumber } from "@/domain/agreement/outcome";
import { itemIntervals, tallyOfStudy } from "@/domain/agreement/study";
import { unitizingAlpha, unitizingAlphaOverall, withoutOverlaps } from "@/domain/agreement/unitizing-alpha";

export interface AnswerOptions {
  /** Seed of all chance: the random continua of γ and the bootstrap. Each entry starts from it again. */
  readonly seed: number;
  /** Precision of the expected disorder of γ, such as 0.02. */
  readonly precision: number;
}

/** A number, or `null` with its reason under the same name in `why`. */
export type Figure = number | null;

export interface Reasons {
  readonly why?: Readonly<Record<string, WhyNoNumber>>;
}

export interface RatingAnswer extends Reasons {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  /** Items that have two ratings or more, of those in the entry. */
  readonly items: { readonly used: number; readonly seen: number; readonly complete: number };
  readonly raters: number;
  readonly categoriesUsed: readonly string[];
}

export interface UnitizingAnswer extends Reasons {
  readonly alpha: Figure | Readonly<Record<string, Figure>>;
  readonly continuum: { readonly start: number; readonly length: number };
  readonly continuumFrom: string;
  /** Units left out because they overlap another of the same rater and category. */
  readonly overlapsLeftOut: number;
}

export interface GammaAnswer extends Reasons {
  readonly value: Figure;
  readonly gamma: Figure;
  readonly gammaCat: Figure;
  readonly gammaByLabel: Readonly<Record<string, Figure>>;
  readonly expectedDisorder: Figure;
  readonly samples: number;
  readonly seed: number;
  readonly precision: number;
}

export interface Answer {
  readonly categorical?: readonly RatingAnswer[];
  readonly unitizing?: readonly UnitizingAnswer[];
  readonly gamma?: readonly GammaAnswer[];
}

/** Computes everything a file has data for, entry by entry. */
export function answer({ categorical, unitizing, gamma: gammas }: AgreementFile, options: AnswerOptions): Answer {
  return {
    ...(categorical && { categorical: categorical.map((entry) => answerRatings(entry, seededChance(options.seed))) }),
    ...(unitizing && { unitizing: unitizing.map(answerUnitizing) }),
    ...(gammas && { gamma: gammas.entries.map((entry) => answerGamma(entry, options)) }),
  };
}

function answerRatings({ study }: RatingEntry, chance: Chance): RatingAnswer {
  const tally = tallyOfStudy(study);
  const outcomes = ratingMeasures.map(({ id, value }) => [id, value(tally)] as const);
  const intervals = itemIntervals(study, ratingMeasures, chance);
  return {
    figures: figuresOf(outcomes),
    intervals: Object.fromEntries([...intervals].map(([id, { low, high }]) => [id, [low, high]])),
    items: { used: tally.paired, seen: tally.seen, complete: tally.complete },
    raters: tally.raters,
    categoriesUsed: tally.categories,
    ...reasonsOf(outcomes),
  };
}

function answerUnitizing({ categories, extent }: UnitizingEntry): UnitizingAnswer {
  const overall = unitizingAlphaOverall(categories.map(({ unitizing }) => unitizing));
  const named = categories.flatMap(({ name, unitizing }) =>
    name === undefined ? [] : [[name, unitizingAlpha(unitizing)] as const],
  );
  const outcomes = [...named, ["overall", overall] as const];
  const lists = categories.flatMap(({ unitizing }) => unitizing.raters);
  return {
    alpha: named.length > 0 ? figuresOf(outcomes) : figureOf(overall),
    continuum: { start: extent.start, length: extent.length },
    continuumFrom: extent.from,
    overlapsLeftOut: lists.reduce((total, units) => total + units.length - withoutOverlaps(units).length, 0),
    ...reasonsOf(outcomes),
  };
}

function answerGamma({ raters, weights }: GammaEntry, { seed, precision }: AnswerOptions): GammaAnswer {
  const result = gamma(raters, seededChance(seed), { weights, precision });
  if (!result.known) {
    const nothing = { value: null, gamma: null, gammaCat: null, gammaByLabel: {}, expectedDisorder: null };
    return { ...nothing, samples: 0, seed, precision, why: { gamma: result.why } };
  }
  const byLabel = [...result.gammaByLabel];
  const outcomes = [["gamma", result.gamma] as const, ["gammaCat", result.gammaCat] as const];
  return {
    value: result.observedDisorder,
    gamma: figureOf(result.gamma),
    gammaCat: figureOf(result.gammaCat),
    gammaByLabel: figuresOf(byLabel),
    expectedDisorder: result.expectedDisorder ?? null,
    samples: result.samples,
    seed,
    precision,
    ...reasonsOf([...outcomes, ...byLabel.map(([label, outcome]) => [`gammaByLabel.${label}`, outcome] as const)]),
  };
}

type Named = readonly (readonly [string, Outcome])[];

function figureOf(outcome: Outcome): Figure {
  return outcome.known ? outcome.value : null;
}

function figuresOf(outcomes: Named): Readonly<Record<string, Figure>> {
  return Object.fromEntries(outcomes.map(([name, outcome]) => [name, figureOf(outcome)]));
}

function reasonsOf(outcomes: Named): Reasons {
  const reasons = outcomes.flatMap(([name, outcome]) => (outcome.known ? [] : [[name, outcome.why] as const]));
  return reasons.length === 0 ? {} : { why: Object.fromEntries(reasons) };
}
