"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { pickToo, pickUpTo } from "@/client/desk/picking";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import { Filters } from "@/components/reader/tag-list/filters";
import { Heading } from "@/components/reader/tag-list/heading";
import { type Row, rowsOf, type Wanted } from "@/components/reader/tag-list/rows";
import { TagRow } from "@/components/reader/tag-list/tag-row";
import { Button } from "@/components/ui/button";
import { Later, part } from "@/components/ui/later";
import type { TagId } from "@/domain/ids";

const decideShown = part(() => import("@/components/reader/parts").then((all) => all.DecideShown));

const anything: Wanted = { query: "", mine: false, linked: "any" };

/** All tags of the report, by kind; only what is in sight is drawn, so that ten thousand scroll like ten. */
export function TagList() {
  const t = useTranslations("panels.list");
  const desk = useDesk();
  const loaded = useReader((state) => state.loaded);
  const filters = useReader((state) => state.filters);
  const selected = useReader((state) => state.selected);
  const picked = useReader((state) => state.picked);
  const [wanted, setWanted] = useState(anything);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRows(wanted);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(rows[at]),
    getItemKey: (at) => keyOf(rows[at]),
    overscan: 12,
  });

  const inList = useMemo(() => shownIn(rows), [rows]);
  const pick = usePick(inList);
  const filtered = wanted !== anything || filters.states !== null;
  const tags = rows.some((row) => row.is === "tag");

  return (
    <div className="flex h-full min-h-0 flex-col">
      <Filters wanted={wanted} onWanted={setWanted} />
      {filtered && tags ? <WithShown ids={inList} /> : null}
      <div ref={scroller} className="min-h-0 grow overflow-y-auto px-2.5 pb-6">
        <Nothing
          is={rows.length === 0 ? (loaded ? "empty" : "loading") : !tags && filtered ? "noMatch" : null}
          onClear={() => {
            setWanted(anything);
            desk.filter({ states: null });
          }}
        />
        <ul aria-label={t("title")} className="relative" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <li
                key={item.key}
                ref={list.measureElement}
                data-index={item.index}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.is === "heading" ? (
                  <Heading row={row} />
                ) : (
                  <TagRow
                    row={row}
                    selected={selected !== null && row.ids.includes(selected)}
                    picked={row.ids.every((id) => picked.has(id))}
                    onChoose={(event) => pick(row.ids, event)}
                  />
                )}
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </div>
  );
}

/** What can be done with all tags that a narrowed list shows. */
function WithShown({ ids }: { ids: readonly TagId[] }) {
  const t = useTranslations("panels.several");
  const desk = useDesk();
  const page = usePage();
  const mayDecide = useReader((state) => state.me.mayDecide);
  return (
    <div className="flex flex-wrap gap-1.5 px-2.5 pt-2">
      {mayDecide ? <DecideButton ids={ids} /> : null}
      <Button
        size="small"
        onClick={() => {
          desk.pick(ids);
          page.open("inspector");
        }}
      >
        {t("allShown", { count: ids.length })}
      </Button>
    </div>
  );
}

/** Why there is no tag to show. */
function Nothing({ is, onClear }: { is: "loading" | "empty" | "noMatch" | null; onClear: () => void }) {
  const t = useTranslations("panels.list");
  if (is === "loading") return <p className="breathes px-2 py-4 text-small text-ink-3">{t("loading")}</p>;
  if (is === "empty")
    return (
      <div className="flex flex-col gap-1 px-2 py-4 text-small">
        <p className="font-medium">{t("empty")}</p>
        <p className="text-ink-2">{t("emptyHint")}</p>
      </div>
    );
  if (is === "noMatch")
    return (
      <div className="flex flex-col items-start gap-2 px-2 py-4 text-small">
        <p>{t("noMatch")}</p>
        <Button size="small" onClick={onClear}>
          {t("clear")}
        </Button>
      </div>
    );
  return null;
}

/** The rows of the list as it is narrowed now. */
function useRows(wanted: Wanted): readonly Row[] {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const filters = useReader((state) => state.filters);
  const me = useReader((state) => state.me);
  const labels = useReader((state) => state.project.codebook.labels);
  // Typing and tagging come first; a long list follows when there is time.
  const seen = useDeferredValue(
    useMemo(() => ({ annotations, relations, entities }), [annotations, relations, entities]),
  );
  return useMemo(
    () =>
      rowsOf(
        { ...seen, filters, me },
        wanted,
        labels.map(({ slug }) => slug),
      ),
    [seen, filters, me, wanted, labels],
  );
}

/** What a click on a row does: it selects, with Ctrl or Shift it picks several. */
function usePick(inList: readonly TagId[]) {
  const desk = useDesk();
  const page = usePage();
  const choose = (ids: readonly TagId[]) => {
    const now = desk.getState().selected;
    const at = now ? ids.indexOf(now) : -1;
    const id = ids[(at + 1) % ids.length];
    const annotation = id ? desk.getState().annotations.get(id) : undefined;
    if (!id || !annotation) return;
    desk.select(id);
    page.show(annotation.segments);
  };
  return (ids: readonly TagId[], { ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    if (shiftKey) pickUpTo(desk, ids, inList);
    else if (ctrlKey || metaKey) pickToo(desk, ids);
    else return choose(ids);
    page.open("inspector");
  };
}

const shownIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.is === "tag" ? row.ids : []));

/** Asks for one decision on all tags that a narrowed list shows. */
function DecideButton({ ids }: { ids: readonly TagId[] }) {
  const t = useTranslations("panels.decideShown");
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {t("open", { count: ids.length })}
      </Button>
      {asked ? <Later of={decideShown} ids={ids} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

const heightOf = (row: Row | undefined) => (row?.is === "heading" ? 38 : row?.kind === "claim" ? 58 : 34);
const keyOf = (row: Row | undefined) => (row?.is === "tag" ? row.first.id : (row?.kind ?? ""));
