"use client";

import { useEffect, useState } from "react";
import type { Reason } from "@/components/pages/away";

const LOOK_EVERY_MS = 4000;

export type Device = {
  whyAway: () => Promise<Reason | undefined>;
  countWaiting: () => Promise<number>;
  /** Shows the page from the beginning. */
  reload: () => void;
};

/** `looking` until the server has said whether it is the cause; `broken` when it says that it is well. */
export type Found = { is: "looking" } | { is: "broken" } | { is: "away"; reason: Reason; waiting: number };

/** Finds out whether a page broke or the server is away; then it looks again until the page can be loaded. */
export function useAway({ whyAway, countWaiting, reload }: Device): Found {
  const [found, setFound] = useState<Found>({ is: "looking" });
  useEffect(() => {
    let over = false;
    let wasAway = false;
    async function look() {
      const [reason, waiting] = await Promise.all([whyAway(), countWaiting()]);
      if (over) return;
      if (reason) {
        wasAway = true;
        setFound({ is: "away", reason, waiting });
      } else if (wasAway) {
        over = true;
        reload();
      } else setFound({ is: "broken" });
    }
    const again = () => void look();
    const watch = setInterval(() => wasAway && again(), LOOK_EVERY_MS);
    addEventListener("online", again);
    again();
    return () => {
      over = true;
      clearInterval(watch);
      removeEventListener("online", again);
    };
  }, [whyAway, countWaiting, reload]);
  return found;
}
