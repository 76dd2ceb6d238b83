"use client";

import { useTranslations } from "use-intl";
import type { Desk } from "@/client/desk/desk";
import { type Doing, useDeeds } from "@/components/annotate/keys/keys";
import type { Deed } from "@/components/annotate/keys/registry";
import { mentionsIn, passageDeeds, type Tools } from "@/components/reader/text/tag-passage";
import { tagDeeds } from "@/components/reader/text/tag-steps";
import type { LiveText } from "@/components/reader/text/text-context";
import { useKinds } from "@/components/reader/text/use-kinds";
import { useToast } from "@/components/ui/toast";
import type { Span } from "@/editor/positions";

export type Tagging = {
  tag(kind: string): void;
  /** Adds the chosen words to the selected tag. */
  addWords(): ReturnType<Doing>;
  /** Every place with these words, the chosen one among them. */
  mentions(spans: readonly Span[]): Span[][];
  everywhere: boolean;
  setEverywhere(on: boolean): void;
};

/** What can be done to words and to the selected tag, by key and by button alike. */
export function useTagging(
  text: LiveText | null,
  desk: Desk,
  { everywhere, setEverywhere }: { everywhere: boolean; setEverywhere: (on: boolean) => void },
): Tagging {
  const say = useSay(desk);
  const kinds = useKinds();
  const tools: Tools = { text, desk, everywhere, setEverywhere, say };
  const { tag, addWords, allMentions } = passageDeeds(tools);
  const byKind: Partial<Record<Deed, Doing>> = Object.fromEntries(
    kinds.flatMap(({ kind, deed }) => (deed ? [[deed, () => tag(kind)]] : [])),
  );
  useDeeds({ ...byKind, "add-words": addWords, "all-mentions": allMentions, ...tagDeeds(tools) });
  const mentions = (spans: readonly Span[]) => mentionsIn(desk.getState(), spans);
  return { tag, addWords, mentions, everywhere, setEverywhere };
}

/** What is said of what was just done, with the way back. */
function useSay(desk: Desk): Tools["say"] {
  const t = useTranslations("reader");
  const tell = useToast();
  return {
    taggedAll: (ids) =>
      tell({
        title: t("taggedAll", { count: ids.length }),
        ...(ids.length > 0 ? { undo: () => desk.undo() } : {}),
      }),
    wide: (kind, extent) => tell({ title: t("wide", { kind, ...extent }), tone: "bad", undo: () => desk.undo() }),
    withdrawn: (id) => tell({ title: t("withdrawn"), undo: () => desk.restore(id) }),
  };
}
