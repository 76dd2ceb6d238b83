import type { Chance } from "@/domain/agreement/chance";
import { type Alignment, bestAlignment } from "@/domain/agreement/gamma/best-alignment";
import { categoryDisorder } from "@/domain/agreement/gamma/category-disorder";
import { type Dissimilarity, evenly } from "@/domain/agreement/gamma/dissimilarity";
import { randomContinuum } from "@/domain/agreement/gamma/random-continuum";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { none, number, type Outcome, type WhyNoNumber } from "@/domain/agreement/outcome";

export interface GammaOptions {
  readonly weights?: Dissimilarity;
  /** How near the expected disorder shall be to its true mean, 95 times of 100: 0.02 is 2 %. */
  readonly precision?: number;
  /** Random continua drawn before it is known how many are needed; 30 in the paper. */
  readonly firstSamples?: number;
  /** Draws random continua even when the observed disorder is 0, where γ is 1 without them. */
  readonly alwaysDraw?: boolean;
}

/** γ and all that belongs to it, or why there is none. */
export type Gamma =
  | { readonly known: false; readonly why: WhyNoNumber }
  | {
      readonly known: true;
      readonly gamma: Outcome;
      /** γcat: agreement on the labels of aligned units alone. */
      readonly gammaCat: Outcome;
      /** γ_k: the same, only where one of the two used the label. */
      readonly gammaByLabel: ReadonlyMap<string, Outcome>;
      readonly alignment: Alignment;
      readonly observedDisorder: number;
      /** `undefined` when nothing was drawn because the observed disorder is 0. */
      readonly expectedDisorder: number | undefined;
      readonly samples: number;
    };

/**
 * γ of Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3), pp. 437–479: 1 − observed / expected
 * disorder, the observed one being that of the best alignment of all raters' units, the expected one the mean of
 * as many random continua as `precision` asks (section 5.3: one top-up to (1.96 · cv / precision)², cv being their
 * population standard deviation ÷ mean). Not clamped: below 0 is worse than chance. With γcat and γ_k of Mathet
 * (2017), expected over the same continua.
 */
export function gamma(raters: readonly (readonly LabelledSpan[])[], chance: Chance, options: GammaOptions = {}): Gamma {
  const steps = gammaInSteps(raters, chance, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a step a random continuum, for those who have other things to do meanwhile. */
export function* gammaInSteps(
  raters: readonly (readonly LabelledSpan[])[],
  chance: Chance,
  options: GammaOptions = {},
): Generator<undefined, Gamma, undefined> {
  const { weights = evenly, precision = 0.02, firstSamples = 30, alwaysDraw = false } = options;
  if (raters.every((units) => units.length === 0)) return { known: false, why: "nobody-tagged" };
  if (raters.length < 2) return { known: false, why: "one-rater" };
  const alignment = bestAlignment(raters, weights);
  if (!alignment) return { known: false, why: "too-many-alignments" };

  const labels = [...new Set(raters.flat().map((unit) => unit.label))].sort();
  const observedByLabel = labels.map((label) => categoryDisorder(alignment.unitary, weights, label));
  const observedCat = categoryDisorder(alignment.unitary, weights);
  const perfect = alignment.disorder === 0 && !alwaysDraw;
  const draws = perfect ? [] : yield* drawSamples({ raters, weights, precision, firstSamples, labels }, chance);
  if (!draws) return { known: false, why: "too-many-alignments" };

  const expectedDisorder = mean(draws.map((draw) => draw.disorder));
  const { disorder } = alignment;
  return {
    known: true,
    gamma: againstChance(disorder, expectedDisorder),
    gammaCat: againstChance(observedCat, meanKnown(draws.map((draw) => draw.category))),
    gammaByLabel: new Map(
      labels.map((label, place) => [
        label,
        againstChance(observedByLabel[place], meanKnown(draws.map((draw) => draw.byLabel[place]))),
      ]),
    ),
    alignment,
    observedDisorder: disorder,
    expectedDisorder,
    samples: draws.length,
  };
}

interface Draw {
  readonly disorder: number;
  readonly category: number | undefined;
  readonly byLabel: readonly (number | undefined)[];
}

interface Sampling extends Required<Omit<GammaOptions, "alwaysDraw">> {
  readonly raters: readonly (readonly LabelledSpan[])[];
  readonly labels: readonly string[];
}

function* drawSamples(
  sampling: Sampling,
  chance: Chance,
): Generator<undefined, readonly Draw[] | undefined, undefined> {
  const { precision, firstSamples } = sampling;
  const draws: Draw[] = [];
  for (let needed = firstSamples; draws.length < needed; ) {
    const draw = drawOne(sampling, chance);
    if (!draw) return undefined;
    yield;
    if (draws.push(draw) === firstSamples) needed = Math.max(needed, samplesFor(draws, precision));
  }
  return draws;
}

function drawOne({ raters, weights, labels }: Sampling, chance: Chance): Draw | undefined {
  const continuum = randomContinuum(raters, chance);
  const alignment = bestAlignment(continuum, weights);
  return (
    alignment && {
      disorder: alignment.disorder,
      category: categoryDisorder(alignment.unitary, weights),
      byLabel: labels.map((label) => categoryDisorder(alignment.unitary, weights, label)),
    }
  );
}

function samplesFor(draws: readonly Draw[], precision: number): number {
  const centre = mean(draws.map(({ disorder }) => disorder)) ?? 0;
  if (centre === 0) return draws.length;
  const variance = mean(draws.map(({ disorder }) => (disorder - centre) ** 2)) ?? 0;
  return Math.ceil((1.96 ** 2 * variance) / (centre * precision) ** 2);
}

function againstChance(observed: number | undefined, expected: number | undefined): Outcome {
  if (observed === undefined) return none("nothing-aligned");
  if (observed === 0) return number(1);
  return expected ? number(1 - observed / expected) : none("no-chance-disorder");
}

function meanKnown(values: readonly (number | undefined)[]): number | undefined {
  return mean(values.filter((value) => value !== undefined));
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0) / values.length;
}

/** What a report adds to a γ over many reports: sums of disorder × mean units a rater, which can be added. */
export interface GammaPart {
  readonly units: number;
  readonly observed: number;
  readonly expected: number;
  /** Reports whose best alignment could not be proven. */
  readonly refused: number;
}

export function gammaPart(raters: readonly (readonly LabelledSpan[])[], chance: Chance): GammaPart {
  return gammaPartOf(raters, gamma(raters, chance, { alwaysDraw: true }));
}

export function gammaPartOf(raters: readonly (readonly LabelledSpan[])[], result: Gamma): GammaPart {
  const units = raters.flat().length / raters.length;
  if (result.known) {
    const { observedDisorder, expectedDisorder = 0 } = result;
    return { units, observed: observedDisorder * units, expected: expectedDisorder * units, refused: 0 };
  }
  return { units: 0, observed: 0, expected: 0, refused: result.why === "too-many-alignments" ? 1 : 0 };
}

export function poolGamma(parts: readonly GammaPart[]): GammaPart {
  const total = { units: 0, observed: 0, expected: 0, refused: 0 };
  for (const each of parts) {
    total.units += each.units;
    total.observed += each.observed;
    total.expected += each.expected;
    total.refused += each.refused;
  }
  return total;
}

/** 1 − Σ observed / Σ expected; one report that could not be aligned leaves no number, for it might change it. */
export function gammaOfPart({ units, observed, expected, refused }: GammaPart): Outcome {
  if (refused > 0) return none("too-many-alignments");
  return units === 0 ? none("nobody-tagged") : againstChance(observed, expected);
}
