"use client";

import { useTranslations } from "use-intl";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { Button } from "@/components/ui/button";
import type { Tag } from "@/domain/tag/tag";

/** What was decided about a tag, by whom and why; whoever decided can take it back. */
export function VerdictLine({ tag }: { tag: Tag }) {
  const t = useTranslations("panels");
  const ago = useAgo();
  const desk = useDesk();
  const nameOf = usePersonName();
  const me = useReader((state) => state.me);
  const { verdict } = tag;
  if (!verdict) return null;
  const standing = tag.state !== "open" && tag.state !== "withdrawn";
  return (
    <div className="mt-2 flex flex-col gap-1 rounded-2 bg-sunken px-3 py-2">
      <p>
        {t("review.decided", {
          decision: capital(t(`decisions.${verdict.decision}`)),
          name: nameOf(verdict.by),
          when: ago(verdict.at),
        })}
      </p>
      {verdict.reason ? (
        <p dir="auto" className="text-ink-2">
          “{verdict.reason}”
        </p>
      ) : null}
      {standing ? null : <p className="text-tiny text-ink-3">{t("review.stale", { version: verdict.version })}</p>}
      {standing && verdict.by === me.id && me.mayDecide ? (
        <Button size="small" variant="quiet" className="self-start" onClick={() => desk.takeBack(tag.id)}>
          {t("review.undo")}
        </Button>
      ) : null}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
