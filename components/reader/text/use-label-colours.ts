"use client";

import { useEffect } from "react";
import type { LabelLook } from "@/components/tag/kind-glyph";
import { kindClass } from "@/editor/drawn";

/** The marks of a project's labels take the colours of its codebook by rules of style, whatever their number. */
export function useLabelColours(labels: readonly Pick<LabelLook, "slug" | "colour">[]) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(coloured(labels));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [labels]);
}

/** One rule for each label that is not drawn as labels are anyway. */
export const coloured = (labels: readonly Pick<LabelLook, "slug" | "colour">[]): string =>
  labels
    .filter(({ colour }) => colour !== "violet")
    .map(({ slug, colour }) => `.text .${kindClass(`label:${slug}`)} { --custom: var(--label-${colour}) }`)
    .join("\n");
