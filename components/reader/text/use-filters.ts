"use client";

import { useEffect } from "react";
import type { Desk, DeskState } from "@/client/desk/desk";
import { drawnStates, kindClass, penOf } from "@/editor/drawn";

/** Filters hide marks by a rule of style: whatever their number, not one of them is drawn again. */
export function useFilters(desk: Desk) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    const apply = (now: DeskState, before?: DeskState) => {
      if (now.filters !== before?.filters) sheet.replaceSync(hiding(now.filters));
    };
    apply(desk.getState());
    const stop = desk.subscribe(apply);
    return () => {
      stop();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [desk]);
}

/** The style that hides what the filters leave out; where many tags share a mark, only their own pen is lifted. */
export function hiding({ hiddenKinds, states }: DeskState["filters"]): string {
  const rules: string[] = [];
  for (const kind of hiddenKinds) {
    const name = kindClass(kind);
    const lifted = penOf(kind) === "claim" ? "background: none" : "text-decoration: none";
    rules.push(`.text .${name}:not(.is-flat) { display: contents }`, `.text .${name}.is-flat { ${lifted} }`);
  }
  const hiddenStates = states ? drawnStates.filter((state) => !states.has(state)) : [];
  for (const state of hiddenStates) rules.push(`.text .tag.is-${state}:not(.is-flat) { display: contents }`);
  return rules.join("\n");
}
