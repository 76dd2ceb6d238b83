import type { Column } from "@/domain/formats/csv/column";
import type { Lookup, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { UserId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

type Spans = Pick<Annotation, "segments">;

/**
 * Spans in one cell: "12..20;31..40". Code points, end exclusive.
 * Two dots, because a spreadsheet reads "1-12" as a day and "1:12" as a time.
 */
export const spansOf = ({ segments }: Spans) => segments.map(({ start, end }) => `${start}..${end}`).join(";");

export const quoteOf = ({ segments }: Spans) => segments.map(({ quote }) => quote).join(" […] ");

/** Several values in one cell; blank when there is none. */
export const listed = (values: readonly (string | undefined)[]) => {
  const said = values.filter((value) => value !== undefined && value !== "");
  return said.length === 0 ? undefined : said.join("; ");
};

const named = (id: UserId, { person }: Lookup) => person.get(id) ?? id;

/** Which report a row belongs to. */
export const reportColumns: readonly Column<ReportBundle>[] = [
  { name: "report_id", type: "id", means: "The report.", of: ({ report }) => report.id },
  { name: "report_title", type: "text", means: "Its title.", of: ({ report }) => report.title },
  { name: "outlet", type: "text", means: "Where it was published.", of: ({ report }) => report.outlet },
  {
    name: "published",
    type: "date",
    means: "When it was published, as precisely as known.",
    of: ({ report }) => report.published,
  },
  {
    name: "text_sha256",
    type: "text",
    means: "SHA-256 of the text that the offsets count in, UTF-8.",
    of: ({ report }) => report.textSha256,
  },
  { name: "offset_unit", type: "text", means: "What offsets count.", of: ({ report }) => report.offsetUnit },
];

/** Where the words stand. */
export const spanColumns: readonly Column<Spans>[] = [
  {
    name: "start",
    type: "integer",
    means: "Offset of the first character, from 0.",
    of: (tag) => tag.segments[0]?.start,
  },
  {
    name: "end",
    type: "integer",
    means: "Offset after the last character.",
    of: (tag) => tag.segments.at(-1)?.end,
  },
  { name: "segments", type: "text", means: "Every part, start..end, with semicolons between.", of: spansOf },
  { name: "quote", type: "text", means: "The words; parts are joined by […].", of: quoteOf },
];

type Work = TagRecord<Annotation | Relation>;
const last = ({ verdicts }: Work) => verdicts.at(-1);

/** Who did it, when, and who checked it. */
export const workColumns: readonly Column<Work>[] = [
  { name: "state", type: "text", means: "open, accepted, returned or rejected.", of: ({ tag }) => tag.state },
  { name: "version", type: "integer", means: "The version that is exported.", of: ({ tag }) => tag.version },
  { name: "layer", type: "text", means: "shared, or final in independent projects.", of: ({ tag }) => tag.layer },
  { name: "origin", type: "text", means: "person, or the engine that proposed it.", of: ({ tag }) => tag.origin },
  { name: "created_by", type: "text", means: "Who made it first.", of: ({ tag }, look) => named(tag.createdBy, look) },
  { name: "created_at", type: "time", means: "When it was made.", of: ({ tag }) => tag.createdAt },
  {
    name: "updated_by",
    type: "text",
    means: "Who made this version.",
    of: ({ tag }, look) => named(tag.updatedBy, look),
  },
  { name: "updated_at", type: "time", means: "When this version was made.", of: ({ tag }) => tag.updatedAt },
  { name: "decision", type: "text", means: "The latest decision on it.", of: (record) => last(record)?.decision },
  {
    name: "decided_version",
    type: "integer",
    means: "The version that was decided on.",
    of: (record) => last(record)?.version,
  },
  {
    name: "decided_by",
    type: "text",
    means: "Who decided.",
    of: (record, look) => {
      const verdict = last(record);
      return verdict && named(verdict.by, look);
    },
  },
  { name: "decided_at", type: "time", means: "When that was.", of: (record) => last(record)?.at },
  { name: "reason", type: "text", means: "The reason given.", of: (record) => last(record)?.reason || undefined },
];

export const noteColumn = "A note of whoever tagged it.";

/** Attributes were checked against their schema when they were written; a newer field reads as unknown here. */
export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
export const truth = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
