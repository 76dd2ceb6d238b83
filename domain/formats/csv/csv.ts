import { annotations } from "@/domain/formats/csv/annotations";
import { claims } from "@/domain/formats/csv/claims";
import { comments } from "@/domain/formats/csv/comments";
import { csvFile } from "@/domain/formats/csv/layer";
import { places } from "@/domain/formats/csv/places";
import { relations } from "@/domain/formats/csv/relations";
import { sources } from "@/domain/formats/csv/sources";
import type { Format, Loss } from "@/domain/formats/format";

/** One table a layer of information (RFC 4180, UTF-8), safe to open in a spreadsheet unless raw is asked for. */
export const csv: Format = {
  id: "csv",
  name: "Spreadsheets (CSV)",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  offsetUnit: "code point",
  files: [annotations, claims, relations, sources, places, comments].map(csvFile),
  losses(counts, filters, { raw }) {
    const all: readonly Loss[] = [
      { what: "report-texts", count: counts.reports, how: "dropped" },
      { what: "earlier-versions", count: counts.versions - counts.annotations - counts.relations, how: "dropped" },
      {
        what: "earlier-verdicts",
        count: Math.max(0, counts.verdicts - counts.annotations - counts.relations),
        how: "dropped",
      },
      { what: "earlier-grades", count: counts.grades, how: "trimmed" },
      { what: "discontinuous-spans", count: counts.discontinuous, how: "merged" },
      {
        what: "background-claims",
        count: filters.standing === "asserted" ? counts.backgroundClaims : 0,
        how: "dropped",
      },
      { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
      { what: "executable-cells", count: raw ? 0 : null, how: "altered" },
    ];
    return all.filter(({ count }) => count === null || count > 0);
  },
};
