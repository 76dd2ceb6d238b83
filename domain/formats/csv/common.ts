import type { Cell } from "@/domain/formats/csv/cells";
import type { Lookup, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** Discontinuous spans stand in one cell: "12-20;31-40". Code points, end exclusive. */
export const spansOf = ({ segments }: Pick<Annotation, "segments">) =>
  segments.map(({ start, end }) => `${start}-${end}`).join(";");

export const quoteOf = ({ segments }: Pick<Annotation, "segments">) => segments.map(({ quote }) => quote).join(" […] ");

export const reportColumns = [
  "report_id",
  "report_title",
  "outlet",
  "published",
  "text_sha256",
  "offset_unit",
] as const;

export const reportCells = ({ report }: ReportBundle): Cell[] => [
  report.id,
  report.title,
  report.outlet,
  report.published,
  report.textSha256,
  report.offsetUnit,
];

export const placeColumns = ["start", "end", "segments", "quote"] as const;

export const placeCells = (tag: Annotation): Cell[] => [
  tag.segments[0]?.start,
  tag.segments.at(-1)?.end,
  spansOf(tag),
  quoteOf(tag),
];

export const workColumns = [
  "state",
  "version",
  "layer",
  "origin",
  "created_by",
  "created_at",
  "updated_by",
  "updated_at",
  "decision",
  "decided_version",
  "decided_by",
  "decided_at",
  "reason",
] as const;

/** Who did it, when, and who checked it. */
export function workCells({ tag, verdicts }: TagRecord<Annotation | Relation>, { person }: Lookup): Cell[] {
  const last = verdicts.at(-1);
  return [
    tag.state,
    tag.version,
    tag.layer,
    tag.origin,
    person.get(tag.createdBy) ?? tag.createdBy,
    tag.createdAt,
    person.get(tag.updatedBy) ?? tag.updatedBy,
    tag.updatedAt,
    last?.decision,
    last?.version,
    last && (person.get(last.by) ?? last.by),
    last?.at,
    last?.reason || undefined,
  ];
}

/** Attributes were checked against their schema when they were written; a newer field reads as unknown here. */
export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
export const truth = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
