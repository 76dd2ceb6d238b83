"use client";

import { useTranslations } from "use-intl";
import type { Refused } from "@/client/desk/desk";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useDesk } from "@/components/annotate/use-desk";
import { Button } from "@/components/ui/button";

const ours = ["unreadable", "orphan", "stale"] as const;

/** Changes that the server did not take: kept, explained, and never in the way of others. */
export function RefusedTray({ refused }: { refused: readonly Refused[] }) {
  const t = useTranslations("panels.refused");
  const desk = useDesk();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-medium">{t("title")}</h2>
      <p className="text-ink-2">{t("lead")}</p>
      <ul className="flex flex-col gap-2">
        {refused.map(({ thing, tag, detail, errors }, at) => {
          const known = ours.find((each) => each === detail);
          return (
            <li key={thing} className="flex flex-col gap-1 rounded-2 border border-line p-2.5">
              <span dir="auto" className="line-clamp-2 font-medium">
                {tag?.type === "annotation" ? nameOf(tag) : t("something")}
              </span>
              <span className="text-bad">{known ? t(known) : detail}</span>
              {errors.map(({ field, reason }) => (
                <span key={field} className="text-tiny text-ink-2">
                  {t("field", { field, reason })}
                </span>
              ))}
              <span className="flex flex-wrap gap-2 pt-1">
                {tag ? (
                  <Button size="small" onClick={() => desk.select(tag.id)}>
                    {t("show")}
                  </Button>
                ) : null}
                <Button size="small" onClick={() => desk.retry()}>
                  {t("again")}
                </Button>
                <Button size="small" variant="quiet" onClick={() => desk.dismissRefused(at)}>
                  {t("letGo")}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
