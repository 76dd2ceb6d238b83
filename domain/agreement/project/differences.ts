import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import type { Confusion } from "@/domain/agreement/project/confusion";
import type { ReportLayers } from "@/domain/agreement/project/layers";
import { nothing } from "@/domain/agreement/project/nothing";

type Matrix = ProjectAgreement["confusion"];
type Confused = ProjectAgreement["confused"];

interface About {
  readonly kinds: readonly string[];
  readonly people: readonly { readonly id: string }[];
  readonly reports: readonly ReportLayers[];
  readonly symmetric: boolean;
}

/** What met what, as a picture shows it: of more than two people nobody is first, so a difference stands both ways. */
export function matrix({ cells }: Confusion, kinds: readonly string[], symmetric: boolean): Matrix {
  const labels = [...kinds, nothing];
  const at = (row: number, column: number) => cells[row * labels.length + column] ?? 0;
  const both = (row: number, column: number) => at(row, column) + (symmetric && row !== column ? at(column, row) : 0);
  return { labels, symmetric, cells: labels.map((_, row) => labels.map((_, column) => both(row, column))) };
}

/** The differences, most frequent first, with places to look at; "nothing" always stands last. */
export function differences({ cells, places }: Confusion, { kinds, people, reports, symmetric }: About): Confused {
  const labels = [...kinds, nothing];
  const q = labels.length;
  const found: Confused = [];
  for (let row = 0; row < q; row++) {
    for (let column = 0; column < q; column++) {
      if (row === column || (symmetric && column < row)) continue;
      const turned = column * q + row;
      const count = (cells[row * q + column] ?? 0) + (symmetric ? (cells[turned] ?? 0) : 0);
      if (count === 0) continue;
      const known = [...(places.get(row * q + column) ?? []), ...(symmetric ? (places.get(turned) ?? []) : [])];
      found.push({
        labels: [labels[row] ?? "", labels[column] ?? ""],
        count,
        places: known.slice(0, 6).map(({ report, start, end, people: two, tags }) => ({
          reportId: reports[report]?.id ?? "",
          title: reports[report]?.title ?? "",
          start,
          end,
          people: two.map((person) => people[person]?.id ?? ""),
          tagIds: tags.map((tag) => tag ?? null),
          quotes: tags.map(() => null),
        })),
      });
    }
  }
  return found.sort((a, b) => b.count - a.count);
}
