"use client";

import { useEffect, useState } from "react";
import { useAsk } from "@/components/api/ask";
import type { Background } from "@/domain/map/on-map";

/** The operator's own picture behind the map, if a file was set. */
export function useBackground(): Background {
  const ask = useAsk();
  const [background, setBackground] = useState<Background>({ state: "none" });
  useEffect(() => {
    let current = true;
    void ask("GET", "/map/background").then((answer) => {
      if (current && answer.ok) setBackground(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask]);
  return background;
}
