import { type Chance, seededChance } from "@/domain/agreement/chance";
import { none } from "@/domain/agreement/outcome";
import { untagged } from "@/domain/agreement/positions";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";
import { attributeSheets, type ComparedAttribute } from "@/domain/agreement/project/attributes";
import { type Confusion, confusing } from "@/domain/agreement/project/confusion";
import type { DescribedReport } from "@/domain/agreement/project/described";
import { differences, matrix } from "@/domain/agreement/project/differences";
import {
  attributeMeasures,
  followed,
  kindMeasures,
  labelMeasures,
  pairMeasures,
  type SheetMeasure,
} from "@/domain/agreement/project/figures";
import { type GammaLimits, gammaFigure } from "@/domain/agreement/project/gamma-figure";
import { type LabelSets, labelSets, labelSetsFor } from "@/domain/agreement/project/label-sets";
import { type ReportLayers, type Steps, spansOf } from "@/domain/agreement/project/layers";
import { figureOf, summaryOf } from "@/domain/agreement/project/measured";
import { type Over, over, type Part } from "@/domain/agreement/project/resample";
import { oneKind, wholeReport } from "@/domain/agreement/project/rows-of-report";
import { addRows, emptyRow, type Row, rowOf, type Sheet, sheetOf, sheetOfPair } from "@/domain/agreement/project/sheet";
import type { Disagreement } from "@/domain/agreement/unitizing-alpha";

/** What is compared, and how. */
export interface Comparison {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly { readonly kind: string; readonly name: string }[];
  readonly reports: readonly ReportLayers[];
  readonly described: readonly DescribedReport[];
  readonly attributes: readonly ComparedAttribute[];
  /** The measures that are wanted, by id; all but γ when left out. */
  readonly measures: readonly string[] | undefined;
  readonly seed: number;
  /** Draws of the bootstrap for the headline; a pair or a week gets a fifth of them. */
  readonly resamples: number;
  readonly gamma: GammaLimits;
}

type Computed = Omit<ProjectAgreement, "mode" | "about" | "review">;

/** Computes every figure of a project's agreement, a little at a time. */
export function* computeAgreement(comparison: Comparison): Steps<Computed> {
  const { people, reports, seed, resamples } = comparison;
  const kinds = comparison.kinds.map(({ kind }) => kind);
  const chance = seededChance(seed);
  const wanted = (measures: readonly SheetMeasure[]) =>
    measures.filter(({ id }) => comparison.measures === undefined || comparison.measures.includes(id));

  const sets = yield* setsOf(reports, kinds);
  const categories = [untagged, ...sets.sets];
  const counted = yield* countAll(comparison, kinds, sets);
  const fewer = Math.min(resamples, Math.max(100, Math.round(resamples / 5)));

  const all: About = {
    people: people.length,
    categories: categories.length,
    read: (row) => sheetOf(row, categories, people.length),
    chance,
    resamples,
  };
  const figures = yield* summed(counted.whole, all, wanted(labelMeasures));
  if (comparison.measures?.includes("gamma"))
    figures.push(yield* gammaFigure(reports, kinds, { limits: comparison.gamma, chance, resamples }));

  const byKind: Computed["byKind"] = [];
  for (const [place, kind] of kinds.entries()) {
    const parts = counted.kinds[place] ?? [];
    const tags = parts.reduce((total, { sheet }) => total + sheet().unitsSeen, 0);
    const two = [untagged, kind];
    const about = { ...all, categories: 2, read: (row: Row) => sheetOf(row, two, people.length) };
    byKind.push({ kind, tags, figures: yield* summed(parts, about, wanted(kindMeasures)) });
  }

  const pairs: Computed["pairs"] = [];
  for (const [pair, parts] of [...counted.pairs].sort(([a], [b]) => inOrder(a, b))) {
    const [first = 0, second = 0] = pair.split(" ").map(Number);
    const about = { ...all, people: 2, read: (row: Row) => sheetOfPair(row, categories), resamples: fewer };
    pairs.push({
      first: people[first]?.id ?? "",
      second: people[second]?.id ?? "",
      reports: parts.length,
      figures: yield* summed(parts, about, wanted(pairMeasures)),
    });
  }

  const overTime: Computed["overTime"] = [];
  for (const [week, parts] of byWeek(reports, counted.whole)) {
    const about = { ...all, resamples: fewer };
    overTime.push({ week, reports: parts.length, figures: yield* summed(parts, about, wanted(followed)) });
  }

  const { confusion } = counted;
  const symmetric = people.length !== 2;
  return {
    figures,
    byKind,
    byAttribute: yield* attributeFigures(comparison, chance, wanted),
    pairs,
    overTime,
    reports: worstFirst(comparison, counted.whole),
    confusion: matrix(confusion, kinds, symmetric),
    confused: differences(confusion, { kinds, people, reports, symmetric }),
  };
}

interface About {
  readonly people: number;
  readonly categories: number;
  readonly read: (row: Row) => Sheet;
  readonly chance: Chance;
  readonly resamples: number;
}

