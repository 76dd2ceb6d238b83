"use client";

import type { TagId } from "@/domain/ids";
import "@/components/reader/layout.css";
import "./compare.css";
import { type ComponentProps, type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk, DeskState } from "@/client/desk/desk";
import { KeyHelp } from "@/components/annotate/keys/key-help";
import { useReader } from "@/components/annotate/use-desk";
import { AgreedDialog } from "@/components/compare/agreed-dialog";
import { type Column, Columns } from "@/components/compare/columns";
import { GroupCard } from "@/components/compare/group-card";
import { GroupList } from "@/components/compare/group-list";
import { MergeDialog } from "@/components/compare/merge-dialog";
import { OwnFinal } from "@/components/compare/own-final";
import { usePage, usePointing } from "@/components/compare/pointing";
import { Bulk, Tools } from "@/components/compare/tools";
import { type Comparing, useComparison } from "@/components/compare/use-comparison";
import { useKeysHere, useWork, type View, type Work } from "@/components/compare/use-work";
import { PageContext } from "@/components/reader/panels";
import { ReportHead } from "@/components/reader/report-head";
import { SaveIndicator } from "@/components/reader/saving/save-indicator";
import { ReportText } from "@/components/reader/text/report-text";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { LiveRegion } from "@/components/ui/live-region";
import type { ReportComparison } from "@/domain/review/compare/answer";
import type { AnnotationGroup, ComparedAnnotation } from "@/domain/review/compare/group";
import { beginsWithTitle, layOut, type TextDocument } from "@/editor/document";

/** What the desk has to know of the screen: the undecided annotation that is being looked at. */
export type Here = { go: (tagId: string) => void; current: AnnotationGroup | undefined };

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
        <ComparedText
          report={report}
          view={view}
          columns={columns}
          document={document}
          pointed={pointed}
          here={here}
          blocks={blocks}
          onLive={setText}
        />
        <ComparedSide comparing={comparing} work={work} mayDecide={mayDecide} view={view} />
      </div>
      <LiveRegion>{work.said}</LiveRegion>
      <Dialogs work={work} analysts={answer.analysts.length} inner={inner} />
    </PageContext>
  );
}

/** The text, analyst by analyst or all over each other. */
function ComparedText({
  report,
  view,
  columns,
  document,
  pointed,
  here,
  blocks,
  onLive,
}: {
  report: DeskState["report"];
  view: View;
  columns: Column[];
  document: TextDocument;
  pointed: readonly TagId[];
  here: { current: Here };
  blocks: DeskState["blocks"];
  onLive: ComponentProps<typeof ReportText>["onLive"];
}) {
  const t = useTranslations("compare");
  return (
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
            <ReportText document={document} lang={report.language} onLive={onLive} />
          </article>
        </div>
      )}
    </main>
  );
}

/** The group in question, and the list of all. */
function ComparedSide({
  comparing,
  work,
  mayDecide,
  view,
}: {
  comparing: Comparing;
  work: Work;
  mayDecide: boolean;
  view: View;
}) {
  const t = useTranslations("compare");
  return (
    <div className="compare-side">
      <aside aria-label={t("decision")} className="compare-card" data-panel="inspector" tabIndex={-1}>
        <GroupCard
          comparing={comparing}
          deciding={work.deciding}
          mayDecide={mayDecide}
          fields={work.fields}
          bulk={mayDecide ? <Bulk work={work} /> : null}
        />
        {work.editing ? <OwnFinal ref={work.editor} id={work.editing} work={work} view={view} /> : null}
      </aside>
      <nav aria-label={t("groups")} className="compare-list" tabIndex={-1}>
        <GroupList comparing={comparing} />
      </nav>
    </div>
  );
}

/** What is asked before many groups are decided at once, and the list of keys. */
function Dialogs({ work, analysts, inner }: { work: Work; analysts: number; inner: Desk }) {
  const reportId = useReader((state) => state.report.id);
  return (
    <>
      {work.dialog === "agreed" ? (
        <AgreedDialog finals={work.agreed} onTake={work.takeAgreed} onClose={() => work.open(null)} />
      ) : null}
      {work.dialog === "merge" ? (
        <MergeDialog
          reportId={reportId}
          analysts={analysts}
          ask={inner.ask}
          onMerged={work.merged}
          onClose={() => work.open(null)}
        />
      ) : null}
      <KeyHelp open={work.dialog === "keys"} onOpenChange={(open) => work.open(open ? "keys" : null)} />
    </>
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
