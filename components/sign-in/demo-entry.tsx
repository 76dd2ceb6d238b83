"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";

const people = ["editor", "reviewer", "analyst-a", "analyst-b"] as const;

/** One click into the demo, as whom one likes. */
export function DemoEntry({ busy, onEnter }: { busy: string | null; onEnter: (as: string) => void }) {
  const t = useTranslations("signIn");
  return (
    <section aria-labelledby="demo" className="space-y-3">
      <div>
        <h2 id="demo" className="headline text-lead">
          {t("demoTitle")}
        </h2>
        <p className="mt-1 text-small text-ink-2">{t("demoLead")}</p>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-3 border border-line-strong bg-surface">
        {people.map((as) => (
          <li key={as}>
            <button
              type="button"
              aria-busy={busy === as}
              aria-label={t(`demoAs.${as}`)}
              aria-describedby={`does-${as}`}
              onClick={() => onEnter(as)}
              className="group flex min-h-12 w-full items-center gap-3 px-4 py-2 text-start text-small hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="w-20 shrink-0 font-medium">{t(`demoAs.${as}`)}</span>
              <span id={`does-${as}`} className="grow text-ink-2">
                {t(`demoDoes.${as}`)}
              </span>
              <Icon name="forward" className="text-ink-3 group-hover:text-accent" />
            </button>
          </li>
        ))}
      </ul>
      <p className="flex items-center gap-3 pt-2 text-small text-ink-3 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t("or")}
      </p>
    </section>
  );
}
