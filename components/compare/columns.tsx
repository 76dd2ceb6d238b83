"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { MarkedText } from "@/components/compare/marked-text";
import { Segmented } from "@/components/ui/segmented";
import type { ComparedAnnotation } from "@/domain/review/compare/group";
import type { TextDocument } from "@/editor/document";
import type { Drawn } from "@/editor/drawn";

export type Column = { key: string; name: string; hint?: string | undefined; tags: readonly ComparedAnnotation[] };

/**
 * The text once for each analyst and once as it is settled, scrolled together; on a phone one at a time.
 * `current` are the ids of the tags that are being decided about.
 */
export function Columns({
  columns,
  document,
  lang,
  current,
  onChoose,
}: {
  columns: readonly Column[];
  document: TextDocument;
  lang: string;
  current: readonly string[];
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("compare");
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(columns[0]?.key ?? "");
  useScrollingTogether(frame, columns.length);
  useCurrent(frame, current, columns);
  useChoosing(frame, onChoose);

  return (
    <div className="compare-columns-frame">
      <div className="compare-tabs">
        <Segmented
          label={t("whose")}
          value={shown}
          onChange={(key) => setShown(key ?? shown)}
          options={columns.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </div>
      <div ref={frame} className="compare-columns">
        {columns.map(({ key, name, hint, tags }) => (
          <section
            key={key}
            aria-label={t("column", { name })}
            className="compare-column"
            data-shown={key === shown ? "" : undefined}
          >
            <h2 className="compare-column-head">
              <bdi>{name}</bdi>
              {hint ? <span className="font-normal text-ink-3"> {hint}</span> : null}
            </h2>
            <div className="compare-scroll">
              <Marked tags={tags} document={document} lang={lang} />
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

function Marked({ tags, document, lang }: { tags: Column["tags"]; document: TextDocument; lang: string }) {
  const marks = useMemo(() => tags.map(drawnOf), [tags]);
  return <MarkedText document={document} marks={marks} lang={lang} />;
}

const drawnOf = ({ id, kind, segments }: ComparedAnnotation): Drawn => ({
  id,
  kind,
  state: "open",
  mine: true,
  discussed: false,
  spans: segments,
});

const scrollersIn = (frame: HTMLElement | null) => [...(frame?.querySelectorAll<HTMLElement>(".compare-scroll") ?? [])];

/** The columns have the same words in the same width, so the same height is the same place. */
function useScrollingTogether(frame: React.RefObject<HTMLElement | null>, columns: number) {
  useEffect(() => {
    if (columns < 2) return;
    const { current } = frame;
    const follow = ({ target }: Event) => {
      if (!(target instanceof HTMLElement)) return;
      for (const other of scrollersIn(current)) {
        if (other !== target && Math.abs(other.scrollTop - target.scrollTop) > 1) other.scrollTop = target.scrollTop;
      }
    };
    // What scrolls has to be reachable without a mouse.
    for (const scroller of scrollersIn(current)) scroller.tabIndex = 0;
    current?.addEventListener("scroll", follow, { capture: true, passive: true });
    return () => current?.removeEventListener("scroll", follow, { capture: true });
  }, [frame, columns]);
}

/** Marks what is being decided about and brings it into sight, without drawing the text again. */
function useCurrent(frame: React.RefObject<HTMLElement | null>, ids: readonly string[], columns: readonly Column[]) {
  useEffect(() => {
    void columns;
    const marks = ids.flatMap((id) => [
      ...(frame.current?.querySelectorAll<HTMLElement>(`mark[data-ids~="${id}"]`) ?? []),
    ]);
    for (const mark of marks) mark.classList.add("is-current");
    const first = marks.find((mark) => mark.offsetParent !== null);
    const scroller = first?.closest<HTMLElement>(".compare-scroll");
    if (first && scroller) {
      const top = first.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      if (top < 40 || top > scroller.clientHeight - 80) scroller.scrollTop += top - scroller.clientHeight / 3;
    }
    return () => {
      for (const mark of marks) mark.classList.remove("is-current");
    };
  }, [frame, ids, columns]);
}

/** A click on a mark is about the shortest tag there. */
function useChoosing(frame: React.RefObject<HTMLElement | null>, onChoose: (id: string) => void) {
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const { current } = frame;
    const press = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-ids]") : null;
      const [id] = mark?.dataset["ids"]?.split(" ") ?? [];
      if (id) choose.current(id);
    };
    current?.addEventListener("click", press);
    return () => current?.removeEventListener("click", press);
  }, [frame]);
}
