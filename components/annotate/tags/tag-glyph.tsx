"use client";

import { useReader } from "@/components/annotate/use-desk";
import { KindGlyph } from "@/components/tag/kind-glyph";

/** The sign of a kind in the report that is open. */
export function TagGlyph({ kind, className }: { kind: string; className?: string }) {
  const labels = useReader((state) => state.project.codebook.labels);
  return <KindGlyph kind={kind} labels={labels} {...(className ? { className } : {})} />;
}
