"use client";

import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { Quote, QuoteEnd, Quotes } from "@/domain/entity/quotes";
import { type Line, pictureOf, type Spot } from "@/domain/entity/quotes-picture";

const rowHeight = 26;
const top = 30;

/** Who quotes whom, as a picture to be taken away and as a table that leads to each of them. */
export function QuotesFigure({
  quotes: { items, more },
  title,
  fileName,
  base,
  heading,
}: {
  quotes: Quotes;
  title: string;
  fileName: string;
  /** Where the project's entities are. */
  base: string;
  heading?: "h2" | "h3";
}) {
  const t = useTranslations("entities.quotes");
  if (items.length === 0) return <p className="text-small text-ink-2">{t("empty")}</p>;
  const table = {
    columns: [t("from"), t("to"), t("claims"), t("reports")],
    rows: items.map(({ from, to, claims, reports }) => [from.name, to.name, claims, reports]),
  };
  const picture = pictureOf(items);
  return (
    <div className="space-y-6">
      <ChartFigure
        title={title}
        lead={more ? t("leadMore", { count: items.length }) : t("lead")}
        fileName={fileName}
        table={table}
        {...(heading ? { heading } : {})}
        draw={(width) => <Picture {...picture} width={width} label={title} />}
      />
      <Table caption={t("table")}>
        <TableHead>
          <Th>{t("from")}</Th>
          <Th>{t("to")}</Th>
          <Th numeric>{t("claims")}</Th>
          <Th numeric from="sm">
            {t("reports")}
          </Th>
        </TableHead>
        <tbody>
          {items.map((quote) => (
            <Tr key={`${keyOf(quote.from)} ${keyOf(quote.to)}`}>
              <Td>
                <End end={quote.from} base={base} />
              </Td>
              <Td>
                <End end={quote.to} base={base} />
              </Td>
              <Td numeric>{quote.claims}</Td>
              <Td numeric from="sm">
                {quote.reports}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const keyOf = ({ id, name }: Quote["from"]) => id ?? name;

function End({ end: { id, name }, base }: { end: QuoteEnd; base: string }) {
  return id === undefined ? (
    <bdi>{name}</bdi>
  ) : (
    <a className="link" href={`${base}/${id}`}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** Those who quote on the left, those who are quoted on the right, those who do both between them. */
function Picture({
  spots,
  lines,
  width,
  label,
}: {
  spots: readonly Spot[];
  lines: readonly Line[];
  width: number;
  label: string;
}) {
  const t = useTranslations("entities.quotes");
  const columns = ([0, 1, 2] as const).filter((column) => spots.some((spot) => spot.column === column));
  const room = width / Math.max(1, columns.length);
  const words = Math.max(64, Math.min(220, room * (columns.length > 2 ? 0.6 : 0.7)));
  const rows = Math.max(1, ...spots.map(({ row }) => row + 1));
  const height = top + rows * rowHeight + 8;
  const most = Math.max(1, ...lines.map(({ claims }) => claims));
  const at = new Map(
    spots.map((spot) => {
      const nth = columns.indexOf(spot.column);
      const last = columns.length - 1;
      const left = nth === 0 ? 0 : nth === last ? width - words : (width - words) * (nth / last);
      return [spot.key, { left, right: left + words, y: top + spot.row * rowHeight + rowHeight / 2 }];
    }),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {columns.map((column, nth) => (
        <text
          key={column}
          x={
            nth === columns.length - 1 && nth > 0
              ? width - words
              : (width - words) * (nth / Math.max(1, columns.length - 1))
          }
          y={14}
          className="fill-ink-3 text-tiny"
        >
          {t(`column.${column}`)}
        </text>
      ))}
      {lines.map(({ from, to, claims }) => {
        const [one, other] = [at.get(from), at.get(to)];
        if (!one || !other) return null;
        const back = other.left <= one.left;
        const [x1, x2] = [one.right, back ? other.right : other.left];
        const bend = back ? x1 + 40 : (x1 + x2) / 2;
        return (
          <path
            key={`${from} ${to}`}
            d={`M ${x1} ${one.y} C ${bend} ${one.y}, ${bend} ${other.y}, ${x2} ${other.y}`}
            fill="none"
            strokeWidth={1 + (claims / most) * 5}
            opacity={0.45}
            className="stroke-accent"
          />
        );
      })}
      <Spots spots={spots} at={at} words={words} />
    </svg>
  );
}

function Spots({
  spots,
  at,
  words,
}: {
  spots: readonly Spot[];
  at: ReadonlyMap<string, { left: number; right: number; y: number }>;
  words: number;
}) {
  return spots.map(({ key, end: { name }, claims }) => {
    const place = at.get(key);
    if (!place) return null;
    const letters = Math.max(6, Math.floor((words - 34) / 7));
    const cut = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
    return (
      <g key={key}>
        <rect
          x={place.left}
          y={place.y - 10}
          width={words}
          height={20}
          rx={3}
          strokeWidth={1}
          className="fill-paper stroke-line-strong"
        />
        <text x={place.left + 6} y={place.y} dominantBaseline="central" className="fill-ink text-small">
          {cut}
        </text>
        <text
          x={place.right - 6}
          y={place.y}
          textAnchor="end"
          dominantBaseline="central"
          className="fill-ink-3 text-tiny"
        >
          {claims}
        </text>
      </g>
    );
  });
}
