"use client";

import { useEffect } from "react";
import type { Desk } from "@/client/desk/desk";
import { chooseWords } from "@/components/reader/text/choose-words";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Told } from "@/components/reader/text/told";

/**
 * Choosing with mouse and finger; Shift goes on to the place that is clicked. A click without words selects the shortest
 * tag there, the next click the one below.
 */
export function useChoosing(text: LiveText | null, desk: Desk, told: Told) {
  useEffect(() => (text ? chooseWords(text, desk, told) : undefined), [text, desk, told]);
}
