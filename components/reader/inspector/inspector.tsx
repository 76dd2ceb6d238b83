"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { ReviewCard } from "@/components/reader/decisions/review-card";
import { AnnotationPanel } from "@/components/reader/inspector/annotation-panel";
import { RelationPanel } from "@/components/reader/inspector/relation-panel";
import { useDeeds } from "@/components/reader/keys/keys";
import { keyOf } from "@/components/reader/keys/registry";
import { usePage } from "@/components/reader/panels";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { Threads } from "@/components/reader/threads/threads";
import { Kbd } from "@/components/ui/kbd";

/** What is chosen, described: the tag, its links, its discussion, its history. Escape goes back to the text. */
export function Inspector() {
  const t = useTranslations("panels.inspector");
  const page = usePage();
  const session = useSession();
  const panel = useRef<HTMLDivElement>(null);
  const selected = useReader((state) => state.selected);
  const annotation = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const relation = useReader((state) => (state.selected ? state.relations.get(state.selected) : undefined));
  const reviewing = useReader((state) => state.reviewing);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      page.toText();
    };
    const { current } = panel;
    current?.addEventListener("keydown", leave);
    return () => current?.removeEventListener("keydown", leave);
  }, [page]);

  useDeeds({
    "edit-tag": () => {
      if (!session.getState().selected) return false;
      page.open("inspector", true);
      return undefined;
    },
    link: () => {
      const { selected: id, annotations, me } = session.getState();
      if (!id || !me.mayTag || annotations.get(id)?.kind !== "claim") return false;
      page.open("inspector");
      session.startLinking(id);
      return undefined;
    },
    review: () => {
      const { me, reviewing: on } = session.getState();
      if (!me.mayDecide) return false;
      session.review(!on);
      return undefined;
    },
  });

  return (
    <div ref={panel} className="flex flex-col px-4.5 pt-4 pb-10 text-small">
      {reviewing ? <ReviewCard /> : null}
      {annotation ? <AnnotationPanel key={annotation.id} annotation={annotation} /> : null}
      {relation ? <RelationPanel key={relation.id} relation={relation} /> : null}
      {selected && (annotation || relation) ? null : (
        <>
          {reviewing ? null : (
            <p className="text-ink-2">
              {t("empty")}{" "}
              <span className="whitespace-nowrap">
                <Kbd>{keyOf("tag-claim")}</Kbd> <Kbd>{keyOf("tag-place")}</Kbd> <Kbd>{keyOf("tag-source")}</Kbd>
              </span>{" "}
              {t("emptyKeys")}
            </p>
          )}
          <Threads about={{ on: "report" }} />
        </>
      )}
    </div>
  );
}
