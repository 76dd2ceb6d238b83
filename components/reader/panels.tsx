"use client";

import { createContext, use } from "react";
import type { Span } from "@/client/desk/desk";

export type Panel = "tags" | "inspector" | "guidelines" | "original";
/** What is looked at in the place of the list of tags. */
export type Beside = "guidelines" | "original";

/** What the parts beside the text can ask of the page. */
export type Page = {
  /** Brings words into sight and points at them for a moment. */
  show(spans: readonly Span[]): void;
  /** Gives the keyboard back to the text, where it was. */
  toText(): void;
  /** Opens a panel where it is folded away, and puts the keyboard into it when asked. */
  open(panel: Panel, focus?: boolean): void;
  close(panel: Panel): void;
  /** Whether a panel is there to be seen: beside the text, or risen over it. */
  isShown(panel: Panel): boolean;
  /** Code points from the start of the text that have been in sight; undefined before the text is live. */
  readTo(): number | undefined;
  /** Goes to another report; what waits to be saved here goes on being saved. */
  openReport(address: string): void;
  /** Prints the report with its tags. */
  print(): void;
};

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = use(PageContext);
  if (!page) throw new Error("usePage belongs inside the reader.");
  return page;
}
