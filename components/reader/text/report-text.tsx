"use client";

import "./text.css";
import { Editor, EditorContent } from "@tiptap/react";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { Announcer } from "@/components/reader/text/announcer";
import { Caret, CursorBox } from "@/components/reader/text/cursor-box";
import { Handles } from "@/components/reader/text/handles";
import { Margins } from "@/components/reader/text/margin";
import { Palette } from "@/components/reader/text/palette";
import { StaticText, textAttributes } from "@/components/reader/text/static-text";
import { showTag } from "@/components/reader/text/tag-steps";
import { type LiveText, TextContext } from "@/components/reader/text/text-context";
import type { Hand, Stack } from "@/components/reader/text/told";
import { useChoosing } from "@/components/reader/text/use-choosing";
import { useCursor } from "@/components/reader/text/use-cursor";
import { useDrawing, usePainting } from "@/components/reader/text/use-drawing";
import { useFilters } from "@/components/reader/text/use-filters";
import { useLabelColours } from "@/components/reader/text/use-label-colours";
import { useTagging } from "@/components/reader/text/use-tagging";
import { Later, part } from "@/components/ui/later";
import type { Direction } from "@/domain/text/direction";
import type { TextDocument } from "@/editor/document";
import { openText, reading } from "@/editor/view";
import { wordsOf } from "@/editor/words";

const findBar = part(() => import("@/components/reader/parts").then((all) => all.FindBar));
const suggestionBar = part(() => import("@/components/reader/parts").then((all) => all.SuggestionBar));
const stackPicker = part(() => import("@/components/reader/parts").then((all) => all.StackPicker));

/**
 * The report's text: at first as the server wrote it, then live, in the same place.
 * `onLive` is told once the text can be tagged.
 */
export function ReportText({
  document: drawn,
  lang,
  onLive,
  children,
}: {
  document: TextDocument;
  lang: string;
  onLive: (text: LiveText | null) => void;
  children?: ReactNode;
}) {
  const t = useTranslations("reader");
  const label = t("text");
  const desk = useDesk();
  const several = useReader((state) => state.picked.size > 0);
  const still = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<LiveText | null>(null);
  const [hand, setHand] = useState<Hand>("mouse");
  const [stack, setStack] = useState<Stack | null>(null);
  const [finding, setFinding] = useState(false);
  const [proposing, setProposing] = useState(false);
  const [everywhere, setEverywhere] = useState(false);

  const editor = useReading(drawn.direction, { label, lang });
  useLayoutEffect(() => {
    if (!editor) return;
    const view = openText(editor, drawn);
    takeHeights(still.current, view.sections());
    setText({ view, words: wordsOf(drawn, view.positions, lang) });
    return () => {
      setText(null);
      view.close();
    };
  }, [editor, drawn, lang]);

  useLayoutEffect(() => onLive(text), [text, onLive]);

  const [pointed, setPointed] = useState<{ point: number } | null>(null);
  const told = useMemo(
    () => ({ chosen: setHand, stacked: setStack, pointed: (point: number) => setPointed({ point }) }),
    [],
  );
  useDrawing(text?.view ?? null, desk);
  usePainting(text?.view ?? null, desk);
  useFilters(desk);
  useLabelColours(useReader((state) => state.project.codebook.labels));
  useChoosing(text, desk, told);
  const caret = useCursor(text, desk, { chosen: setHand, pointed });
  const tagging = useTagging(text, desk, { everywhere, setEverywhere });
  useSelectionFollowing(text);

  useTextDeeds(setFinding, setProposing);
  const closeStack = useCallback(() => setStack(null), []);

  return (
    <div className="text-frame" {...(several ? { "data-several": "" } : {})}>
      {text ? null : <StaticText ref={still} document={drawn} label={label} lang={lang} />}
      <EditorContent editor={editor} hidden={!text} />
      {text ? (
        <TextContext value={text}>
          <Margins />
          <Handles />
          <CursorBox hand={hand} />
          {caret ? <Caret before={caret} /> : null}
          <Palette tagging={tagging} hand={hand} />
          {stack ? <Later of={stackPicker} stack={stack} onClose={closeStack} /> : null}
          {finding ? <Later of={findBar} onClose={() => setFinding(false)} onChosen={() => setHand("keys")} /> : null}
          {proposing ? <Later of={suggestionBar} onClose={() => setProposing(false)} /> : null}
          {children}
        </TextContext>
      ) : null}
      <Announcer />
    </div>
  );
}

function useTextDeeds(setFinding: (value: boolean) => void, setProposing: (value: boolean) => void) {
  const desk = useDesk();
  useDeeds({
    find: () => {
      setFinding(true);
      return undefined;
    },
    propose: () => {
      if (!desk.getState().me.mayTag) return false;
      setProposing(true);
      return undefined;
    },
  });
}

/** TipTap's editor to read in, made once scripts run. Its own hook is for writing, and would be a fifth of all its scripts. */
function useReading(dir: Direction, { label, lang }: { label: string; lang: string }): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    const made = new Editor(reading(textAttributes(dir, { label, lang })));
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [dir, label, lang]);
  return editor;
}

/** Sections keep the heights they had in the server's text, so that nothing jumps. */
function takeHeights(still: HTMLElement | null, sections: readonly HTMLElement[]) {
  const heights = [...(still?.children ?? [])].map((section) => (section as HTMLElement).offsetHeight);
  sections.forEach((section, at) => {
    const height = heights[at];
    if (height) section.style.containIntrinsicBlockSize = `auto ${height}px`;
  });
}

/** A tag that is selected elsewhere comes into sight here; while words are chosen the hand is in the text. */
function useSelectionFollowing(text: LiveText | null) {
  const desk = useDesk();
  useEffect(() => {
    if (!text) return;
    return desk.subscribe(({ selected, passage }, previous) => {
      const choosing = passage !== previous.passage && passage.length > 0;
      if (selected && selected !== previous.selected && !choosing) showTag(text, desk, selected);
    });
  }, [text, desk]);
}
