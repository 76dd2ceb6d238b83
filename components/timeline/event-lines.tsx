"use client";

import type { Lane } from "@/components/timeline/lanes";
import { DayMark, marked } from "@/components/timeline/marks";
import { TimeAxis, timeScale } from "@/components/timeline/time-axis";
import type { TimelineEvent } from "@/domain/event/timeline";

const top = 28;
const laneHeight = 30;
const eventHeight = 26;
const claimHeight = 18;

/** So many letters of a size fit into a width. */
const cut = (words: string, width: number, letter: number) => {
  const most = Math.max(8, Math.floor(width / letter));
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
};

type Row =
  | { kind: "lane"; key: string; name: string }
  | { kind: "event"; key: string; event: TimelineEvent }
  | { kind: "claim"; key: string; claim: TimelineEvent["outline"]["claims"][number] };

function rowsOf(lanes: readonly Lane[], withClaims: boolean): Row[] {
  return lanes.flatMap(({ name, events }, nth) => [
    ...(name === undefined ? [] : [{ kind: "lane" as const, key: `lane ${nth}`, name }]),
    ...events.flatMap((event): Row[] => [
      { kind: "event", key: `${nth} ${event.id}`, event },
      ...(withClaims
        ? event.outline.claims.map((claim): Row => ({ kind: "claim", key: `${nth} ${event.id} ${claim.id}`, claim }))
        : []),
    ]),
  ]);
}

/** Each event on a line of its own, in its lanes, with its claims below it where they are asked for. */
export function EventLines({
  lanes,
  from,
  to,
  width,
  label,
  withClaims,
  saysOf,
}: {
  lanes: readonly Lane[];
  from: string;
  to: string;
  width: number;
  label: string;
  withClaims: boolean;
  /** How it is put who says a claim. */
  saysOf: (name: string, denies: boolean) => string;
}) {
  const narrow = width < 560;
  const labels = narrow ? 0 : Math.min(340, Math.round(width * 0.36));
  const heightOf = ({ kind }: Row) =>
    kind === "lane" ? laneHeight : (kind === "event" ? eventHeight : claimHeight) + (narrow ? 18 : 0);
  const rows = rowsOf(lanes, withClaims);
  const tops = [top];
  for (const row of rows) tops.push((tops.at(-1) ?? top) + heightOf(row));
  const height = (tops.at(-1) ?? top) + 6;
  const scale = timeScale(from, to, [labels + 16, width - 12]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      <TimeAxis scale={scale} top={top} bottom={height} />
      {rows.map((row, at) => {
        const above = tops[at] ?? top;
        const y = above + heightOf(row) - (narrow && row.kind !== "lane" ? 9 : heightOf(row) / 2);
        const words = narrow ? above + 13 : y;
        const base = narrow ? "auto" : "central";
        const room = narrow ? width : labels;
        if (row.kind === "lane") {
          return (
            <text key={row.key} x={0} y={above + 20} className="fill-ink text-small font-medium">
              {cut(row.name, width, 8)}
            </text>
          );
        }
        if (row.kind === "claim") {
          return (
            <g key={row.key}>
              <text
                x={14}
                y={words}
                dominantBaseline={base}
                paintOrder="stroke"
                strokeWidth={4}
                className="fill-ink-2 stroke-paper text-tiny"
              >
                {cut(saysOf(row.claim.says.name, row.claim.denies), room - 14, 6)}
              </text>
              <DayMark days={marked(row.claim)} x={scale.x} y={y} size={3.5} hollow={row.claim.denies} />
            </g>
          );
        }
        const { title, outline } = row.event;
        return (
          <g key={row.key}>
            <text
              x={0}
              y={words}
              dominantBaseline={base}
              paintOrder="stroke"
              strokeWidth={4}
              className="fill-ink stroke-paper text-small"
            >
              {cut(title, room, 7)}
            </text>
            <DayMark days={outline.date} x={scale.x} y={y} size={5.5} hollow={outline.disputed} />
          </g>
        );
      })}
    </svg>
  );
}
