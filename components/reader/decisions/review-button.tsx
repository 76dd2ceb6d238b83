"use client";

import { useDeferredValue } from "react";
import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { asksSomething, cameBack } from "@/components/reader/decisions/came-back";
import { cardsOf, waitsFor } from "@/components/reader/decisions/waiting";
import { Button } from "@/components/ui/button";
import { countedLayer } from "@/domain/review/counting";

/** The way into review for those who may decide, and to what came back for those who may not. */
export function ReviewButton() {
  const t = useTranslations("panels");
  const desk = useDesk();
  const me = useReader((state) => state.me);
  const mode = useReader((state) => state.project.mode);
  const twoPersons = useReader((state) => state.project.twoPersonRule);
  // Tagging comes first; the count follows when there is time.
  const annotations = useDeferredValue(useReader((state) => state.annotations));
  const relations = useDeferredValue(useReader((state) => state.relations));
  const seen = { annotations, relations };
  if (!me.mayDecide && !me.mayTag) return null;
  const waits = waitsFor(seen, { me: me.id, twoPersons });
  const count = me.mayDecide
    ? cardsOf(seen, countedLayer(mode)).flatMap((card) => waits(card)).length
    : cameBack({ ...seen, me }).filter(asksSomething).length;
  if (!me.mayDecide && count === 0) return null;
  const words = me.mayDecide ? ("review" as const) : ("back" as const);
  return (
    <div className="-mx-4.5 -mt-4 mb-4 flex items-center gap-2 border-b border-line px-4.5 py-2">
      <span className="grow text-tiny text-ink-3">{t(`${words}.waiting`, { count })}</span>
      <Button size="small" kbd={keyOf("review")} onClick={() => desk.review(true)}>
        {t(`${words}.on`)}
      </Button>
    </div>
  );
}
