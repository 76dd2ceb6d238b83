"use client";

import { useEffect, useRef, useState } from "react";

/** The width in CSS pixels that a drawing may take, followed as the page changes; `usual` until it is measured. */
export function useWidth<E extends HTMLElement>(usual = 640) {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watching = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return [ref, width] as const;
}
