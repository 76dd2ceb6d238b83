import { annotations } from "@/domain/formats/csv/annotations";
import { claims } from "@/domain/formats/csv/claims";
import type { CsvTable } from "@/domain/formats/csv/column";
import { comments } from "@/domain/formats/csv/comments";
import { entities } from "@/domain/formats/csv/entities";
import { links } from "@/domain/formats/csv/links";
import { places } from "@/domain/formats/csv/places";
import { reports } from "@/domain/formats/csv/reports";
import { sources } from "@/domain/formats/csv/sources";
import { values } from "@/domain/formats/csv/values";
import type { ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import type { ExportOptions } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";

/** Every table of a dataset: what CSV, XLSX and Parquet are made of. */
export const tables: readonly CsvTable[] = [
  reports,
  claims,
  places,
  sources,
  links,
  entities,
  annotations,
  values,
  comments,
];

/** What no table has room for, whatever it is written as. */
export function lossesOfTables(
  counts: ExportCounts,
  filters: ExportFilters,
  { comments: asked }: ExportOptions,
): Loss[] {
  const all: readonly Loss[] = [
    { what: "report-texts", count: counts.reports, how: "dropped" },
    { what: "earlier-versions", count: counts.versions - counts.annotations - counts.relations, how: "dropped" },
    {
      what: "earlier-verdicts",
      count: Math.max(0, counts.verdicts - counts.annotations - counts.relations),
      how: "dropped",
    },
    { what: "earlier-grades", count: counts.grades, how: "trimmed" },
    { what: "merged-entities", count: counts.mergedEntities, how: "merged" },
    { what: "discontinuous-spans", count: counts.discontinuous, how: "merged" },
    {
      what: "background-claims",
      count: filters.standing === "asserted" ? counts.backgroundClaims : 0,
      how: "dropped",
    },
    { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
    { what: "comments-not-asked-for", count: asked ? 0 : counts.comments, how: "dropped" },
  ];
  return all.filter(({ count }) => count !== null && count > 0);
}
