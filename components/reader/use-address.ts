"use client";

import { useCallback, useEffect } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { type Pointed, pointedIn, queryOf } from "@/components/reader/address";
import { copyText } from "@/components/ui/copy";
import { useToast } from "@/components/ui/toast";

/** How long a selection has to stand before the address says it, in milliseconds: stepping through words is quick. */
const SETTLED = 250;

/** The address of this window follows what is selected, and leaves the history of the browser as it is. */
export function useAddressFollowing(live: boolean) {
  const desk = useDesk();
  useEffect(() => {
    if (!live) return;
    let timer: number | undefined;
    const follow = () => {
      const query = queryOf(pointedIn(desk.getState()));
      if (query !== window.location.search)
        window.history.replaceState(null, "", `${window.location.pathname}${query}`);
    };
    const stop = desk.subscribe((now, before) => {
      const same = now.passage === before.passage && now.selected === before.selected;
      if (same && now.openThread === before.openThread) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(follow, SETTLED);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [desk, live]);
}

/** Copies the address of something in this report, or of what is selected. */
export function useCopyLink(): (pointed?: Pointed) => void {
  const t = useTranslations("panels.address");
  const desk = useDesk();
  const tell = useToast();
  return useCallback(
    (pointed = pointedIn(desk.getState())) => {
      const address = `${window.location.origin}${window.location.pathname}${queryOf(pointed)}`;
      const what = pointed.at ? "passage" : pointed.thread ? "thread" : pointed.tag ? "tag" : "report";
      void copyText(address).then((done) =>
        tell(done ? { title: t("copied", { what }) } : { tone: "bad", title: t("notCopied"), detail: address }),
      );
    },
    [desk, tell, t],
  );
}
