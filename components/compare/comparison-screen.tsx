"use client";

import "@/components/reader/layout.css";
import "./compare.css";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk, Final } from "@/client/desk/desk";
import { printed } from "@/components/annotate/keys/chord";
import { KeyHelp } from "@/components/annotate/keys/key-help";
import { useDeeds } from "@/components/annotate/keys/keys";
import { type Deed, keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { AgreedDialog } from "@/components/compare/agreed-dialog";
import { type Column, Columns } from "@/components/compare/columns";
import { type Deciding, GroupCard } from "@/components/compare/group-card";
import { GroupList } from "@/components/compare/group-list";
import { MergeDialog } from "@/components/compare/merge-dialog";
import { type Comparing, useComparison } from "@/components/compare/use-comparison";
import { AnnotationPanel } from "@/components/reader/inspector/annotation-panel";
import { RelationPanel } from "@/components/reader/inspector/relation-panel";
import { type Page, PageContext } from "@/components/reader/panels";
import { ReportHead } from "@/components/reader/report-head";
import { SaveIndicator } from "@/components/reader/saving/save-indicator";
import { ReportText } from "@/components/reader/text/report-text";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { LiveRegion } from "@/components/ui/live-region";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import type { ReportComparison } from "@/domain/review/compare/answer";
import type { AnnotationGroup, ComparedAnnotation } from "@/domain/review/compare/group";
import { beginsWithTitle, layOut } from "@/editor/document";

/** What the desk has to know of the screen: the undecided annotation that is being looked at. */
export type Here = { go: (tagId: string) => void; current: AnnotationGroup | undefined };

export type View = "columns" | "overlaid";

type Parts = {
  answer: ReportComparison;
  crumbs: readonly Crumb[];
  user: ReactNode;
  onAnonymous: () => void;
};

/** What several analysts said about a report, side by side or over each other, to decide group by group. */
export function ComparisonScreen({
  inner,
  answer,
  crumbs,
  user,
  onAnonymous,
  here,
}: Parts & {
  /** The desk as it is, where the one in context chooses groups instead of tags. */
  inner: Desk;
  here: { current: Here };
}) {
  const t = useTranslations("compare");
  const report = useReader((state) => state.report);
  const blocks = useReader((state) => state.blocks);
  const mayDecide = useReader((state) => state.me.mayDecide && state.me.mayTag);
  const comparing = useComparison(answer, inner);
  const [view, setView] = useState<View>("columns");
  const [text, setText] = useState<LiveText | null>(null);
  const document = useMemo(() => layOut(blocks, report), [blocks, report]);
  const work = useWork(comparing, { inner, mayDecide, setView });
  const page = usePage(text);

  useEffect(() => {
    const { current } = comparing;
    const isOpen = current?.type === "annotation" && !comparing.settled.has(current.id);
    here.current = {
      go(id) {
        const group = comparing.groupOf(id);
        if (group) comparing.go(group.id);
      },
      current: isOpen ? current : undefined,
    };
  });
  useKeysHere(comparing, work, { setView, onAnonymous });
  usePointing(text, comparing);

  const ids = useMemo(() => comparing.current?.tags.map(({ tag }) => tag.id) ?? [], [comparing.current]);
  const final = comparing.current && comparing.settled.get(comparing.current.id)?.final.id;
  const pointed = useMemo(() => (final ? [...ids, final] : ids), [ids, final]);
  const columns = useColumns(comparing);

  return (
    <PageContext value={page}>
      <Header
        crumbs={crumbs}
        status={<SaveIndicator />}
        user={user}
        actions={
          <Tools
            work={work}
            view={view}
            onView={setView}
            anonymous={answer.anonymous}
            onAnonymous={onAnonymous}
            mayDecide={mayDecide}
          />
        }
      />
      <div className="compare">
        <main id="content" tabIndex={-1} className="compare-main">
          <h1 className="sr-only">{t("title", { report: report.title })}</h1>
          {view === "columns" ? (
            <Columns
              columns={columns}
              document={document}
              lang={report.language}
              current={pointed}
              onChoose={(id) => here.current.go(id)}
            />
          ) : (
            <div className="compare-overlaid">
              <article className="reader-article">
                <ReportHead report={report} titled={beginsWithTitle(blocks, report.title)} />
                <ReportText document={document} lang={report.language} onLive={setText} />
              </article>
            </div>
          )}
        </main>
        <div className="compare-side">
          <aside aria-label={t("decision")} className="compare-card" data-panel="inspector" tabIndex={-1}>
            <GroupCard
              comparing={comparing}
              deciding={work.deciding}
              mayDecide={mayDecide}
              fields={work.fields}
              bulk={mayDecide ? <Bulk work={work} /> : null}
            />
            {work.editing ? <Editing ref={work.editor} id={work.editing} work={work} view={view} /> : null}
          </aside>
          <nav aria-label={t("groups")} className="compare-list" tabIndex={-1}>
            <GroupList comparing={comparing} />
          </nav>
        </div>
      </div>
      <LiveRegion>{work.said}</LiveRegion>
      {work.dialog === "agreed" ? (
        <AgreedDialog finals={work.agreed} onTake={work.takeAgreed} onClose={() => work.open(null)} />
      ) : null}
      {work.dialog === "merge" ? (
        <MergeDialog
          reportId={report.id}
          analysts={answer.analysts.length}
          ask={inner.ask}
          onMerged={work.merged}
          onClose={() => work.open(null)}
        />
      ) : null}
      <KeyHelp open={work.dialog === "keys"} onOpenChange={(open) => work.open(open ? "keys" : null)} />
    </PageContext>
  );
}

function useColumns({ analysts, comparison, finals }: Comparing): Column[] {
  const t = useTranslations("compare");
  const label = t("final");
  const theirs = useMemo(
    () =>
      analysts.map(({ key, name }) => ({
        key,
        name,
        tags: comparison.annotations.flatMap(({ tags }) =>
          tags.filter(({ by }) => by === key).map(({ tag }): ComparedAnnotation => tag),
        ),
      })),
    [analysts, comparison],
  );
  return useMemo(() => {
    const standing = finals.filter(
      (tag): tag is Extract<typeof tag, { type: "annotation" }> =>
        tag.type === "annotation" && tag.state !== "withdrawn" && tag.state !== "rejected",
    );
    return [...theirs, { key: "final", name: label, tags: standing }];
  }, [theirs, finals, label]);
}

type Dialog = "agreed" | "merge" | "keys" | null;

/** Everything a reviewer does here, with what is said about it. */
function useWork(
  comparing: Comparing,
  { inner, mayDecide, setView }: { inner: Desk; mayDecide: boolean; setView: (view: View) => void },
) {
  const t = useTranslations("compare");
  const tell = useToast();
  const [dialog, open] = useState<Dialog>(null);
  const [said, say] = useState("");
  const [agreed, setAgreed] = useState<readonly Final[]>([]);
  const fields = useRef<HTMLElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const selected = useReader((state) => state.selected);
  const { current, analysts } = comparing;
  const final = current && comparing.settled.get(current.id)?.final;
  const sketch = useReader((state) => state.sketch);
  const editing = selected && (final?.id === selected || sketch.has(selected)) ? selected : undefined;

  // Whoever goes on to another group leaves what they were writing.
  const group = current?.id;
  useEffect(() => {
    if (group) return () => inner.leaveSketch();
    return undefined;
  }, [group, inner]);

  const next = (words: string) => {
    say(words);
    inner.select(null);
    comparing.step(1, true);
  };
  const deciding: Deciding = {
    take(by) {
      const name = analysts.find(({ key }) => key === by)?.name ?? by;
      if (mayDecide && comparing.take(by)) next(t("took", { name }));
    },
    pick(field, by) {
      if (mayDecide && comparing.pick(field, by)) say(t("picked"));
    },
    leaveOut() {
      if (!mayDecide) return;
      const done = comparing.leaveOut();
      if (done === "done") next(t("leftOut"));
      if (done === "ends first") tell({ title: t("endsFirst") });
    },
    own() {
      if (!mayDecide) return;
      const id = comparing.own();
      if (!id) return;
      inner.select(id);
      requestAnimationFrame(() =>
        editor.current
          ?.querySelector<HTMLElement>("textarea, input, select, [role=radio][tabindex='0'], button")
          ?.focus(),
      );
    },
    undecide() {
      if (mayDecide && comparing.undecide()) say(t("undecided"));
    },
  };

  return {
    deciding,
    fields,
    editor,
    editing,
    stopEditing() {
      const written = sketch.size > 0;
      inner.keepSketch();
      inner.select(null);
      if (written) say(t("ownKept"));
      comparing.step(1, true);
    },
    giveUp() {
      inner.dropSketch();
      inner.select(null);
    },
    sketching: sketch.size > 0,
    toText: () => setView("overlaid"),
    dialog,
    open,
    said,
    agreed,
    askAgreed() {
      if (!mayDecide) return;
      setAgreed(comparing.agreed());
      open("agreed");
    },
    takeAgreed() {
      comparing.takeAll(agreed);
      open(null);
      const words = t("tookAgreed", { count: agreed.length });
      say(words);
      tell({ title: words, undo: () => inner.undo() });
    },
    askMerge() {
      if (mayDecide) open("merge");
    },
    merged(made: number) {
      open(null);
      void inner.refresh();
      tell({ title: t("merge.done", { count: made }) });
    },
  };
}
type Work = ReturnType<typeof useWork>;

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function useKeysHere(
  comparing: Comparing,
  work: Work,
  { setView, onAnonymous }: { setView: (change: (view: View) => View) => void; onAnonymous: () => void },
) {
  const desk = useDesk();
  const done = (deed: () => void) => () => {
    deed();
    return undefined;
  };
  useDeeds({
    ...Object.fromEntries(
      digits.map((digit) => {
        const by = comparing.analysts[digit - 1]?.key;
        const has = by !== undefined && comparing.current?.by.includes(by);
        return [`take-${digit}`, () => (has ? done(() => work.deciding.take(by))() : false)];
      }),
    ),
    "next-group": done(() => comparing.step(1)),
    "previous-group": done(() => comparing.step(-1)),
    "next-undecided": done(() => comparing.step(1, true)),
    "previous-undecided": done(() => comparing.step(-1, true)),
    "leave-out": done(work.deciding.leaveOut),
    "write-own": done(work.deciding.own),
    undecide: done(work.deciding.undecide),
    "take-agreed": done(work.askAgreed),
    "merge-layers": done(work.askMerge),
    "pick-fields": done(() => work.fields.current?.querySelector<HTMLElement>("button")?.focus()),
    "other-view": done(() => setView((view) => (view === "columns" ? "overlaid" : "columns"))),
    "hide-names": done(onAnonymous),
    "key-help": done(() => work.open("keys")),
    undo: done(() => desk.undo()),
    redo: done(() => desk.redo()),
  });
}

/** In the text with everybody's marks, paints what is being decided about and brings it into sight. */
function usePointing(text: LiveText | null, { current }: Comparing) {
  useEffect(() => {
    if (!text || !current) return;
    const spans = current.type === "annotation" ? current.tags.flatMap(({ tag }) => tag.segments) : [];
    text.view.paint("found", spans);
    bringIntoSight(text.view, spans);
    return () => text.view.paint("found", []);
  }, [text, current]);
}

function usePage(text: LiveText | null): Page {
  return useMemo<Page>(
    () => ({
      show(spans) {
        if (text) bringIntoSight(text.view, spans, { always: true });
      },
      toText() {
        if (text) text.view.element.focus({ preventScroll: true });
        else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
      open: () => undefined,
      close: () => undefined,
      isShown: () => true,
      openReport: (address) => window.location.assign(address),
      print: () => window.print(),
      readTo: () => undefined,
    }),
    [text],
  );
}

/** The final tag that a reviewer writes; nothing of a new one is settled before they are done. */
function Editing({ id, work, view, ref }: { id: string; work: Work; view: View; ref: React.Ref<HTMLDivElement> }) {
  const t = useTranslations("compare");
  const annotation = useReader((state) => [...state.annotations.values()].find((tag) => tag.id === id));
  const relation = useReader((state) => [...state.relations.values()].find((tag) => tag.id === id));
  return (
    <section ref={ref} aria-label={t("ownTitle")} className="border-t border-line px-4.5 py-4 text-small">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="eyebrow grow">{t("ownTitle")}</h2>
        {work.sketching ? (
          <Button size="small" onClick={work.giveUp}>
            {t("ownGiveUp")}
          </Button>
        ) : null}
        <Button size="small" variant="primary" onClick={work.stopEditing}>
          {work.sketching ? t("ownKeep") : t("ownDone")}
        </Button>
      </div>
      {work.sketching ? <p className="mb-2 text-ink-2">{t("ownHint")}</p> : null}
      {annotation && view === "columns" ? (
        <Button size="small" variant="quiet" className="mb-2" onClick={work.toText}>
          {t("ownWords")}
        </Button>
      ) : null}
      {annotation ? <AnnotationPanel annotation={annotation} writing={false} /> : null}
      {relation ? <RelationPanel relation={relation} writing={false} /> : null}
    </section>
  );
}

/** What is decided for many groups at once. */
function Bulk({ work }: { work: Work }) {
  const t = useTranslations("compare");
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" kbd={keyOf("take-agreed")} onClick={work.askAgreed}>
        {t("agreed.open")}
      </Button>
      <Button size="small" kbd={keyOf("merge-layers")} onClick={work.askMerge}>
        {t("merge.open")}
      </Button>
    </div>
  );
}

function Tools({
  work,
  view,
  onView,
  anonymous,
  onAnonymous,
  mayDecide,
}: {
  work: Work;
  view: View;
  onView: (view: View) => void;
  anonymous: boolean;
  onAnonymous: () => void;
  mayDecide: boolean;
}) {
  const t = useTranslations("compare");
  const desk = useDesk();
  const canUndo = useReader(() => desk.canUndo());
  const key = (deed: Deed) => printed(keyOf(deed)).join(" ");
  return (
    <>
      {mayDecide ? (
        <IconButton
          label={t("undo")}
          icon={<Icon name="undo" />}
          kbd={key("undo")}
          aria-disabled={!canUndo}
          onClick={() => desk.undo()}
        />
      ) : null}
      <span className="max-sm:hidden">
        <Segmented
          oneRow
          label={t("view")}
          value={view}
          onChange={(to) => onView(to ?? view)}
          options={[
            { value: "columns", label: t("views.columns") },
            { value: "overlaid", label: t("views.overlaid") },
          ]}
        />
      </span>
      <span className="max-md:hidden">
        <Button size="small" variant="quiet" kbd={key("hide-names")} onClick={onAnonymous}>
          {anonymous ? t("names.show") : t("names.hide")}
        </Button>
      </span>
      <span className="max-sm:hidden">
        <IconButton
          label={t("keys")}
          icon={<Icon name="help" />}
          kbd={key("key-help")}
          onClick={() => work.open("keys")}
        />
      </span>
    </>
  );
}
