"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import "@/components/reader/print/printed.css";
import { Later, part } from "@/components/ui/later";

const printed = part(() => import("@/components/reader/print/printed").then(({ Printed }) => Printed));

/** The page for paper, made when the browser is about to print and gone afterwards; `instead` of it where less may leave. */
export function Printing({ instead }: { instead: ReactNode }) {
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
  if (!on) return null;
  return instead ? (
    createPortal(<article className="printed">{instead}</article>, document.body)
  ) : (
    <Later of={printed} />
  );
}

/** Prints the report with its tags; what that takes is there first. */
export async function printReport() {
  await printed.come().catch(() => undefined);
  window.print();
}
