"use client";

import Link from "next/link";
import { Checkbox } from "radix-ui";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import { When } from "@/components/values/when";
import type { Hit } from "@/domain/search/concordance";

/**
 * One place: what was found in the middle, the words before and after it on either side as the text is read, and where
 * it stands. The line leads there.
 */
export function HitLine({
  hit: { reportId, revision, start, end, left, word, right, title, outlet, published, at, language },
  picked,
  onPick,
}: {
  hit: Hit;
  picked: boolean;
  /** Left out for those who don't tag. */
  onPick: ((on: boolean) => void) | undefined;
}) {
  const t = useTranslations("search.concordance");
  return (
    <li
      className={`flex items-start gap-3 border-b border-line py-1.5 hover:bg-hover lg:items-center ${picked ? "bg-accent-wash" : ""}`}
    >
      {onPick ? (
        <Checkbox.Root
          checked={picked}
          onCheckedChange={(now) => onPick(now === true)}
          aria-label={t("pick", { word, title })}
          className="relative mt-1 grid size-4 shrink-0 place-items-center rounded-1 border border-edge bg-surface before:absolute before:-inset-1 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent lg:mt-0"
        >
          <Checkbox.Indicator className="grid">
            <Icon name="check" className="size-3 stroke-[2.4]" />
          </Checkbox.Indicator>
        </Checkbox.Root>
      ) : null}
      <div className="min-w-0 grow lg:grid lg:grid-cols-[minmax(0,1fr)_15rem] lg:items-baseline lg:gap-4">
        <Link
          dir="auto"
          lang={language}
          prefetch={false}
          href={`/reports/${reportId}?at=${start}-${end}&revision=${revision}`}
          className="block font-serif text-ink no-underline sm:grid sm:grid-cols-[minmax(0,1fr)_max-content_minmax(0,1fr)] sm:whitespace-pre"
        >
          <span className="text-ink-2 sm:flex sm:justify-end sm:overflow-hidden">
            {/* Keeps the line's height where nothing stands before the word. */}
            <span className="before:content-['\200b']">{left}</span>
          </span>
          <mark className="rounded-1 bg-accent-wash font-semibold text-ink">{word}</mark>
          <span className="text-ink-2 sm:overflow-hidden">{right}</span>
        </Link>
        <p className="flex min-w-0 gap-1.5 text-tiny whitespace-nowrap text-ink-3">
          <When value={published ?? at} />
          <span aria-hidden="true">·</span>
          <bdi className="truncate" title={outlet ? `${title} · ${outlet}` : title}>
            {title}
          </bdi>
        </p>
      </div>
    </li>
  );
}
