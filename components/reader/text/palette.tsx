"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { quoted } from "@/components/reader/text/drawn";
import { PaletteButtons } from "@/components/reader/text/palette-buttons";
import { useText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/told";
import { useBoxes } from "@/components/reader/text/use-layout";
import { styleOf, usePalettePlace } from "@/components/reader/text/use-palette-place";
import type { Tagging } from "@/components/reader/text/use-tagging";
import { classes } from "@/components/ui/classes";
import { floating } from "@/components/ui/floating";

/** What can be done with the chosen words, beside them and over no others. The keys do the same. */
export function Palette({ tagging, hand }: { tagging: Tagging; hand: Hand }) {
  const t = useTranslations("reader");
  const text = useText();
  const passage = useReader((state) => state.passage);
  const boxes = useBoxes(text, passage);
  const bar = useRef<HTMLDivElement>(null);
  const desk = useDesk();
  /** While the keyboard goes from word to word, buttons would come and go with each. */
  const severalWords = useReader((state) => /\s/.test(quoted(state, state.passage)));
  const settled = useDeferredValue(passage);
  const mentions = useMemo(() => tagging.mentions(settled).length, [tagging, settled]);

  const [openedFor, setOpenedFor] = useState<readonly unknown[] | null>(null);
  const isOpened = openedFor === passage;
  useDeeds({
    "open-palette": () => {
      setOpenedFor(desk.getState().passage);
      return undefined;
    },
  });
  useEffect(() => {
    if (isOpened) bar.current?.querySelector("button")?.focus();
  }, [isOpened]);

  const inTheWay = hand === "keys" && !isOpened && !severalWords;
  const place = usePalettePlace(bar, { boxes, text, inTheWay });
  if (boxes.length === 0 || inTheWay) return null;

  const atSide = place?.at === "side";
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("palette")}
      aria-orientation={atSide ? "vertical" : "horizontal"}
      className={classes(
        floating,
        "palette z-20 flex gap-0.5 p-1 font-sans",
        atSide ? "absolute flex-col" : "fixed mx-auto w-fit flex-wrap justify-center",
        place === null && "invisible",
      )}
      style={styleOf(place)}
      dir="ltr"
      onPointerDown={(event) => event.preventDefault()}
    >
      <PaletteButtons tagging={tagging} mentions={mentions} text={text} />
    </div>
  );
}
