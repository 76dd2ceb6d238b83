"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { NamedLabel } from "@/components/guidelines/guidelines-editor";
import { Later, part } from "@/components/ui/later";
import { defaultGuidelines } from "@/domain/codebook/guidelines";
import type { Prose } from "@/domain/prose/prose";

const editor = part(() => import("@/components/guidelines/guidelines-editor").then((all) => all.GuidelinesEditor));

/** Guidelines as everybody will read them, to be written. */
export function GuidelinesField({
  value,
  labels,
  file,
  shipped,
  error,
  onChange,
}: {
  value: Prose;
  labels: readonly NamedLabel[];
  file: string;
  /** Whether nothing written means the conventions that come with Glossator. */
  shipped: boolean;
  error?: ReactNode;
  onChange: (value: Prose) => void;
}) {
  const t = useTranslations("projects");
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-small font-medium">{t("guidelines")}</p>
      <p className="text-small text-ink-2">{shipped ? t("guidelinesHint") : t("guidelinesHow")}</p>
      <Later
        of={editor}
        value={value}
        labels={labels}
        file={file}
        begin={shipped ? defaultGuidelines : undefined}
        onChange={onChange}
        until={<p className="breathes rounded-2 border border-line px-2.5 py-2 text-ink-3">{t("guidelinesComing")}</p>}
      />
      {error ? (
        <p role="alert" className="text-small text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}
