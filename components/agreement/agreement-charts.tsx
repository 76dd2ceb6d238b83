"use client";

import { useTranslations } from "use-intl";
import { type FigureWords, measured } from "@/components/agreement/words";
import { ChartFigure } from "@/components/charts/chart-figure";
import { HeatPlot } from "@/components/charts/heat-plot";
import { IntervalPlot, type IntervalRow } from "@/components/charts/interval-plot";
import { LineNames, LinePlot, type Series } from "@/components/charts/line-plot";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";
import { asWritten } from "@/domain/agreement/project/sentence";

interface Shown {
  agreement: ProjectAgreement;
  words: FigureWords;
}

const alpha = "krippendorffAlphaNominal";
const thresholds = [0.667, 0.8];

function rowOf(label: string, figure: AgreementFigure | undefined, words: FigureWords): IntervalRow[] {
  if (!figure) return [];
  const { value, interval } = figure.pooled;
  const written = figure.pooled.interval ? `${words.written(value)} (${words.interval(figure)})` : words.written(value);
  return [{ label, value, low: interval?.low, high: interval?.high, written }];
}

/** The columns that say what a figure is and rests on. */
function useFigureTable(words: FigureWords) {
  const t = useTranslations("agreement");
  const columns = [t("measure"), t("pooled"), t("interval"), t("meanOfReports"), t("coverageName"), t("n"), t("says")];
  const cells = (figure: AgreementFigure) => [
    figure.name,
    figure.pooled.value ?? words.written(null),
    words.interval(figure),
    figure.meanOfReports.value ?? words.written(null),
    words.coverage(figure),
    words.n(figure),
    figure.sentence,
  ];
  return { columns, cells };
}

/** Agreement on each label alone. */
export function ByKind({ agreement, words }: Shown) {
  const t = useTranslations("agreement");
  const { columns, cells } = useFigureTable(words);
  const name = measured(agreement.figures, alpha)?.name ?? alpha;
  return (
    <ChartFigure
      heading="h2"
      title={t("byKind")}
      lead={t("byKindLead", { name })}
      fileName="agreement-by-label"
      table={{
        columns: [t("kind"), t("tags"), ...columns],
        rows: agreement.byKind.flatMap(({ kind, tags, figures }) =>
          figures.map((figure) => [words.kind(kind), tags, ...cells(figure)]),
        ),
      }}
      draw={(width) => (
        <IntervalPlot
          width={width}
          label={t("byKind")}
          thresholds={thresholds}
          rows={agreement.byKind.flatMap(({ kind, figures }) =>
            rowOf(words.kind(kind), measured(figures, alpha), words),
          )}
        />
      )}
    />
  );
}

/** Agreement on each attribute: nominal or ordinal, as its values are. */
export function ByAttribute({ agreement, words }: Shown) {
  const t = useTranslations("agreement");
  const { columns, cells } = useFigureTable(words);
  const first = agreement.byAttribute.map(({ figures }) => figures[0]);
  if (first.length === 0)
    return (
      <section aria-labelledby="by-attribute">
        <h2 id="by-attribute" className="headline text-title">
          {t("byAttribute")}
        </h2>
        <p className="mt-1 max-w-prose text-small text-ink-2">{t("noAttributes")}</p>
      </section>
    );
  return (
    <ChartFigure
      heading="h2"
      title={t("byAttribute")}
      lead={t("byAttributeLead", { nominal: "Krippendorff’s α, nominal,", ordinal: "ordinal" })}
      fileName="agreement-by-attribute"
      table={{
        columns: [t("attribute"), ...columns],
        rows: agreement.byAttribute.flatMap((each) =>
          each.figures.map((figure) => [words.attribute(each), ...cells(figure)]),
        ),
      }}
      draw={(width) => (
        <IntervalPlot
          width={width}
          label={t("byAttribute")}
          thresholds={thresholds}
          rows={agreement.byAttribute.flatMap((each) => rowOf(words.attribute(each), each.figures[0], words))}
        />
      )}
    />
  );
}

/** From week to week. */
export function OverTime({ agreement, words }: Shown) {
  const t = useTranslations("agreement");
  const { columns, cells } = useFigureTable(words);
  const followed = agreement.overTime[0]?.figures.map(({ measure, name }) => ({ measure, name })) ?? [];
  const colours = ["accent", "claim", "source", "wait"] as const;
  const series = followed.map(
    ({ measure, name }, place): Series => ({
      name,
      colour: colours[place] ?? "accent",
      points: agreement.overTime.map(({ week, figures }) => {
        const pooled = measured(figures, measure)?.pooled;
        return { at: week, value: pooled?.value ?? null, low: pooled?.interval?.low, high: pooled?.interval?.high };
      }),
    }),
  );
  return (
    <ChartFigure
      heading="h2"
      title={t("overTime")}
      lead={t("overTimeLead")}
      fileName="agreement-over-time"
      table={{
        columns: [t("week"), ...columns],
        rows: agreement.overTime.flatMap(({ week, figures }) => figures.map((figure) => [week, ...cells(figure)])),
      }}
      draw={(width) => (
        <>
          <LinePlot
            series={series}
            width={width}
            label={t("overTime")}
            named={words.week}
            most={1}
            written={asWritten}
          />
          <LineNames series={series} />
        </>
      )}
    />
  );
}

/** What is taken for what. */
export function Confusion({ agreement, words }: Shown) {
  const t = useTranslations("agreement");
  const { labels, cells, symmetric } = agreement.confusion;
  const [first, second] = agreement.about.people;
  const rowsName = t("rows", { name: symmetric ? t("one") : (first?.name ?? "") });
  const columnsName = t("columns", { name: symmetric ? t("other") : (second?.name ?? "") });
  return (
    <ChartFigure
      heading="h2"
      title={t("confusion")}
      lead={t("confusionLead")}
      fileName="agreement-confusion"
      table={{
        columns: [`${rowsName} / ${columnsName}`, ...labels.map(words.kind)],
        rows: labels.map((label, row) => [words.kind(label), ...(cells[row] ?? [])]),
      }}
      draw={(width) => (
        <HeatPlot
          labels={labels.map(words.kind)}
          cells={cells}
          width={width}
          label={t("confusion")}
          rowsName={rowsName}
          columnsName={columnsName}
          written={words.count}
        />
      )}
    />
  );
}
