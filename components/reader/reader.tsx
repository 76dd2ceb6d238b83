"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk } from "@/client/desk/desk";
import { Keys, useDeeds } from "@/components/annotate/keys/keys";
import type { Mode } from "@/components/annotate/keys/registry";
import { DeskProvider, useDesk, useReader } from "@/components/annotate/use-desk";
import { ReaderLayout } from "@/components/reader/layout";
import { type Beside, type Page, PageContext } from "@/components/reader/panels";
import { Printing } from "@/components/reader/print/printing";
import { ReaderTools } from "@/components/reader/reader-tools";
import { ReportHead } from "@/components/reader/report-head";
import { ReportText } from "@/components/reader/text/report-text";
import type { LiveText } from "@/components/reader/text/text-context";
import { useAddressFollowing, useCopyLink } from "@/components/reader/use-address";
import { usePanels } from "@/components/reader/use-panels";
import { type Target, useTarget } from "@/components/reader/use-target";
import type { Crumb } from "@/components/shell/crumbs";
import { Header } from "@/components/shell/header";
import { Later, part } from "@/components/ui/later";
import type { Prose } from "@/domain/prose/prose";
import { beginsWithTitle, layOut } from "@/editor/document";

const guide = part(() => import("@/components/reader/guidelines").then((all) => all.Guidelines));
const original = part(() => import("@/components/reader/original/original").then((all) => all.Original));
const colleagues = part(() => import("@/components/reader/colleagues/colleagues").then((all) => all.Colleagues));
const keyHelp = part(() => import("@/components/reader/parts").then((all) => all.KeyHelp));

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

/** The report itself: what is to be said before it, its head and its text. */
function Article({ notice, onLive }: Pick<ReaderParts, "notice"> & { onLive: (text: LiveText | null) => void }) {
  const t = useTranslations("reader");
  const report = useReader((state) => state.report);
  const blocks = useReader((state) => state.blocks);
  const { direction, title, language } = report;
  const { ranges } = report.extraction;
  const document = useMemo(
    () => layOut(blocks, { direction, title, language, ranges }),
    [blocks, direction, title, language, ranges],
  );
  return (
    <article className="reader-article">
      {notice}
      <ReportHead report={report} titled={beginsWithTitle(blocks, title)} />
      {blocks.length === 0 ? <p>{t("empty")}</p> : null}
      <ReportText document={document} lang={language} onLive={onLive} />
    </article>
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
  const reviewing = useReader((state) => state.reviewing);
  const [text, setText] = useState<LiveText | null>(null);
  const { page, opened, close, panels } = usePanels(text);
  const { beside, setBeside, leave, helping, setHelping } = useHelp(page, target.original ? "original" : null);
  useTarget(text, target, page);
  useAddressFollowing(text !== null);

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
            <ReaderTools
              page={page}
              beside={beside}
              onBeside={(what) => setBeside(beside === what ? null : what)}
              onKeys={() => setHelping(true)}
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
        beside={
          beside && {
            is: beside,
            content: <Looked at={beside} guidelines={guidelines} onClose={leave} />,
          }
        }
        onGuidelines={() => {
          close();
          setBeside("guidelines");
        }}
        onLeave={() => {
          close();
          leave();
        }}
      >
        <Article notice={notice} onLive={setText} />
      </ReaderLayout>
      <Printing instead={paper} />
      {helping ? <Later of={keyHelp} open onOpenChange={setHelping} /> : null}
    </PageContext>
  );
}

function Looked({ at, guidelines, onClose }: { at: Beside; guidelines: Prose; onClose: () => void }) {
  const report = useReader((state) => state.report);
  const project = useReader((state) => state.project);
  if (at === "original") return <Later of={original} report={report} onClose={onClose} />;
  return <Later of={guide} project={project.name} prose={guidelines} onClose={onClose} />;
}

/** What is looked at beside the text, and whether the list of keys is open, by key and by button alike. */
function useHelp(page: Page, first: Beside | null) {
  const desk = useDesk();
  const [helping, setHelping] = useState(false);
  const [beside, setBeside] = useState(first);
  const copyLink = useCopyLink();
  const leave = () => {
    setBeside(null);
    page.toText();
  };
  useDeeds({
    guidelines: () => {
      setBeside(beside === "guidelines" ? null : "guidelines");
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
      if (!beside || passage.length > 0 || linkingFrom || selected) return false;
      leave();
      return undefined;
    },
  });
  return { beside, setBeside, leave, helping, setHelping };
}
