"use client";

import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { quoted } from "@/components/reader/text/drawn";
import { LiveRegion } from "@/components/ui/live-region";
import { penOf } from "@/editor/drawn";

const READ_OUT = 300;

/** Says which words are chosen, else which tag is selected, to those who don't see it. */
export function Announcer() {
  const t = useTranslations("reader");
  const words = useReader((state) => quoted(state, state.passage.slice(0, 3)).slice(0, READ_OUT));
  const selected = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const tag =
    selected &&
    t("announceTag", {
      kind: t(`kinds.${penOf(selected.kind)}`),
      state: t(`states.${selected.state}`),
      quote: selected.segments.map(({ quote }) => quote).join(" … "),
    });
  return <LiveRegion>{words || tag}</LiveRegion>;
}
