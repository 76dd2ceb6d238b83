"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Later, part } from "@/components/ui/later";

const printed = part(() => import("@/components/reader/print/printed").then(({ Printed }) => Printed));

/** The page for paper, made when the browser is about to print and gone afterwards. */
export function Printing() {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    // The browser takes the page as it is when this returns.
    const begin = () => flushSync(() => setOn(true));
    const end = () => setOn(paper.matches);
    const change = () => (paper.matches ? begin() : setOn(false));
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, []);
  return on ? <Later of={printed} /> : null;
}

/** Prints the report with its tags; what that takes is there first. */
export async function printReport() {
  await printed.come().catch(() => undefined);
  window.print();
}
