"use client";

import { type ReactNode, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { type ChartTable, csvOf, pngOf, svgOf } from "@/components/charts/save";
import { useWidth } from "@/components/charts/use-width";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { saveFile } from "@/components/ui/save-file";
import { Scrollable } from "@/components/ui/scrollable";

/**
 * A chart with its title, a line on how to read it, and the same as a table; both can be taken away. `draw` gets the
 * width there is, in CSS pixels.
 */
export function ChartFigure({
  title,
  lead,
  fileName,
  table,
  draw,
  heading: Heading = "h3",
}: {
  title: string;
  lead?: ReactNode;
  /** Without its extension. */
  fileName: string;
  table: ChartTable;
  draw: (width: number) => ReactNode;
  heading?: "h2" | "h3";
}) {
  const t = useTranslations("charts");
  const id = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <Heading id={id} className={Heading === "h2" ? "headline text-title" : "headline text-lead"}>
        {title}
      </Heading>
      {lead ? <p className="mt-1 max-w-prose text-small text-ink-2">{lead}</p> : null}
      <div ref={ref} className="mt-4 min-w-0">
        <div ref={drawing}>{draw(width)}</div>
      </div>
      <details className="group mt-3 text-small">
        <summary className="inline-flex min-h-6 list-none items-center gap-1.5 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
          <Icon name="forward" className="size-3.5 transition-transform group-open:rotate-90" />
          {t("asTable")}
        </summary>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button
            size="small"
            icon={<Icon name="download" />}
            aria-label={t("saveCsv", { title })}
            onClick={() => saveFile(csvOf(table), "text/csv;charset=utf-8", `${fileName}.csv`)}
          >
            CSV
          </Button>
          <Button
            size="small"
            icon={<Icon name="download" />}
            aria-label={t("saveSvg", { title })}
            onClick={() => {
              const drawn = [...(drawing.current?.querySelectorAll<SVGSVGElement>("svg[role=img]") ?? [])];
              if (drawn.length > 0) saveFile(svgOf(drawn), "image/svg+xml", `${fileName}.svg`);
            }}
          >
            SVG
          </Button>
          <Button
            size="small"
            icon={<Icon name="download" />}
            aria-label={t("savePng", { title })}
            onClick={() => void savePng(drawing.current, `${fileName}.png`)}
          >
            PNG
          </Button>
        </div>
        <ChartRows title={title} table={table} />
      </details>
    </figure>
  );
}

async function savePng(drawing: HTMLElement | null, fileName: string): Promise<void> {
  const drawn = [...(drawing?.querySelectorAll<SVGSVGElement>("svg[role=img]") ?? [])];
  const png = drawn.length > 0 ? await pngOf(drawn) : undefined;
  if (png) saveFile(png, "image/png", fileName);
}

function ChartRows({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Scrollable label={title} className="mt-3 max-h-96 overflow-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-b border-line-strong px-2 py-1.5 text-start font-medium text-ink-2 first:ps-0"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join(" ")}>
              {row.map((cell, column) => (
                <td
                  key={table.columns[column]}
                  className="border-b border-line px-2 py-1.5 align-top first:ps-0"
                  {...(typeof cell === "number" ? {} : { dir: "auto" })}
                >
                  {typeof cell === "number" ? Math.round(cell * 1000) / 1000 : String(cell ?? "–")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
