"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk, DeskState } from "@/client/desk/desk";
import { Keys, useDeeds } from "@/components/annotate/keys/keys";
import type { Mode } from "@/components/annotate/keys/registry";
import { DeskProvider, useDesk, useReader } from "@/components/annotate/use-desk";
import { ReaderLayout } from "@/components/reader/layout";
import { type Page, PageContext } from "@/components/reader/panels";
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

function useLaidOut(report: DeskState["report"], blocks: DeskState["blocks"]) {
  const { direction, title, language } = report;
  const { ranges } = report.extraction;
  return useMemo(
    () => layOut(blocks, { direction, title, language, ranges }),
    [blocks, direction, title, language, ranges],
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
  const report = useReader((state) => state.report);
  const blocks = useReader((state) => state.blocks);
  const project = useReader((state) => state.project);
  const reviewing = useReader((state) => state.reviewing);
  const { title, language } = report;
  const document = useLaidOut(report, blocks);
  const [text, setText] = useState<LiveText | null>(null);
  const { page, opened, close, panels } = usePanels(text);
  const { guiding, setGuiding, stopGuiding, helping, setHelping } = useHelp(page);
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
              guiding={guiding}
              onGuidelines={() => setGuiding(!guiding)}
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

/** Whether guidelines and the list of keys are open, by key and by button alike. */
function useHelp(page: Page) {
  const desk = useDesk();
  const [helping, setHelping] = useState(false);
  const [guiding, setGuiding] = useState(false);
  const copyLink = useCopyLink();
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
  return { guiding, setGuiding, stopGuiding, helping, setHelping };
}
