"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { addressOfTags } from "@/client/desk/fetch-report";
import { openDesk } from "@/client/desk/open-desk";
import type { DeskStart } from "@/client/desk/start";
import { useReader } from "@/components/annotate/use-desk";
import { ReaderWords } from "@/components/intl/reader-words";
import { Inspector } from "@/components/reader/inspector/inspector";
import { Reader } from "@/components/reader/reader";
import { SaveIndicator } from "@/components/reader/saving/save-indicator";
import type { Target } from "@/components/reader/use-target";
import { WorkHereContext } from "@/components/reader/work/use-work-here";
import type { WorkHere } from "@/components/reader/work/work-context";
import type { Crumb } from "@/components/shell/crumbs";
import { Later, part } from "@/components/ui/later";
import type { Prose } from "@/domain/prose/prose";
import type { Report } from "@/domain/report/report";
import { joinBlocks } from "@/domain/text/blocks";

/** What the server hands over: the text once, as blocks and what stands after the last of them. */
export type OpenReport = Omit<DeskStart, "report"> & { report: Omit<Report, "text">; tail: string };

const tagList = part(() => import("@/components/reader/tag-list/tag-list").then((all) => all.TagList));

/** Opens a report in this window and keeps its desk while the page is there. */
export function OpenReader({
  open,
  work,
  ...page
}: {
  open: OpenReport;
  work: WorkHere;
  crumbs: readonly Crumb[];
  guidelines: Prose;
  target: Target;
  user: ReactNode;
  actions?: ReactNode;
  notice?: ReactNode;
  paper?: ReactNode;
}) {
  const [desk] = useState(() => {
    const { tail, report, ...start } = open;
    const text = joinBlocks(start.blocks, tail);
    return openDesk({ ...start, report: { ...report, text } }, (...asked) => fetch(...asked));
  });
  useEffect(() => {
    desk.start();
    return () => desk.close();
  }, [desk]);
  return (
    <ReaderWords>
      <link rel="preload" as="fetch" crossOrigin="anonymous" href={`/api/v1${addressOfTags(open.report.id)}`} />
      <WorkHereContext value={work}>
        <Reader desk={desk} saving={<SaveIndicator />} tags={<Tags />} inspector={<Inspector />} {...page} />
      </WorkHereContext>
    </ReaderWords>
  );
}

/** The list comes with the first tags: the text does not wait for it. */
function Tags() {
  const t = useTranslations("panels.list");
  const loaded = useReader((state) => state.loaded);
  return (
    <Later
      of={tagList}
      wanted={loaded}
      until={<p className="breathes px-4.5 py-4 text-small text-ink-3">{t("loading")}</p>}
    />
  );
}
