"use client";

import { Progress as Radix } from "radix-ui";
import { useTranslations } from "use-intl";

/** How far a thing is, as a bar and in counts. */
export function Progress({
  label,
  done,
  total,
  countsHidden = false,
}: {
  label: string;
  done: number;
  total: number;
  /** The counts stand elsewhere; listeners still hear them. */
  countsHidden?: boolean;
}) {
  const t = useTranslations("ui");
  const counts = t("progress", { done, total });
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Radix.Root
        aria-label={label}
        value={done}
        max={Math.max(total, 1)}
        getValueLabel={() => counts}
        className="block h-1.5 min-w-12 grow overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <Radix.Indicator
          className="block h-full rounded-full bg-accent transition-[inline-size] forced-colors:bg-[Highlight]"
          style={{ inlineSize: `${share * 100}%` }}
        />
      </Radix.Root>
      {countsHidden ? null : (
        <span data-figures aria-hidden="true" className="text-small whitespace-nowrap text-ink-2">
          {counts}
        </span>
      )}
    </span>
  );
}
