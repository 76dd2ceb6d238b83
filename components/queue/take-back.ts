"use client";

import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useToast } from "@/components/ui/toast";

const AT_ONCE = 4;

/** Takes decisions back one by one; what changed meanwhile stays decided. */
export function useTakeBack(): (verdicts: readonly string[]) => Promise<void> {
  const t = useTranslations("queue");
  const ask = useAsk();
  const tell = useToast();
  return async (verdicts) => {
    const waiting = [...verdicts];
    let count = 0;
    const work = async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) {
        if ((await ask("DELETE", `/verdicts/${id}`)).ok) count += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    tell({ title: t("undone", { count }) });
  };
}
