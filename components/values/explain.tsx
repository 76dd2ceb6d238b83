"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";

/** Terms of the trade that a newcomer has to be told once, where they stand. */
type Term = "grade" | "credibility" | "reliability" | "standing" | "sampling";

/** A small button that opens what a term means, by mouse, keyboard and touch alike. */
export function Explain({ term }: { term: Term }) {
  const t = useTranslations("values.explain");
  return (
    <Popover
      label={t(`${term}.title`)}
      className="w-72"
      trigger={
        <IconButton
          size="small"
          className="size-6 min-h-6 px-0 text-ink-3"
          label={t("what", { term: t(`${term}.title`) })}
          icon={<Icon name="help" className="size-3.5" />}
        />
      }
    >
      <p className="mb-1 text-small font-medium">{t(`${term}.title`)}</p>
      <p className="text-small whitespace-pre-line text-ink-2">{t(`${term}.text`)}</p>
    </Popover>
  );
}