function* summed(
  parts: readonly Part[],
  { people, categories, read, ...drawing }: About,
  measures: readonly SheetMeasure[],
): Steps<AgreementFigure[]> {
  if (parts.length === 0) {
    const sheet = read(emptyRow(categories));
    const answer = noReports(people);
    return measures.map((measure) => figureOf(measure, answer, { sheet, reports: 0, raters: people }));
  }
  const answers = yield* over(parts, read, measures, drawing);
  const sheet = read(addRows(parts.map(({ row }) => row)));
  return measures.flatMap((measure) => {
    const answer = answers.get(measure.id);
    return answer ? [figureOf(measure, answer, { sheet, reports: parts.length, raters: people })] : [];
  });
}

const noReports = (people: number): Over => ({
  pooled: none(people < 2 ? "one-rater" : "no-overlap"),
  pooledInterval: undefined,
  meanOfReports: none("no-report-has-a-number"),
  meanInterval: undefined,
  reportsWithNumber: 0,
});

function* setsOf(reports: readonly ReportLayers[], kinds: readonly string[]): Steps<LabelSets> {
  const positions = new Map<string, number>();
  for (const { layers } of reports) {
    for (const layer of layers) {
      for (const { start, end, label } of labelSets(spansOf(layer, kinds), kinds))
        positions.set(label, (positions.get(label) ?? 0) + end - start);
    }
    yield;
  }
  return labelSetsFor(positions, kinds);
}

interface Counted {
  readonly whole: readonly Part[];
  readonly kinds: readonly (readonly Part[])[];
  readonly pairs: ReadonlyMap<string, readonly Part[]>;
  readonly confusion: Confusion;
}

function* countAll({ people, reports }: Comparison, kinds: readonly string[], sets: LabelSets): Steps<Counted> {
  const whole: Part[] = [];
  const byKind: Part[][] = kinds.map(() => []);
  const pairs = new Map<string, Part[]>();
  const confused = confusing(kinds.length);
  for (const [number, report] of reports.entries()) {
    const units: Disagreement[] = [];
    for (const kind of kinds.keys()) {
      const one = oneKind(report, kinds, kind, people.length);
      byKind[kind]?.push(one.part);
      units.push(one.units);
      yield;
    }
    const counted = wholeReport(report, kinds, sets, { people: people.length, units });
    whole.push(counted.whole);
    for (const { pair, part } of counted.pairs) {
      const known = pairs.get(pair);
      if (known) known.push(part);
      else pairs.set(pair, [part]);
    }
    yield;
    confused.add(report, number);
    yield;
  }
  return { whole, kinds: byKind, pairs, confusion: confused.confusion() };
}

function* attributeFigures(
  { described, attributes, people, resamples }: Comparison,
  chance: Chance,
  wanted: (measures: readonly SheetMeasure[]) => readonly SheetMeasure[],
): Steps<Computed["byAttribute"]> {
  const answers: Computed["byAttribute"] = [];
  for (const compared of attributes) {
    const { categories, sheets } = yield* attributeSheets(described, compared, people.length);
    const rated = sheets.filter(({ tally }) => tally.seen > 0);
    if (rated.every(({ tally }) => tally.rated === 0)) continue;
    const parts = rated.map((sheet): Part => ({ sheet: () => sheet, row: rowOf(sheet) }));
    const read = (row: Row) => sheetOf(row, categories, people.length);
    const about = { people: people.length, categories: categories.length, read, chance, resamples };
    const { kind, kindName, attribute, name, level } = compared;
    const called = { ...(kindName !== undefined && { kindName }), ...(name !== undefined && { name }) };
    const figures = yield* summed(parts, about, wanted(attributeMeasures[level]));
    answers.push({ kind, attribute, ...called, level, values: [...categories], figures });
  }
  return answers;
}

function byWeek(reports: readonly ReportLayers[], parts: readonly Part[]): [string, Part[]][] {
  const weeks = new Map<string, Part[]>();
  reports.forEach(({ week }, place) => {
    const part = parts[place];
    if (part) weeks.set(week, [...(weeks.get(week) ?? []), part]);
  });
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
}

function worstFirst({ people, reports }: Comparison, parts: readonly Part[]): Computed["reports"] {
  const sorting = followed.find(({ id }) => id === "spanF1Overlap");
  const valueOn = (sheet: Sheet) => {
    const outcome = sorting?.value(sheet);
    return outcome?.known ? outcome.value : 2;
  };
  return reports
    .flatMap((report, place) => {
      const part = parts[place];
      if (!part) return [];
      const sheet = part.sheet();
      return [{ report, sheet, place, value: valueOn(sheet) }];
    })
    .sort((a, b) => a.value - b.value || b.sheet.unitsSeen - a.sheet.unitsSeen || a.place - b.place)
    .map(({ report, sheet }) => ({
      id: report.id,
      title: report.title,
      week: report.week,
      people: report.layers.map(({ person }) => people[person]?.id ?? ""),
      tags: sheet.unitsSeen,
      figures: followed.map(({ id, value }) => ({ measure: id, ...summaryOf(value(sheet), undefined) })),
    }));
}

function inOrder(a: string, b: string): number {
  const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [a.split(" ").map(Number), b.split(" ").map(Number)];
  return a1 - b1 || a2 - b2;
}
