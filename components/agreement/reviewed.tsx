"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { FigureWords } from "@/components/agreement/words";
import { ChartFigure } from "@/components/charts/chart-figure";
import { IntervalPlot } from "@/components/charts/interval-plot";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";

const outcomes = ["unchanged", "changed", "returned", "rejected"] as const;

/** In a shared project: what reviewers made of other people's tags, and why there is no coefficient. */
export function Reviewed({ agreement, words }: { agreement: ProjectAgreement; words: FigureWords }) {
  const t = useTranslations("agreement");
  const format = useFormatter();
  const rows = agreement.review ?? [];
  const percent = (share: number | null) =>
    share === null ? t("noNumber") : format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <>
      <p className="mb-8 max-w-prose text-ink-2">{t("sharedLead")}</p>
      {rows.length === 0 ? (
        <EmptyState title={t("nothingDecided")}>{t("nothingDecidedLead")}</EmptyState>
      ) : (
        <div className="space-y-10">
          <ChartFigure
            heading="h2"
            title={t("share")}
            fileName="accepted-unchanged"
            table={{
              columns: [t("kind"), t("decided"), ...outcomes.map((each) => t(each)), t("share"), t("interval")],
              rows: rows.map(({ kind, decided, share, ...counts }) => [
                words.kind(kind),
                decided,
                ...outcomes.map((each) => counts[each]),
                percent(share.value),
                `${percent(share.low)}–${percent(share.high)}`,
              ]),
            }}
            draw={(width) => (
              <IntervalPlot
                width={width}
                label={t("share")}
                thresholds={[]}
                rows={rows.map(({ kind, decided, share }) => ({
                  label: `${words.kind(kind)} (${format.number(decided)})`,
                  value: share.value,
                  low: share.low ?? undefined,
                  high: share.high ?? undefined,
                  written: `${percent(share.value)} (${percent(share.low)}–${percent(share.high)})`,
                }))}
              />
            )}
          />
          <Table caption={t("shared")}>
            <TableHead>
              <Th>{t("kind")}</Th>
              <Th numeric>{t("decided")}</Th>
              {outcomes.map((each) => (
                <Th key={each} numeric {...(each === "unchanged" ? {} : { from: "sm" as const })}>
                  {t(each)}
                </Th>
              ))}
            </TableHead>
            <tbody>
              {rows.map(({ kind, decided, ...counts }) => (
                <Tr key={kind}>
                  <Td>{words.kind(kind)}</Td>
                  <Td numeric>{format.number(decided)}</Td>
                  {outcomes.map((each) => (
                    <Td key={each} numeric {...(each === "unchanged" ? {} : { from: "sm" as const })}>
                      {format.number(counts[each])}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  );
}
