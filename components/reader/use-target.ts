"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Span } from "@/client/desk/desk";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Page } from "@/components/reader/panels";
import type { LiveText } from "@/components/reader/text/text-context";
import { useToast } from "@/components/ui/toast";
import type { TagId, ThreadId } from "@/domain/ids";

/** What the address points at. */
export type Target = {
  tag?: TagId;
  thread?: ThreadId;
  /** Words, in code points of the revision they were pointed at in. */
  at?: readonly Span[];
  revision?: number;
  review?: true;
  /** The original is to be shown beside the text. */
  original?: true;
  readTo?: number;
};

/** Goes where the address points, once the text is live and the tags are there. */
export function useTarget(text: LiveText | null, { tag, thread, at, revision, review, readTo }: Target, page: Page) {
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
