"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ProseBox } from "@/components/prose/prose-box";
import type { Prose } from "@/domain/prose/prose";

/** Where a note is written, under its label. */
export function NoteField({
  label,
  words,
  onWords,
  onLeave,
  rows = 2,
  error,
}: {
  label: string;
  words: string | Prose;
  onWords: (words: string | Prose) => void;
  /** The keyboard went elsewhere. */
  onLeave?: () => void;
  rows?: number | undefined;
  error?: ReactNode;
}) {
  const t = useTranslations("ui.prose");
  return (
    <fieldset
      className="m-0 min-w-0 border-0 p-0"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave?.();
      }}
    >
      <legend className="mb-1.5 text-small font-medium text-ink">{label}</legend>
      <ProseBox
        form="note"
        rows={rows}
        label={label}
        placeholder={t("note")}
        words={words}
        people={[]}
        onWords={onWords}
      />
      {error ? (
        <p role="alert" className="text-small text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
