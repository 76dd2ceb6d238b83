"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ReviewButton } from "@/components/reader/decisions/review-button";
import { ReviewCard } from "@/components/reader/decisions/review-card";
import { AnnotationPanel } from "@/components/reader/inspector/annotation-panel";
import { RelationPanel } from "@/components/reader/inspector/relation-panel";
import { useDeeds } from "@/components/reader/keys/keys";
import { keyOf } from "@/components/reader/keys/registry";
import { usePage } from "@/components/reader/panels";
import type { Span } from "@/components/reader/session/session";
import { useReader, useSession } from "@/components/reader/session/use-session";
import type { About } from "@/components/reader/threads/about";
import { AskedThread } from "@/components/reader/threads/asked-thread";
import { PassageComment } from "@/components/reader/threads/passage-comment";
import { Threads } from "@/components/reader/threads/threads";
import { Kbd } from "@/components/ui/kbd";
import type { TagId } from "@/domain/ids";

const FIRST = "textarea, input, select, [role=radio][tabindex='0']";
const report: About = { on: "report" };

/** What is chosen, described: the tag, its links, its discussion, its history. Escape goes back to the text. */
export function Inspector() {
  const t = useTranslations("panels.inspector");
  const page = usePage();
  const session = useSession();
  const panel = useRef<HTMLDivElement>(null);
  const [commenting, setCommenting] = useState<{ spans: readonly Span[] } | { on: TagId | null } | null>(null);
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
    comment: () => {
      const { passage, selected: id, me } = session.getState();
      if (!me.mayDiscuss) return false;
      page.open("inspector");
      setCommenting(passage.length > 0 ? { spans: passage } : { on: id });
      return undefined;
    },
    "edit-tag": () => {
      if (!session.getState().selected) return false;
      page.open("inspector", true);
      // After the page has put the keyboard into the panel: on to the first thing there is to say.
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(FIRST)?.focus());
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

  const writing = commenting !== null && "on" in commenting && commenting.on === selected;

  return (
    <div ref={panel} className="flex flex-col px-4.5 pt-4 pb-10 text-small">
      {reviewing ? <ReviewCard /> : <ReviewButton />}
      {commenting && "spans" in commenting ? (
        <PassageComment spans={commenting.spans} onDone={() => setCommenting(null)} />
      ) : null}
      <AskedThread />
      {annotation ? <AnnotationPanel key={annotation.id} annotation={annotation} writing={writing} /> : null}
      {relation ? <RelationPanel key={relation.id} relation={relation} writing={writing} /> : null}
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
          <Threads about={report} writing={writing} />
        </>
      )}
    </div>
  );
}
