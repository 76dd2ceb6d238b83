import { z } from "zod";
import { Extraction } from "@/domain/document/extraction";
import { OpId, ProjectId, ReportId, RevisionId, UserId } from "@/domain/ids";
import { ReportFieldValues } from "@/domain/report/report-fields";
import { directions, reportStates, triages } from "@/domain/report/report-values";
import { Sort } from "@/domain/report/table-preference";

export const Triage = z.enum(triages);
export type Triage = z.infer<typeof Triage>;

export const ReportState = z.enum(reportStates);
export type ReportState = z.infer<typeof ReportState>;

/** BCP 47, as `Intl` understands it. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag like en or ar-SY.");

/** A day or an instant, as precise as the report is. */
const when = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

export const Provenance = z.strictObject({
  title: z.string().trim().min(1).max(500),
  outlet: z.string().trim().max(300).optional(),
  author: z.string().trim().max(300).optional(),
  published: when.optional(),
  retrieved: when.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  language: Language.optional(),
  direction: z.enum(directions).optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** A report pasted or sent as JSON: its text is taken as it is, with newlines made LF. */
export const PutReport = z.strictObject({
  ...Provenance.shape,
  fields: ReportFieldValues.optional(),
  /** Sent again with the same one, a report is answered as it was the first time. */
  opId: OpId.optional(),
  text: z.string().min(1),
  mediaType: z.enum(["text/plain", "text/markdown"]).default("text/plain"),
});
export type PutReport = z.infer<typeof PutReport>;

export const Triaging = z
  .strictObject({
    triage: Triage,
    duplicateOf: ReportId.optional(),
    /** What it was seen to be, so that a colleague's triage is told instead of being overruled. */
    seen: Triage.optional(),
  })
  .refine(({ triage, duplicateOf }) => (triage === "duplicate of") === (duplicateOf !== undefined), {
    path: ["duplicateOf"],
    error: "Name the report that this one duplicates.",
  });

export type Triaging = z.infer<typeof Triaging>;

const emptied = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

/** What may be corrected about a report; null empties a field. */
const ChangeProvenance = z.strictObject({
  title: Provenance.shape.title.optional(),
  outlet: emptied(Provenance.shape.outlet.unwrap()),
  author: emptied(Provenance.shape.author.unwrap()),
  published: emptied(when),
  retrieved: emptied(when),
  url: emptied(Provenance.shape.url.unwrap()),
  language: Language.optional(),
  direction: z.enum(directions).optional(),
  /** All of them, as they are to stand from now on. */
  fields: ReportFieldValues.optional(),
});

/** -1 low, 0 ordinary, 1 high, 2 urgent. */
const Priority = z.int().min(-1).max(2);

/** What an editor plans for a report; null takes a due date or an embargo away. */
const PlanReport = z.strictObject({
  priority: Priority.optional(),
  due: emptied(z.iso.date()),
  /** Nothing of the report leaves in an export before. */
  embargoUntil: emptied(z.iso.datetime({ offset: true })),
});

const changeable = z.strictObject({ ...ChangeProvenance.shape, ...PlanReport.shape });

/**
 * What may be changed about a report as a whole. `seen` holds what stood in these fields: what is wanted as it was seen
 * is left as it is by now, and of what somebody else changed meanwhile this person is told.
 */
export const ChangeReport = changeable.extend({
  /** What was taken from the document about itself is right as it stands now. */
  foundConfirmed: z.literal(true).optional(),
  seen: changeable.optional(),
});
export type ChangeReport = z.infer<typeof ChangeReport>;

/** The same change to many reports at once. */
export const ChangeReports = z
  .strictObject({
    reports: z.array(ReportId).min(1).max(500),
    triage: Triage.optional(),
    duplicateOf: ReportId.optional(),
    ...PlanReport.shape,
    /** By report, what was seen of what is to change: where a colleague changed one, none is changed. */
    seen: z.record(ReportId, z.strictObject({ triage: Triage.optional(), ...PlanReport.shape })).optional(),
  })
  .refine(({ triage, duplicateOf }) => (triage === "duplicate of") === (duplicateOf !== undefined), {
    path: ["duplicateOf"],
    error: "Name the report that these duplicate.",
  })
  .refine(
    ({ reports: _reports, seen: _seen, ...change }) => Object.values(change).some((value) => value !== undefined),
    {
      error: "Say what is to change.",
    },
  );
export type ChangeReports = z.infer<typeof ChangeReports>;

export const TagCounts = z.object({
  open: z.int(),
  accepted: z.int(),
  returned: z.int(),
  rejected: z.int(),
});

/**
 * One row of the reports table. `tags` are those of the layer that counts, with what of analysts' tags is still to be
 * settled among the open ones; for an analyst who works blind, their own.
 */
export const ReportRow = z.object({
  id: ReportId,
  projectId: ProjectId,
  ...Provenance.shape,
  language: z.string(),
  direction: z.enum(directions),
  /** What the desk notes, as the codebook's report fields ask; left out when there is nothing. */
  fields: ReportFieldValues.optional(),
  state: ReportState,
  triage: Triage,
  duplicateOf: ReportId.optional(),
  words: z.int(),
  codePoints: z.int(),
  tags: TagCounts,
  /** Once the layers of independent work are open: the analysts' tags, and how many of them are settled. */
  toSettle: z.object({ tags: z.int(), settled: z.int() }).optional(),
  openThreads: z.int(),
  priority: z.int(),
  due: z.iso.date().optional(),
  embargoUntil: z.iso.datetime().optional(),
  /** Since when nobody works blind on it any more, so that the work of its analysts can be compared. */
  layersOpenedAt: z.iso.datetime().optional(),
  /** Closed and put away, out of the table unless asked for. */
  archivedAt: z.iso.datetime().optional(),
  /** Who has work on it; of blind colleagues only oneself. */
  assignees: z.array(UserId),
  createdAt: z.iso.datetime(),
  createdBy: UserId,
});
export type ReportRow = z.infer<typeof ReportRow>;

/** How the house works on a report is no part of a dataset. */
export const staysInTheHouse = {
  tags: true,
  toSettle: true,
  openThreads: true,
  assignees: true,
  priority: true,
  due: true,
  embargoUntil: true,
  archivedAt: true,
} as const;

export const Block = z.object({
  ordinal: z.int().nonnegative(),
  type: z.enum(["paragraph", "heading", "list-item", "quote", "table-cell", "footnote"]),
  attributes: z.record(z.string(), z.unknown()),
  /** Code points from the start of the revision's text. */
  start: z.int().nonnegative(),
  text: z.string(),
  /** The separator between the block before (or the start) and this one. */
  before: z.string(),
});
export type Block = z.infer<typeof Block>;

/** How the encoding of a file was told: by its bytes, by somebody who said it, or by what its letters would be. */
export const EncodingBasis = z.enum(["certain", "said", "guess"]);
export type EncodingBasis = z.infer<typeof EncodingBasis>;

export const Report = z.object({
  ...ReportRow.shape,
  /** Nobody named the language; it was guessed from the text. */
  languageGuessed: z.boolean().default(false),
  revisionId: RevisionId,
  revision: z.int().positive(),
  /** The whole canonical text; joining `blocks` and `tail` gives the same. */
  text: z.string(),
  offsetUnit: z.literal("code point"),
  textSha256: z.string(),
  original: z.object({
    sha256: z.string(),
    bytes: z.int(),
    encoding: z.string(),
    encodingBasis: EncodingBasis.default("certain"),
    mediaType: z.string(),
    fileName: z.string().optional(),
  }),
  /** How its text was taken from the document that came. */
  extraction: Extraction.default({ extractor: "text 1", ranges: [], warnings: [], found: [] }),
  /** Whether somebody looked at what was taken from the document about itself. */
  foundConfirmed: z.boolean().default(true),
  closedAt: z.iso.datetime().optional(),
});
export type Report = z.infer<typeof Report>;

/** Several reports at once; each is answered for itself. */
export const PutReports = z.strictObject({ reports: z.array(PutReport).min(1).max(500) });

/** What a filter of the reports table may ask. Days are of publication, else of import. */
export const ReportFilters = z.object({
  state: z.enum(reportStates).optional(),
  outlet: z.string().max(300).optional(),
  language: z.string().max(35).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Words of the title. */
  q: z.string().trim().max(200).optional(),
  /** A report field of the codebook, and words that stand in it; any when left out. */
  field: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,60}$/)
    .optional(),
  fieldValue: z.string().trim().max(200).optional(),
  /** A person's id, or "nobody". */
  assignee: z.union([UserId, z.literal("nobody")]).optional(),
  /** Archived reports instead of the others. */
  archived: z.enum(["true", "false"]).optional(),
  /** Due on this day or before. */
  due: z.iso.date().optional(),
  /** At least this urgent: -1 to 2. */
  priority: z.coerce.number().int().min(-1).max(2).optional(),
  /** By what the list is sorted; "-imported" when left out. */
  sort: Sort.optional(),
});
export type ReportFilters = z.infer<typeof ReportFilters>;
