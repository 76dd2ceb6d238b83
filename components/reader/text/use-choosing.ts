"use client";

import { useEffect } from "react";
import type { Desk } from "@/client/desk/desk";
import { chooseWords } from "@/components/reader/text/choose-words";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";

export type Hand = "mouse" | "touch" | "keys";
export type Stack = { ids: readonly TagId[]; x: number; y: number };

export type Told = {
  /** Words were chosen, and with what. */
  chosen(by: Hand): void;
  /** More than one tag stands under the pointer (client pixels). */
  stacked(stack: Stack | null): void;
  /** A click on words without a tag: the keyboard goes on from there. Code points. */
  pointed(point: number): void;
};

/**
 * Choosing with mouse and finger; Shift goes on to the place that is clicked. A click without words selects the shortest
 * tag there, the next click the one below.
 */
export function useChoosing(text: LiveText | null, desk: Desk, told: Told) {
  useEffect(() => (text ? chooseWords(text, desk, told) : undefined), [text, desk, told]);
}
