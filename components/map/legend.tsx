"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Mark, radii } from "@/components/map/mark";

const states = ["accepted", "open", "returned", "rejected", "mixed"] as const;
const precisions = [1, 2, 3] as const;

/** What the signs of a map mean: shape is state, size is precision. */
export function Legend({ what }: { what: "places" | "events" }) {
  const t = useTranslations("map.legend");
  return (
    <section aria-label={t("title")} className="mt-3 rounded-2 border border-line bg-surface px-3 py-2 text-small">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {states.map((state) => (
          <Entry key={state} words={t(`states.${state}`)}>
            <Mark state={state} precision={1} />
          </Entry>
        ))}
      </ul>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {precisions.map((precision) => (
          <Entry key={precision} words={t(`precision.${what}.${precision}`)} r={radii[precision]}>
            <Mark state="accepted" precision={precision} />
          </Entry>
        ))}
        <Entry words={t("together")} r={11}>
          <circle r={10} className="fill-place" />
          <text textAnchor="middle" dominantBaseline="central" className="fill-paper text-[11px] font-semibold">
            7
          </text>
        </Entry>
        <Entry words={t("disputed")}>
          <path d="M-8 0H8" className="stroke-ink-2" strokeWidth={1.4} strokeDasharray="4 3" />
        </Entry>
      </ul>
    </section>
  );
}

function Entry({ words, r = 7, children }: { words: string; r?: number; children: ReactNode }) {
  const side = 2 * (r + 3);
  return (
    <li className="flex items-center gap-1.5 text-ink-2">
      <svg width={side} height={side} viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`} aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
