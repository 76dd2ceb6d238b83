"use client";

import { useEffect, useEffectEvent } from "react";
import { listenLive } from "@/client/live/listen";
import type { LiveWord } from "@/client/live/word";

/**
 * Hears the stream while the component is there.
 * @param begun called once it hears: what came between the making of the page and then has to be asked for
 */
export function useLive(
  user: string,
  from: string | undefined,
  hear: (word: LiveWord) => void,
  begun: () => void = () => undefined,
): void {
  const onWord = useEffectEvent(hear);
  const onBegun = useEffectEvent(begun);
  useEffect(() => {
    let gone = false;
    const { joined, stop } = listenLive(user, from, onWord);
    void joined.then(() => {
      if (!gone) onBegun();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [user, from]);
}
