"use client";

import { useDeferredValue } from "react";
import { useTranslations } from "use-intl";
import { cardsOf } from "@/components/reader/decisions/waiting";
import { keyOf } from "@/components/reader/keys/registry";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { Button } from "@/components/ui/button";

/** The way into review, for those who may decide. */
export function ReviewButton() {
  const t = useTranslations("panels.review");
  const session = useSession();
  const mayDecide = useReader((state) => state.me.mayDecide);
  // Tagging comes first; the count follows when there is time.
  const annotations = useDeferredValue(useReader((state) => state.annotations));
  const relations = useDeferredValue(useReader((state) => state.relations));
  if (!mayDecide) return null;
  const count = cardsOf({ annotations, relations }).filter(({ waiting }) => waiting.length > 0).length;
  return (
    <div className="-mx-4.5 -mt-4 mb-4 flex items-center gap-2 border-b border-line px-4.5 py-2">
      <span className="grow text-tiny text-ink-3">{t("waiting", { count })}</span>
      <Button size="small" kbd={keyOf("review")} onClick={() => session.review(true)}>
        {t("on")}
      </Button>
    </div>
  );
}
