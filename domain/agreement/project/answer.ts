import { z } from "zod";
import type { WhyNoNumber } from "@/domain/agreement/outcome";

const Why = z.custom<WhyNoNumber>((value) => typeof value === "string");

const Interval = z.object({ low: z.number(), high: z.number(), resamples: z.int() });

/** One way to sum up a measure: a number with its 95 % interval, or why there is none. */
const Value = z.object({ value: z.number().nullable(), why: Why.optional(), interval: Interval.optional() });
export type Value = z.infer<typeof Value>;

/** A measure, never as a bare number. */
export const AgreementFigure = z.object({
  measure: z.string(),
  name: z.string(),
  definition: z.string(),
  /** Where it is explained: a page of this app, and the publication. */
  explained: z.string(),
  source: z.string(),
  /** All reports counted as one. */
  pooled: Value,
  /** The plain mean of the reports' own values, of those that have one. */
  meanOfReports: Value.extend({ reports: z.int() }),
  /** What was used of what was seen: positions, spans (once for each colleague they are compared with), units, items. */
  coverage: z.object({ of: z.enum(["positions", "spans", "units", "items"]), used: z.number(), seen: z.number() }),
  n: z.object({ reports: z.int(), raters: z.int() }),
  /** γ alone: how many random continua its chance level is drawn from, and how precise that is. */
  samples: z.int().optional(),
  precision: z.number().optional(),
  sentence: z.string(),
});
export type AgreementFigure = z.infer<typeof AgreementFigure>;

const Figures = z.array(AgreementFigure);

const Place = z.object({
  reportId: z.string(),
  title: z.string(),
  start: z.int(),
  end: z.int(),
  people: z.array(z.string()),
  /** The tags of these people; null where somebody has none. */
  tagIds: z.array(z.string().nullable()),
  /** The words that each of them stands on. */
  quotes: z.array(z.string().nullable()),
});
export type ConfusedPlaceAnswer = z.infer<typeof Place>;

const Share = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });

/** In a shared project: what reviewers made of what analysts tagged. */
const ReviewedKind = z.object({
  kind: z.string(),
  decided: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  returned: z.int(),
  rejected: z.int(),
  /** Accepted as it was, of all decided, with the 95 % interval after Wilson. */
  share: Share,
});
export type ReviewedKind = z.infer<typeof ReviewedKind>;

/** How far people agree in a project: every figure with what it rests on. */
export const ProjectAgreement = z.object({
  mode: z.enum(["shared", "independent"]),
  about: z.object({
    /** Reports whose layers are open, those of them that two or more people tagged, and those still worked on blind. */
    reports: z.object({ open: z.int(), compared: z.int(), blind: z.int() }),
    tags: z.int(),
    people: z.array(z.object({ id: z.string(), name: z.string(), reports: z.int(), tags: z.int() })),
    kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
    /** What a position is. */
    positions: z.enum(["characters", "words"]),
    /** The layers as they were when they opened, or as they are now. */
    layers: z.enum(["blind", "now"]),
    /** Whether tags that began as suggestions count. */
    proposals: z.enum(["with", "without"]),
    seed: z.int(),
    /** What was left out because there is too much of it, in plain words. */
    capped: z.array(z.string()),
  }),
  figures: Figures,
  byKind: z.array(z.object({ kind: z.string(), tags: z.int(), figures: Figures })),
  byAttribute: z.array(
    z.object({
      kind: z.string(),
      /** What a project calls a kind of link of its own. */
      kindName: z.string().optional(),
      attribute: z.string(),
      /** What a project calls an attribute of its own. */
      name: z.string().optional(),
      level: z.enum(["nominal", "ordinal"]),
      values: z.array(z.string()),
      figures: Figures,
    }),
  ),
  pairs: z.array(z.object({ first: z.string(), second: z.string(), reports: z.int(), figures: Figures })),
  overTime: z.array(z.object({ week: z.string(), reports: z.int(), figures: Figures })),
  /** Those that agree least come first. */
  reports: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      week: z.string(),
      people: z.array(z.string()),
      tags: z.int(),
      figures: z.array(z.object({ measure: z.string(), value: z.number().nullable(), why: Why.optional() })),
    }),
  ),
  confusion: z.object({
    /** The kinds, then "nothing". */
    labels: z.array(z.string()),
    /** Of two people, rows are the first's; of more, every difference stands both ways. */
    cells: z.array(z.array(z.number())),
    symmetric: z.boolean(),
  }),
  /** What is taken for what, most often first. */
  confused: z.array(z.object({ labels: z.array(z.string()), count: z.int(), places: z.array(Place) })),
  review: z.array(ReviewedKind).optional(),
});
export type ProjectAgreement = z.infer<typeof ProjectAgreement>;
