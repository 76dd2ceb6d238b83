"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Span } from "@/client/desk/desk";
import { startsLinks } from "@/client/desk/link-between";
import { useDeeds, useDo } from "@/components/annotate/keys/keys";
import { keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ReviewButton } from "@/components/reader/decisions/review-button";
import { usePage } from "@/components/reader/panels";
import type { About } from "@/components/reader/threads/about";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Later, part } from "@/components/ui/later";
import type { TagId } from "@/domain/ids";

const deciding = part(() => import("@/components/reader/parts").then((all) => all.Deciding));
const annotationPanel = part(() => import("@/components/reader/parts").then((all) => all.AnnotationPanel));
const relationPanel = part(() => import("@/components/reader/parts").then((all) => all.RelationPanel));
const askedThread = part(() => import("@/components/reader/parts").then((all) => all.AskedThread));
const severalPanel = part(() => import("@/components/reader/parts").then((all) => all.SeveralPanel));
const passageComment = part(() => import("@/components/reader/parts").then((all) => all.PassageComment));
const threads = part(() => import("@/components/reader/parts").then((all) => all.Threads));

const FIRST = "textarea, input, select, [role=radio][tabindex='0']";
const report: About = { on: "report" };

/** What a comment is begun about: words, or a tag, or the report. */
type Commenting = { spans: readonly Span[] } | { on: TagId | null };

/** What is chosen, described: the tag, its links, its discussion, its history. Escape goes back to the text. */
export function Inspector() {
  const t = useTranslations("panels.inspector");

  const panel = useRef<HTMLDivElement>(null);
  const [commenting, setCommenting] = useState<Commenting | null>(null);
  const selected = useReader((state) => state.selected);
  const annotation = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const relation = useReader((state) => (state.selected ? state.relations.get(state.selected) : undefined));
  const reviewing = useReader((state) => state.reviewing);
  const asked = useReader((state) => state.openThread !== null);

  useLeaving(panel);

  useInspectorDeeds(setCommenting, panel);

  const run = useDo();
  const mayTag = useReader((state) => state.me.mayTag);
  const several = useReader((state) => state.picked.size > 0);
  const late = (
    <p role="status" className="text-ink-2">
      {t("late")}
    </p>
  );
  const writing = commenting !== null && "on" in commenting && commenting.on === selected;

  return (
    <div ref={panel} className="flex flex-col px-4.5 pt-4 pb-10 text-small">
      {reviewing ? <Later of={deciding} late={late} /> : <ReviewButton />}
      {commenting && "spans" in commenting ? (
        <Later of={passageComment} spans={commenting.spans} onDone={() => setCommenting(null)} />
      ) : null}
      <Later of={askedThread} wanted={asked} />
      {several ? <Later of={severalPanel} late={late} /> : null}
      {annotation && !several ? (
        <Later of={annotationPanel} late={late} key={annotation.id} annotation={annotation} writing={writing} />
      ) : null}
      {relation && !several ? (
        <Later of={relationPanel} late={late} key={relation.id} relation={relation} writing={writing} />
      ) : null}
      {several || (selected && (annotation || relation)) ? null : (
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
          {mayTag && !reviewing ? (
            <Button size="small" className="my-2 self-start" kbd={keyOf("propose")} onClick={() => run("propose")}>
              {t("propose")}
            </Button>
          ) : null}
          <Later of={threads} about={report} writing={writing} wanted={writing} />
        </>
      )}
    </div>
  );
}

/** What keys do here. */
function useInspectorDeeds(onComment: (about: Commenting) => void, panel: RefObject<HTMLDivElement | null>) {
  const desk = useDesk();
  const page = usePage();
  useDeeds({
    comment: () => {
      const { passage, selected: id, me } = desk.getState();
      if (!me.mayDiscuss) return false;
      page.open("inspector");
      onComment(passage.length > 0 ? { spans: passage } : { on: id });
      return undefined;
    },
    "edit-tag": () => {
      if (!desk.getState().selected) return false;
      page.open("inspector", true);
      // After the page has put the keyboard into the panel: on to the first thing there is to say.
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(FIRST)?.focus());
      return undefined;
    },
    link: () => {
      const { selected: id, annotations, me, project } = desk.getState();
      const kind = id ? annotations.get(id)?.kind : undefined;
      if (!id || !me.mayTag || !kind || !startsLinks(kind, project.codebook)) return false;
      page.open("inspector");
      desk.startLinking(id);
      return undefined;
    },
    review: () => {
      const { me, reviewing: on } = desk.getState();
      if (!me.mayDecide && !me.mayTag) return false;
      desk.review(!on);
      return undefined;
    },
  });
}

/** Escape goes back to the text. */
function useLeaving(panel: RefObject<HTMLDivElement | null>) {
  const desk = useDesk();
  const page = usePage();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      if (desk.getState().picked.size > 0) desk.pick([]);
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      page.toText();
    };
    const { current } = panel;
    current?.addEventListener("keydown", leave);
    return () => current?.removeEventListener("keydown", leave);
  }, [page, desk, panel]);
}
