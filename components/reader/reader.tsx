"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk, Span } from "@/client/desk/desk";
import { printed } from "@/components/annotate/keys/chord";
import { Keys, useDeeds, useDo } from "@/components/annotate/keys/keys";
import { type Deed, keyOf, type Mode } from "@/components/annotate/keys/registry";
import { DeskProvider, useDesk, useReader } from "@/components/annotate/use-desk";
import { isFolded, isInSight, ReaderLayout } from "@/components/reader/layout";
import { type Page, PageContext, type Panel } from "@/components/reader/panels";
import { Printing, printReport } from "@/components/reader/print/printing";
import { ReportHead } from "@/components/reader/report-head";
import { ReportText } from "@/components/reader/text/report-text";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import { useAddressFollowing, useCopyLink } from "@/components/reader/use-address";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Later, part } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";
import type { TagId, ThreadId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";
import { beginsWithTitle, layOut } from "@/editor/document";

const guide = part(() => import("@/components/reader/guidelines").then((all) => all.Guidelines));
const colleagues = part(() => import("@/components/reader/colleagues/colleagues").then((all) => all.Colleagues));
const keyHelp = part(() => import("@/components/reader/parts").then((all) => all.KeyHelp));

/** What the address points at. */
export type Target = {
  tag?: TagId;
  thread?: ThreadId;
  /** Words, in code points of the revision they were pointed at in. */
  at?: readonly Span[];
  revision?: number;
  review?: true;
  readTo?: number;
};

export type ReaderParts = {
  crumbs: readonly Crumb[];
  guidelines: Prose;
  target: Target;
  saving: ReactNode;
  user: ReactNode;
  actions?: ReactNode;
  /** What stands over the text: a note to whoever reads it. */
  notice?: ReactNode;
  /** What is printed instead of the report, where the project protects something. */
  paper?: ReactNode;
  tags: ReactNode;
  inspector: ReactNode;
};

/** One report to read, tag, discuss and decide: the text in the middle, its tags and the inspector beside it. */
export function Reader({ desk, ...parts }: { desk: Desk } & ReaderParts) {
  const under = (): Mode => (desk.getState().reviewing ? "review" : "reading");
  const mode = (): Mode => (desk.getState().passage.length > 0 ? "tagging" : under());
  return (
    <DeskProvider desk={desk}>
      <Keys mode={mode} under={under}>
        <OpenReport {...parts} />
      </Keys>
    </DeskProvider>
  );
}

function OpenReport({
  crumbs,
  guidelines,
  target,
  saving,
  user,
  actions,
  notice,
  paper,
  tags,
  inspector,
}: ReaderParts) {
  const t = useTranslations("reader");
  const desk = useDesk();
  const report = useReader((state) => state.report);
  const blocks = useReader((state) => state.blocks);
  const project = useReader((state) => state.project);
  const reviewing = useReader((state) => state.reviewing);
  const { direction, title, language } = report;
  const { ranges } = report.extraction;
  const document = useMemo(
    () => layOut(blocks, { direction, title, language, ranges }),
    [blocks, direction, title, language, ranges],
  );
  const [text, setText] = useState<LiveText | null>(null);
  const [helping, setHelping] = useState(false);
  const [guiding, setGuiding] = useState(false);
  const { page, opened, close, panels } = usePanels(text);

  const stopGuiding = () => {
    setGuiding(false);
    page.toText();
  };
  useDeeds({
    guidelines: () => {
      setGuiding(!guiding);
      return undefined;
    },
    "key-help": () => {
      setHelping(true);
      return undefined;
    },
    "copy-link": () => {
      copyLink();
      return undefined;
    },
    /** After everything else that Escape lets go of. */
    leave: () => {
      const { passage, linkingFrom, selected } = desk.getState();
      if (!guiding || passage.length > 0 || linkingFrom || selected) return false;
      stopGuiding();
      return undefined;
    },
  });
  useTarget(text, target, page);
  useAddressFollowing(text !== null);
  const copyLink = useCopyLink();

  return (
    <PageContext value={page}>
      <Header
        full
        crumbs={crumbs}
        status={
          <>
            <Later of={colleagues} />
            {saving}
          </>
        }
        user={user}
        actions={
          <>
            <Tools guiding={guiding} onGuidelines={() => setGuiding(!guiding)} onKeys={() => setHelping(true)} />
            <Folding panel="tags" icon="menu" onOpen={() => page.open("tags", true)} label={t("bar.tags")} />
            <Folding
              panel="inspector"
              icon="info"
              onOpen={() => page.open("inspector", true)}
              label={t("bar.inspector")}
            />
            {actions}
          </>
        }
      />
      <ReaderLayout
        tags={tags}
        inspector={inspector}
        opened={opened}
        reviewing={reviewing}
        onClose={close}
        panels={panels}
        guidelines={
          guiding ? <Later of={guide} project={project.name} prose={guidelines} onClose={stopGuiding} /> : null
        }
        onGuidelines={(on) => {
          close();
          if (on) setGuiding(true);
          else stopGuiding();
        }}
      >
        <article className="reader-article">
          {notice}
          <ReportHead report={report} titled={beginsWithTitle(blocks, title)} />
          {blocks.length === 0 ? <p>{t("empty")}</p> : null}
          <ReportText document={document} lang={language} onLive={setText} />
        </article>
      </ReaderLayout>
      <Printing instead={paper} />
      {helping ? <Later of={keyHelp} open onOpenChange={setHelping} /> : null}
    </PageContext>
  );
}

function Tools({ guiding, onGuidelines, onKeys }: { guiding: boolean; onGuidelines: () => void; onKeys: () => void }) {
  const t = useTranslations("reader");
  const desk = useDesk();
  const run = useDo();
  const mayTag = useReader((state) => state.me.mayTag);
  const canUndo = useReader(() => desk.canUndo());
  const canRedo = useReader(() => desk.canRedo());
  const key = (deed: Deed) => printed(keyOf(deed)).join(" ");
  return (
    <>
      {mayTag ? (
        <span className="flex max-sm:hidden">
          <IconButton
            label={t("bar.undo")}
            icon={<Icon name="undo" />}
            kbd={key("undo")}
            aria-disabled={!canUndo}
            onClick={() => run("undo")}
          />
          <IconButton
            label={t("bar.redo")}
            icon={<Icon name="redo" />}
            kbd={key("redo")}
            aria-disabled={!canRedo}
            onClick={() => run("redo")}
          />
        </span>
      ) : null}
      <IconButton label={t("bar.find")} icon={<Icon name="search" />} kbd={key("find")} onClick={() => run("find")} />
      <span className="flex max-sm:hidden">
        <IconButton
          label={t("bar.guidelines")}
          icon={<Icon name="guidelines" />}
          kbd={key("guidelines")}
          aria-expanded={guiding}
          onClick={onGuidelines}
        />
        <IconButton label={t("bar.keys")} icon={<Icon name="help" />} kbd={key("key-help")} onClick={onKeys} />
      </span>
    </>
  );
}

/** Opens a panel that is folded away; on phones and tablets only its drawing has room. */
function Folding({
  panel,
  icon,
  label,
  onOpen,
}: {
  panel: Panel;
  icon: "menu" | "info";
  label: string;
  onOpen: () => void;
}) {
  return (
    <span className="reader-folding" data-panel={panel}>
      <Button size="small" aria-label={label} className="max-lg:size-8 max-lg:border-transparent" onClick={onOpen}>
        <Icon name={icon} className="lg:hidden" />
        <span className="max-lg:hidden">{label}</span>
      </Button>
    </span>
  );
}

/** What the parts beside the text can ask, and which folded panel is open. */
function usePanels(text: LiveText | null) {
  const router = useRouter();
  const desk = useDesk();
  const panels = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Panel | null>(null);
  const close = useCallback(() => setOpened(null), []);

  const page = useMemo<Page>(
    () => ({
      show(spans) {
        if (text) bringIntoSight(text.view, spans, { always: true });
      },
      toText() {
        setOpened(null);
        text?.view.element.focus({ preventScroll: true });
      },
      open(panel, focus = false) {
        setOpened(panel);
        if (focus) requestAnimationFrame(() => focusIn(panels.current, panel));
      },
      close: () => setOpened(null),
      isShown: (panel) => isInSight(panels.current, panel),
      readTo() {
        if (!text) return undefined;
        const { bottom, left, width } = text.view.element.getBoundingClientRect();
        if (bottom <= window.innerHeight) return desk.getState().report.codePoints;
        return text.view.pointAt(left + width / 2, window.innerHeight - 1);
      },
      openReport: (address) => router.push(address),
      print: () => void printReport(),
    }),
    [text, router, desk],
  );

  /** On a phone the sheet with a tag's details rises with the tag, and with what is decided on; not over words being chosen. */
  useEffect(
    () =>
      desk.subscribe(({ selected, reviewing, passage }, previous) => {
        if (reviewing && !previous.reviewing && isFolded(panels.current, "inspector")) setOpened("inspector");
        if (selected === previous.selected) return;
        if (!selected) setOpened((now) => (now === "inspector" && !reviewing ? null : now));
        else if (passage.length === 0 && isFolded(panels.current, "tags")) {
          setOpened("inspector");
          const spans = desk.getState().annotations.get(selected)?.segments;
          requestAnimationFrame(() => {
            if (text && spans) bringIntoSight(text.view, spans, { above: sheetTop(panels.current) });
          });
        }
      }),
    [desk, text],
  );

  return { page, opened, close, panels };
}

const sheetTop = (panels: HTMLElement | null) =>
  panels?.querySelector('.reader-panel[data-panel="inspector"]')?.getBoundingClientRect().top ?? window.innerHeight;

function focusIn(panels: HTMLElement | null, panel: Panel) {
  const element = panels?.querySelector<HTMLElement>(`[data-panel="${panel}"].reader-panel`);
  if (element && !element.contains(document.activeElement)) element.focus();
}

/** Goes where the address points, once the text is live and the tags are there. */
function useTarget(text: LiveText | null, { tag, thread, at, revision, review, readTo }: Target, page: Page) {
  const t = useTranslations("panels.address");
  const tell = useToast();
  const desk = useDesk();
  const isPointed = tag !== undefined || thread !== undefined;
  const loaded = useReader((state) => state.loaded || (!isPointed && state.annotations.size > 0));
  const gone = useRef(false);
  useEffect(() => {
    if (!text || !loaded || gone.current) return;
    gone.current = true;
    const found = thread ? desk.getState().threads.get(thread) : undefined;
    const target = found?.target;
    const { report, annotations, relations } = desk.getState();
    const missing = (what: "noTag" | "noThread" | "noPassage") => tell({ tone: "bad", title: t(what) });
    if (review) desk.review(true);
    if (thread && !found) missing("noThread");
    if (at?.some(({ end }) => end > report.codePoints)) missing("noPassage");
    else if (at) {
      desk.choose(text.words.snap(at, true));
      page.show(at);
      if (revision !== undefined && revision !== report.revision) {
        tell({ tone: "bad", title: t("otherRevision", { revision }) });
      }
    } else if (tag && !annotations.has(tag) && !relations.has(tag)) missing("noTag");
    else if (tag) desk.select(tag);
    else if (target?.on === "tag") desk.select(target.tagId);
    else if (target?.on === "passage") page.show(target.anchor.segments);
    else if (readTo && !thread) page.show([{ start: readTo, end: readTo + 1 }]);
    if (found && thread) {
      desk.showThread(thread);
      page.open("inspector");
    }
  }, [text, loaded, tag, thread, at, revision, review, readTo, desk, page, t, tell]);
}
