import { cellsOf } from "@/domain/release/delta/records";
import type { ChangeKind } from "@/domain/release/release-values";

/** A table whose rows are followed from release to release, by the column that names a row. */
export type Followed = {
  table: string;
  key: string /** Beside it, where a thing may have several rows. */;
  also?: string;
};

/** The tables that a delta tells about. Claims, places and sources are rows of `annotations` too. */
export const followed: readonly Followed[] = [
  { table: "events", key: "event_id", also: "day_of_event" },
  { table: "annotations", key: "annotation_id" },
  { table: "links", key: "link_id" },
  { table: "reports", key: "report_id" },
  { table: "entities", key: "entity_id" },
  { table: "splits", key: "report_id" },
];

/** Why a row of a newer release is another one than before. */
export const whysOfChange = [
  "new source",
  "toll update",
  "retraction",
  "new version",
  "decided again",
  "text revised",
  "report corrected",
  "names changed",
  "split changed",
  "columns changed",
  "corrected",
] as const;
export type WhyChanged = (typeof whysOfChange)[number];

/** Cells by the names of their columns. */
export type Row = ReadonlyMap<string, string>;

export const rowOf = (columns: readonly string[], record: string): Row => {
  const cells = cellsOf(record);
  return new Map(columns.map((name, at) => [name, cells[at] ?? ""]));
};

export type RowChange = {
  id: string;
  change: ChangeKind;
  fields: readonly string[];
  why: readonly string[];
  /** A reviewer's or editor's own words, where there are some. */
  words: string;
  /** When, as the row says it; blank where it says nothing. */
  at: string;
};

const ofReports = new Set(["report_title", "outlet", "published"]);
const ofDecisions = new Set(["state", "status", "decision", "decided_version", "decided_by", "decided_at", "reason"]);
const ofVersions = new Set(["version", "updated_by", "updated_at", "layer", "origin"]);
const madeSafe = "cells_made_safe";

/** The columns in which two rows differ, those that only one of them has too. */
export function fieldsBetween(before: Row, after: Row): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => name !== madeSafe && before.get(name) !== after.get(name));
}

/** What the columns that changed say about why; an event says it in the words that conflict data are kept in. */
export function whyChanged(table: string, fields: readonly string[], before: Row, after: Row): WhyChanged[] {
  if (fields.some((name) => before.has(name) !== after.has(name))) return ["columns changed"];
  const found: WhyChanged[] = [];
  const has = (names: ReadonlySet<string>) => fields.some((name) => names.has(name));
  if (table === "events") found.push(...whyOfEvent(fields, before, after));
  if (table === "splits") found.push("split changed");
  if (table === "reports") found.push(fields.includes("revision") ? "text revised" : "report corrected");
  if (table === "annotations" || table === "links") {
    if (fields.includes("version")) found.push("new version");
    if (fields.includes("text_sha256")) found.push("text revised");
    if (has(ofReports)) found.push("report corrected");
    if (!fields.includes("version") && fields.some(isOfContent)) found.push("names changed");
    if (has(ofDecisions)) found.push("decided again");
  }
  return found.length > 0 ? found : ["corrected"];
}

const isOfContent = (name: string) =>
  !ofReports.has(name) && !ofDecisions.has(name) && !ofVersions.has(name) && name !== "text_sha256";

const listed = (row: Row, column: string) => (row.get(column) ?? "").split(/; ?/).filter((each) => each !== "");

function whyOfEvent(fields: readonly string[], before: Row, after: Row): WhyChanged[] {
  const found: WhyChanged[] = [];
  const gained = (column: string) => listed(after, column).some((each) => !listed(before, column).includes(each));
  const lost = (column: string) => listed(before, column).some((each) => !listed(after, column).includes(each));
  if (gained("origins") || gained("report_ids")) found.push("new source");
  if (fields.some((name) => /_(low|high)$/.test(name)) || fields.includes("figure_words")) found.push("toll update");
  if (lost("claim_ids") || lost("origins")) found.push("retraction");
  return found;
}

/** What became of the rows that only one of two releases has as they stand there. */
export function changesBetween(
  { table, key, also = "" }: Followed,
  gone: readonly Row[],
  came: readonly Row[],
  since: string,
): RowChange[] {
  const idOf = (row: Row) => row.get(key) ?? "";
  const sameAs = (row: Row) => `${idOf(row)} ${row.get(also) ?? ""}`;
  const before = new Map(gone.map((row) => [sameAs(row), row]));
  const after = new Set(came.map(sameAs));
  const changes = came.map((row): RowChange => {
    const former = before.get(sameAs(row));
    const told = { id: idOf(row), words: row.get("reason") ?? "", at: lastTime(row) };
    if (!former) return { ...told, change: "added", fields: [], why: [whyAdded(row, since)] };
    const fields = fieldsBetween(former, row);
    const why = whyChanged(table, fields, former, row);
    return { ...told, words: fields.includes("reason") ? told.words : "", change: "changed", fields, why };
  });
  const withdrawn = gone
    .filter((row) => !after.has(sameAs(row)))
    .map((row): RowChange => ({ id: idOf(row), change: "withdrawn", fields: [], why: [], words: "", at: "" }));
  return [...changes.filter(({ change, fields }) => change === "added" || fields.length > 0), ...withdrawn];
}

/** A row that was made before the older release left it out then. */
const whyAdded = (row: Row, since: string) => {
  const made = row.get("created_at") ?? row.get("imported_at") ?? "";
  return made !== "" && made <= since ? "released since" : "new";
};

/** The latest time that a row names for itself. */
const lastTime = (row: Row): string =>
  ["updated_at", "decided_at", "created_at", "imported_at"].reduce((last, name) => {
    const time = row.get(name) ?? "";
    return time > last ? time : last;
  }, "");
