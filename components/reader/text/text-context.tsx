"use client";

import { createContext, use } from "react";
import type { TextView } from "@/editor/view";
import type { Words } from "@/editor/words";

/** The live text and its words. Read in effects and handlers only: the view lives outside of React. */
export type LiveText = { readonly view: TextView; readonly words: Words };

export const TextContext = createContext<LiveText | null>(null);

export function useText(): LiveText {
  const text = use(TextContext);
  if (!text) throw new Error("useText belongs inside the live text.");
  return text;
}
