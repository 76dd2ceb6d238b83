"use client";

import Link from "next/link";
import { quoteOf } from "@/components/entities/quote-of";
import { Glyph, type GlyphKind } from "@/components/tag/glyph";
import type { Placed } from "@/domain/entity/entity-page";

/** Tags with the reports they stand in, each leading to its words. */
export function PlacedList({
  id,
  kind,
  title,
  empty,
  count,
  places,
}: {
  id: string;
  kind: GlyphKind;
  title: string;
  empty: string;
  count: string;
  places: readonly Placed[];
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="headline flex items-baseline gap-3 text-lead">
        {title}
        <span className="font-sans text-small font-normal tracking-normal text-ink-3">{count}</span>
      </h2>
      {places.length === 0 ? (
        <p className="mt-2 text-small text-ink-2">{empty}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {places.map(({ annotation, reportTitle, outlet }) => (
            <li key={annotation.id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] py-3">
              <Glyph kind={kind} className="mt-1.5" />
              <div className="min-w-0">
                <Link
                  prefetch={false}
                  href={`/reports/${annotation.reportId}?tag=${annotation.id}`}
                  dir="auto"
                  className="block font-serif text-[1.0625rem] leading-snug text-ink no-underline hover:underline"
                >
                  {quoteOf(annotation)}
                </Link>
                <bdi className="mt-0.5 block truncate text-small text-ink-3">
                  {outlet ? `${outlet} · ${reportTitle}` : reportTitle}
                </bdi>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
