import { z } from "zod";
import { type ContinuumFields, type Extent, readContinuum } from "@/domain/agreement/continuum";
import { evenly } from "@/domain/agreement/gamma/dissimilarity";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { type Study, studyOfRatings, studyOfTable } from "@/domain/agreement/study";
import type { Unitizing } from "@/domain/agreement/unitizing-alpha";

/** What is wrong with which entry of an agreement file, in English. */
export interface FileProblem {
  readonly entry: string;
  readonly reason: string;
}

export interface RatingEntry {
  readonly given: object;
  readonly study: Study;
}

export interface UnitizingEntry {
  readonly given: object;
  readonly extent: Extent;
  /** Units by category; `undefined` as name when the entry has units without categories. */
  readonly categories: readonly { readonly name: string | undefined; readonly unitizing: Unitizing }[];
}

export interface GammaEntry {
  readonly given: object;
  readonly raters: readonly (readonly LabelledSpan[])[];
  readonly weights: typeof evenly;
}

/** A file of data to compute agreement of, checked. */
export interface AgreementFile {
  readonly given: object;
  readonly categorical: readonly RatingEntry[] | undefined;
  readonly unitizing: readonly UnitizingEntry[] | undefined;
  readonly gamma: { readonly given: object; readonly entries: readonly GammaEntry[] } | undefined;
}

export type ReadFile =
  | { readonly ok: true; readonly file: AgreementFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const rating = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const ratingLists = z.array(z.union([z.string(), z.array(rating)])).min(1);
const names = z.array(z.union([z.string(), z.number()])).optional();

const RatingFields = z.looseObject({
  source: z.string().optional(),
  table: z
    .array(z.array(z.number().int().min(0)))
    .min(1)
    .optional(),
  ratings: ratingLists.optional(),
  byRater: ratingLists.optional(),
  categories: names,
});

const unit = z.tuple([z.number().int(), z.number().int().min(1)]);
const unitLists = z.array(z.array(unit)).min(1);
const UnitizingFields = z.looseObject({
  source: z.string().optional(),
  categories: z.record(z.string(), unitLists).optional(),
  raters: unitLists.optional(),
  continuum: z
    .union([
      z.string(),
      z.tuple([z.number(), z.number()]),
      z.looseObject({ start: z.number().optional(), length: z.number().optional() }),
    ])
    .optional(),
  start: z.number().int().optional(),
  length: z.number().int().min(1).optional(),
});

const span = z.tuple([z.number(), z.number(), z.union([z.string(), z.number()])]);
const weight = z.number().min(0).optional();
const GammaFields = z.looseObject({ raters: z.array(z.array(span)).min(1), alpha: weight, beta: weight });

const FileFields = z.looseObject({
  categorical: z.array(RatingFields).optional(),
  unitizing: z.array(UnitizingFields).optional(),
  gamma: z.looseObject({ observedDisorder: z.array(GammaFields).optional(), alpha: weight, beta: weight }).optional(),
});

/** Reads a file shaped like the published examples; values may be left out. Finds every problem, not the first. */
export function readAgreementFile(content: unknown): ReadFile {
  const parsed = FileFields.safeParse(content);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => ({ entry: pathOf(path), reason: message })),
    };
  }
  const { categorical, unitizing, gamma } = parsed.data;
  if (!categorical && !unitizing && !gamma?.observedDisorder)
    return {
      ok: false,
      problems: [{ entry: "the file", reason: "has none of categorical, unitizing, gamma.observedDisorder" }],
    };

  const problems: FileProblem[] = [];
  const each = <Given extends object, Read>(
    name: string,
    given: readonly Given[] | undefined,
    read: (one: Given) => Read | string,
  ): readonly Read[] | undefined =>
    given?.flatMap((one, place) => {
      const result = read(one);
      if (typeof result !== "string") return [result];
      problems.push({ entry: `${name}[${place}]`, reason: result });
      return [];
    });

  const shared = { alpha: gamma?.alpha ?? evenly.alpha, beta: gamma?.beta ?? evenly.beta };
  const gammas = each("gamma.observedDisorder", gamma?.observedDisorder, (one) => readGamma(one, shared));
  const file: AgreementFile = {
    given: parsed.data,
    categorical: each("categorical", categorical, readRatings),
    unitizing: each("unitizing", unitizing, readUnitizing),
    gamma: gamma && gammas ? { given: gamma, entries: gammas } : undefined,
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file };
}

