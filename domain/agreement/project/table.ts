import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";
import { byteOrderMark, type Cell, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";

/** One line a value: which part of the answer it belongs to, what it is of, and what it rests on. */
const columns = [
  "section",
  "kind",
  "attribute",
  "first",
  "second",
  "week",
  "report_id",
  "report_title",
  "measure",
  "statistic",
  "value",
  "why_no_value",
  "low_95",
  "high_95",
  "coverage_of",
  "coverage_used",
  "coverage_seen",
  "reports",
  "raters",
  "samples",
  "precision",
  "first_tag_id",
  "second_tag_id",
] as const;
type Line = Partial<Record<(typeof columns)[number], Cell>>;

/** All figures of a project as one table (RFC 4180, UTF-8 with a byte order mark), safe to open in a spreadsheet. */
export function* agreementCsv(agreement: ProjectAgreement): Generator<string> {
  const names = new Map(agreement.about.people.map(({ id, name }) => [id, name]));
  const named = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id));
  yield byteOrderMark + csvLine([...columns, safeColumn]);
  for (const line of linesOf(agreement, named))
    yield csvRow(
      columns,
      columns.map((column) => line[column]),
      false,
    );
}

function* linesOf(agreement: ProjectAgreement, named: (id: string | undefined) => string | undefined): Generator<Line> {
  yield* figures("all", {}, agreement.figures);
  for (const { kind, figures: those } of agreement.byKind) yield* figures("kind", { kind }, those);
  for (const { kind, attribute, figures: those } of agreement.byAttribute)
    yield* figures("attribute", { kind, attribute }, those);
  for (const { first, second, figures: those } of agreement.pairs)
    yield* figures("pair", { first: named(first), second: named(second) }, those);
  for (const { week, figures: those } of agreement.overTime) yield* figures("week", { week }, those);
  for (const { id, title, week, figures: those } of agreement.reports) {
    for (const { measure, value, why } of those) {
      const of = { report_id: id, report_title: title, week };
      yield { section: "report", ...of, measure, statistic: "own", value: value ?? undefined, why_no_value: why };
    }
  }
  const { labels, cells } = agreement.confusion;
  for (const [row, counts] of cells.entries()) {
    for (const [column, count] of counts.entries())
      yield { section: "confusion", first: labels[row], second: labels[column], statistic: "count", value: count };
  }
  for (const { labels: two, places } of agreement.confused) {
    for (const { reportId, title, tagIds } of places) {
      const [first, second] = tagIds;
      const tags = { first_tag_id: first ?? undefined, second_tag_id: second ?? undefined };
      yield { section: "place", first: two[0], second: two[1], report_id: reportId, report_title: title, ...tags };
    }
  }
  for (const { kind, share, ...counts } of agreement.review ?? []) {
    const interval = { low_95: share.low ?? undefined, high_95: share.high ?? undefined };
    yield { section: "review", kind, statistic: "accepted unchanged", value: share.value ?? undefined, ...interval };
    for (const [statistic, value] of Object.entries(counts)) yield { section: "review", kind, statistic, value };
  }
}

function* figures(section: string, of: Line, those: readonly AgreementFigure[]): Generator<Line> {
  for (const { measure, pooled, meanOfReports, coverage, n, samples, precision } of those) {
    for (const [statistic, { value, why, interval }] of [
      ["pooled", pooled],
      ["mean of reports", meanOfReports],
    ] as const)
      yield {
        section,
        ...of,
        measure,
        statistic,
        value: value ?? undefined,
        why_no_value: why,
        low_95: interval?.low,
        high_95: interval?.high,
        coverage_of: coverage.of,
        coverage_used: coverage.used,
        coverage_seen: coverage.seen,
        reports: statistic === "pooled" ? n.reports : meanOfReports.reports,
        raters: n.raters,
        samples,
        precision,
      };
  }
}
