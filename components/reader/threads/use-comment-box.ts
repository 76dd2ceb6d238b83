"use client";

import { useCallback, useMemo } from "react";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Person } from "@/components/prose/person";
import type { ReportQuote } from "@/domain/prose/prose";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";

/** Whom a comment on this report can call by name, and which words it can quote: those chosen, or those of the tag. */
export function useCommentBox() {
  const desk = useDesk();
  const known = useReader((state) => state.people);
  const me = useReader((state) => state.me.id);
  const people = useMemo(
    (): Person[] =>
      [...known.values()]
        .map(({ id, name, email = "" }) => ({ userId: id, name, email }))
        .filter(({ userId }) => userId !== me),
    [known, me],
  );
  const quotable = useCallback((): ReportQuote["attrs"] | undefined => {
    const { passage, selected, annotations, report } = desk.getState();
    const spans = passage.length > 0 ? passage : selected && annotations.get(selected)?.segments;
    if (!spans || spans.length === 0) return undefined;
    const segments = spans.map(({ start, end }) => ({
      start,
      end,
      quote: sliceCodePoints(report.text, codePoint(start), codePoint(end)),
    }));
    return { revisionId: report.revisionId, segments };
  }, [desk]);
  return { people, quotable };
}