function pathOf(path: readonly PropertyKey[]): string {
  const words = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return words.replace(/^\./, "") || "the file";
}

function readRatings(given: z.infer<typeof RatingFields>): RatingEntry | string {
  const { table, ratings, byRater } = given;
  const categories = given.categories?.map(String);
  if ([table, ratings, byRater].filter((one) => one !== undefined).length !== 1)
    return "needs exactly one of table, ratings, byRater";
  if (table) {
    const odd = table.findIndex((row) => row.length !== table.length);
    if (odd !== -1)
      return `table must be square: row ${odd} has ${table[odd]?.length} numbers, there are ${table.length} rows`;
    if (categories && categories.length !== table.length)
      return `categories names ${categories.length}, table has ${table.length}`;
    return { given, study: studyOfTable(table, categories) };
  }
  const lists = (ratings ?? byRater ?? []).map(ratingsOf);
  const name = ratings ? "ratings" : "byRater";
  const odd = lists.findIndex((list) => list.length !== lists[0]?.length);
  if (odd !== -1) return `${name}[${odd}] has ${lists[odd]?.length} ratings, ${name}[0] has ${lists[0]?.length}`;
  const items = ratings ? lists : transposed(lists);
  const unknown = categories && items.flat().find((one) => one !== undefined && !categories.includes(one));
  if (unknown !== undefined) return `"${unknown}" is rated but not among categories`;
  return { given, study: studyOfRatings(items, categories) };
}

const missingMarks: ReadonlySet<unknown> = new Set([null, "", "_", "*"]);

function ratingsOf(list: string | readonly z.infer<typeof rating>[]): readonly (string | undefined)[] {
  return Array.from(list, (one) => (missingMarks.has(one) ? undefined : String(one)));
}

function transposed(lists: readonly (readonly (string | undefined)[])[]): readonly (readonly (string | undefined)[])[] {
  return (lists[0] ?? []).map((_, item) => lists.map((list) => list[item]));
}

function readUnitizing(given: z.infer<typeof UnitizingFields>): UnitizingEntry | string {
  const named = Object.entries(given.categories ?? {}).map(([name, raters]) => ({ name, raters }));
  const lists = given.raters ? [{ name: undefined, raters: given.raters }] : named;
  if (Boolean(given.raters) === Boolean(given.categories)) return "needs exactly one of categories, raters";
  const odd = lists.find(({ raters }) => raters.length !== lists[0]?.raters.length);
  if (odd)
    return `category ${odd.name} has ${odd.raters.length} raters, ${lists[0]?.name} has ${lists[0]?.raters.length}`;

  const units = lists.flatMap(({ raters }) => raters.flat());
  const fields: ContinuumFields = {
    continuum: given.continuum,
    start: given.start,
    length: given.length,
    source: given.source,
  };
  const extent = readContinuum(fields, units);
  const outside = units.find(
    ([start, length]) => start < extent.start || start + length > extent.start + extent.length,
  );
  if (outside) {
    return `unit [${outside.join(", ")}] is outside the continuum from ${extent.start} to ${extent.start + extent.length}`;
  }
  const categories = lists.map(({ name, raters }) => ({
    name,
    unitizing: {
      start: extent.start,
      length: extent.length,
      raters: raters.map((list) => list.map(([start, length]) => ({ start, length }))),
    },
  }));
  return { given, extent, categories };
}

function readGamma(given: z.infer<typeof GammaFields>, shared: { alpha: number; beta: number }): GammaEntry | string {
  const odd = given.raters.flat().find(([start, end]) => end <= start);
  if (odd) return `unit [${odd.join(", ")}] ends where it starts or before`;
  const raters = given.raters.map((units) =>
    units.map(([start, end, label]) => ({ start, end, label: String(label) })),
  );
  return { given, raters, weights: { ...evenly, alpha: given.alpha ?? shared.alpha, beta: given.beta ?? shared.beta } };
}
