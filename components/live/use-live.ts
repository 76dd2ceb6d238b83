"use client";

import { useEffect, useEffectEvent } from "react";
import { listenLive } from "@/client/live/listen";
import type { LiveWord } from "@/client/live/word";

/** Hears the stream while the component is there. */
export function useLive(user: string, from: string | undefined, hear: (word: LiveWord) => void): void {
  const onWord = useEffectEvent(hear);
  useEffect(() => listenLive(user, from, onWord).stop, [user, from]);
}
