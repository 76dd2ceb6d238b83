"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Later, part } from "@/components/ui/later";
import { Segmented } from "@/components/ui/segmented";
import { defaultGuidelines } from "@/domain/codebook/guidelines";

const markdown = part(() => import("@/components/markdown/markdown").then((all) => all.Markdown));
const views = ["write", "preview"] as const;

/** Guidelines as they are written, and as everybody will read them. */
export function GuidelinesField({
  value,
  rows,
  shipped,
  error,
  onChange,
}: {
  value: string;
  /** Whether nothing written means the conventions that come with Glossator. */
  shipped: boolean;
  rows: number;
  error?: ReactNode;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("projects");
  const [view, setView] = useState<(typeof views)[number]>("write");
  const isEmpty = value.trim() === "";
  return (
    <div className="flex flex-col gap-1.5">
      <Segmented
        label={t("guidelinesView")}
        value={view}
        onChange={setView}
        options={views.map((each) => ({ value: each, label: t(`guidelinesViews.${each}`) }))}
      />
      {view === "write" ? (
        <Field label={t("guidelines")} hint={shipped ? t("guidelinesHint") : t("guidelinesHow")} optional error={error}>
          <Textarea
            rows={rows}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="max-h-[60vh]"
          />
        </Field>
      ) : (
        <section aria-label={t("guidelines")} className="rounded-2 border border-line bg-surface px-4 py-3">
          {isEmpty ? (
            <p className="mb-3 text-small text-ink-2">{shipped ? t("guidelinesShipped") : t("guidelinesNone")}</p>
          ) : null}
          <Later of={markdown} source={isEmpty && shipped ? defaultGuidelines : value} label={t("guidelines")} />
        </section>
      )}
    </div>
  );
}
