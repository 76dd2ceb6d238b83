"use client";

import { useEffect, useState } from "react";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { FoundClaim } from "@/domain/tag/found-claim";

/** Nobody means a single letter, and nobody waits for each of them. */
const LEAST = 2;
const PAUSE = 200;

const none: readonly FoundClaim[] = [];

/** Claims of other reports of the project that say these words. */
export function useOtherClaims(query: string): readonly FoundClaim[] {
  const desk = useDesk();
  const projectId = useReader((state) => state.project.id);
  const reportId = useReader((state) => state.report.id);
  const [found, setFound] = useState<{ q: string; claims: readonly FoundClaim[] }>();
  const q = query.trim();

  useEffect(() => {
    if (q.length < LEAST) return;
    let current = true;
    const search = async () => {
      const query = new URLSearchParams({ q, not: reportId });
      const answer = await desk.ask("GET", `/projects/${projectId}/claims?${query}`);
      if (current && answer.ok) setFound({ q, claims: answer.value.items });
    };
    const timer = setTimeout(() => void search(), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [desk, projectId, reportId, q]);

  return found && q.length >= LEAST && q.startsWith(found.q.slice(0, LEAST)) ? found.claims : none;
}
