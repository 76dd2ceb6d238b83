import {
  type AnnotationRow,
  aboutClaim,
  annotationsIn,
  firstColumns,
  lastColumns,
} from "@/domain/formats/csv/annotation-columns";
import { type LinkedClaim, placingColumns, sayingColumns } from "@/domain/formats/csv/attributions";
import { type CsvTable, tableOfReports, within } from "@/domain/formats/csv/column";
import type { ExportFilters, ReportBundle } from "@/domain/formats/dataset";
import type { TagId } from "@/domain/ids";
import type { Relation } from "@/domain/tag/tag";

type ClaimRow = AnnotationRow & { links: readonly Relation[] };

function linksByClaim({ relations }: ReportBundle): ReadonlyMap<TagId, readonly Relation[]> {
  const links = new Map<TagId, Relation[]>();
  for (const { tag } of relations) {
    const known = links.get(tag.from);
    if (known) known.push(tag);
    else links.set(tag.from, [tag]);
  }
  return links;
}

function* claimsIn(bundle: ReportBundle, { standing }: ExportFilters): Generator<ClaimRow> {
  const links = linksByClaim(bundle);
  for (const row of annotationsIn(bundle, "claim")) {
    const { tag } = row.record;
    if (standing === "asserted" && tag.attributes["standing"] === "background") continue;
    yield { ...row, links: links.get(tag.id) ?? [] };
  }
}

const linked = ({ record, links }: ClaimRow): LinkedClaim => ({ tag: record.tag, links });

/** One row a claim: who said what happened where, how sure, and who checked it. */
export const claims: CsvTable = tableOfReports<ClaimRow>(
  {
    layer: "claims",
    label: "Claims",
    row: "One row for each claim: who said what happened where, how sure, and who checked it.",
    count: ({ claims: all, backgroundClaims }, { standing }) =>
      standing === "asserted" ? all - backgroundClaims : all,
    needs: { annotations: { kinds: ["claim"], linked: true }, relations: true },
  },
  [...firstColumns, ...aboutClaim, ...within(sayingColumns, linked), ...within(placingColumns, linked), ...lastColumns],
  claimsIn,
);
