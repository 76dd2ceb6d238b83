"use client";

import { useTranslations } from "use-intl";

const examples = [
  ["words", "pipeline Hama"],
  ["phrase", '"field sources"'],
  ["prefix", "attack*"],
  ["not", "-denied"],
  ["or", "Hama OR Homs"],
  ["kind", "kind:claim"],
  ["state", "state:accepted"],
  ["source", 'source:"field sources"'],
  ["place", "place:Hama"],
  ["in", "in:comment"],
  ["date", "date:2017-07.."],
  ["outlet", "outlet:Reuters"],
  ["language", "language:ar"],
] as const;

/** What the field of search understands, with an example each. */
export function SearchHelp({ open }: { open: boolean }) {
  const t = useTranslations("search");
  return (
    <details open={open} className="mb-4 text-small text-ink-2">
      <summary className="w-fit cursor-pointer py-1">{t("how")}</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        {examples.map(([name, example]) => (
          <div key={name} className="contents">
            <dt>
              <code className="rounded-1 bg-sunken px-1.5 py-0.5 text-ink">{example}</code>
            </dt>
            <dd className="max-sm:mb-1.5">{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
