import "server-only";
import { z } from "zod";
import { CopyId, ProjectId, ReportId, TagId } from "@/domain/ids";
import { Sort } from "@/domain/report/table-preference";
import { hitSorts } from "@/domain/search/hit-sorts";
import { cursorOf } from "@/server/page";

const timeAndId = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

/** Where a page's address says to go on in a list sorted by time; undefined for the start, and for a forged one. */
export function timeCursorIn(value: string | string[] | undefined): readonly [string, string] | undefined {
  return timeAndId.optional().catch(undefined).parse(value);
}

/** Where the table of reports goes on: how it was sorted, the sort key of the last report and its id. */
export const ReportCursor = cursorOf(z.tuple([Sort, z.union([z.string().max(1000), z.int()]), z.uuid()]));

export function tableCursorIn(value: string | string[] | undefined) {
  return ReportCursor.optional().catch(undefined).parse(value);
}

const report = cursorOf(z.tuple([ReportId]));

/** The report after which a project's queue goes on. */
export function reportCursorIn(value: string | string[] | undefined): ReportId | undefined {
  return report.optional().catch(undefined).parse(value)?.[0];
}

const copy = cursorOf(z.tuple([CopyId]));

/** The pair after which a list of copies goes on. */
export function copyCursorIn(value: string | string[] | undefined): CopyId | undefined {
  return copy.optional().catch(undefined).parse(value)?.[0];
}

/** Where the list of what a feed brought goes on: when something last happened to an item, and its key. */
export const FeedItemCursor = cursorOf(
  z.tuple([
    z
      .string()
      .max(40)
      .regex(/^[\d :+.-]+$/),
    z.string().max(2000),
  ]),
);

export function feedItemCursorIn(value: string | string[] | undefined) {
  return FeedItemCursor.optional().catch(undefined).parse(value);
}

const tag = cursorOf(z.tuple([TagId]));

/** The tag after which a list of tags goes on. */
export function tagCursorIn(value: string | string[] | undefined): TagId | undefined {
  return tag.optional().catch(undefined).parse(value)?.[0];
}

/** Where the queue over all projects goes on: a project, and the report there after which, or its beginning. */
export const MyQueueCursor = cursorOf(z.tuple([ProjectId, ReportId.or(z.literal(""))]));

export function myQueueCursorIn(value: string | string[] | undefined) {
  return MyQueueCursor.optional().catch(undefined).parse(value);
}

const instantWithMicroseconds = z
  .string()
  .max(40)
  .regex(/^[\d :+.-]+$/);

/** Where one's open work goes on, most urgent first. */
export const WorkCursor = cursorOf(
  z.tuple([z.int(), z.int(), z.iso.date(), instantWithMicroseconds, ReportId.transform(String)]),
);

/** Where the list of what one submitted goes on, latest first. */
export const SubmittedCursor = cursorOf(z.tuple([instantWithMicroseconds, z.uuid()]));

export function workCursorIn(value: string | string[] | undefined) {
  return WorkCursor.optional().catch(undefined).parse(value);
}

export function submittedCursorIn(value: string | string[] | undefined) {
  return SubmittedCursor.optional().catch(undefined).parse(value);
}

/** Where what was found goes on, newest first. */
export const SearchCursor = cursorOf(z.tuple([instantWithMicroseconds, z.uuid()]));

export function searchCursorIn(value: string | string[] | undefined) {
  return SearchCursor.optional().catch(undefined).parse(value);
}

/** Where a concordance goes on: its order, a report, and in the order of reports the place in it, else the number of hits before. */
export const ConcordanceCursor = cursorOf(z.tuple([z.enum(hitSorts), instantWithMicroseconds, z.uuid(), z.int()]));
export type ConcordanceCursor = z.infer<typeof ConcordanceCursor>;

export function concordanceCursorIn(value: string | string[] | undefined) {
  return ConcordanceCursor.optional().catch(undefined).parse(value);
}

/** Where a project's jobs go on, newest first. */
export const JobCursor = timeAndId;
