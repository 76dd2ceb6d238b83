import { type Times, timed, timesOf } from "@/domain/document/times";
import { claimColumns } from "@/domain/formats/csv/claim-columns";
import { type Column, idNow, within } from "@/domain/formats/csv/column";
import { noteColumn, reportColumns, spanColumns, text, workColumns } from "@/domain/formats/csv/common";
import { entityColumns } from "@/domain/formats/csv/entity-columns";
import { placeColumns } from "@/domain/formats/csv/place-columns";
import type { Lookup, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";
import type { Annotation } from "@/domain/tag/tag";

/** An annotation with what was decided on it and the report it stands in. */
export type AnnotationRow = { record: TagRecord<Annotation>; bundle: ReportBundle };

export const tagOf = ({ record }: AnnotationRow) => record.tag;
const attributesOf = (row: AnnotationRow) => tagOf(row).attributes;

export function* annotationsIn(bundle: ReportBundle, kind?: string): Generator<AnnotationRow> {
  for (const record of bundle.annotations) if (kind === undefined || record.tag.kind === kind) yield { record, bundle };
}

export const annotationId: Column<AnnotationRow> = {
  name: "annotation_id",
  type: "id",
  means: "The tag.",
  of: (row) => tagOf(row).id,
};

const saidAt = ({ record, bundle }: AnnotationRow): Times | undefined => {
  const { ranges } = bundle.report.extraction;
  return ranges.length > 0 ? timesOf(record.tag.segments, timed(ranges)) : undefined;
};

/** Of subtitles: when the words are said. */
export const timeColumns: readonly Column<AnnotationRow>[] = [
  {
    name: "time_from",
    type: "integer",
    means: "Of subtitles: when the words begin to be said, in milliseconds.",
    of: (row) => saidAt(row)?.from,
  },
  {
    name: "time_to",
    type: "integer",
    means: "Of subtitles: when they end, in milliseconds.",
    of: (row) => saidAt(row)?.to,
  },
];

/** Columns that every table of annotations begins and ends with. */
export const firstColumns: readonly Column<AnnotationRow>[] = [
  annotationId,
  ...within(spanColumns, tagOf),
  ...timeColumns,
];
export const lastColumns: readonly Column<AnnotationRow>[] = [
  { name: "note", type: "text", means: noteColumn, of: (row) => text(attributesOf(row)["note"]) },
  ...within(workColumns, ({ record }: AnnotationRow) => record),
  ...within(reportColumns, ({ bundle }: AnnotationRow) => bundle),
];

const claimOf = (row: AnnotationRow): ClaimAttributes | undefined =>
  tagOf(row).kind === "claim" ? ClaimAttributes.safeParse(attributesOf(row)).data : undefined;
const placeOf = (row: AnnotationRow): PlaceAttributes | undefined =>
  tagOf(row).kind === "place" ? PlaceAttributes.safeParse(attributesOf(row)).data : undefined;
const speakerOf = (row: AnnotationRow, look: Lookup) => {
  const id = tagOf(row).kind === "source" ? SourceAttributes.safeParse(attributesOf(row)).data?.entityId : undefined;
  return id && idNow(id, look);
};

export const aboutClaim: readonly Column<AnnotationRow>[] = within(claimColumns, claimOf);
export const aboutPlace: readonly Column<AnnotationRow>[] = within(placeColumns, placeOf);

/** The speaker, with the registry asked by id so that one row says who it is. */
export const aboutSource: readonly Column<AnnotationRow>[] = [
  { name: "entity_id", type: "id", means: "The source in entities.csv.", of: (row, look) => speakerOf(row, look) },
  ...within(entityColumns, (row: AnnotationRow, look: Lookup) => {
    const id = speakerOf(row, look);
    return id && look.entity.get(id);
  }),
];
