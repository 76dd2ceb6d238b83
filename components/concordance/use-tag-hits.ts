"use client";

import { useRef, useState } from "react";
import type { Problem } from "@/client/api/answer";
import { newId } from "@/client/new-id";
import { useAsk } from "@/components/api/ask";
import type { Asked } from "@/components/concordance/spot";
import type { OpId, ProjectId } from "@/domain/ids";
import type { Hit } from "@/domain/search/concordance";
import { mostSorted, mostTagged } from "@/domain/search/hit-sorts";
import type { UndoneHits } from "@/domain/search/tag-hits";

type Refused = { count: number; reason: string };
export type Outcome = { opId: OpId; made: number; same: number; refused: Refused; stopped: boolean };

/** Tags hits group by group as one change; what was done until something breaks or somebody stops it stays, and is told. */
export function useTagHits(projectId: ProjectId, { q }: Asked) {
  const ask = useAsk();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stopped = useRef(false);

  async function everyHit(): Promise<Hit[] | null> {
    const hits: Hit[] = [];
    for (let cursor = ""; ; ) {
      const path = `/projects/${projectId}/concordance?limit=1000&q=${encodeURIComponent(q)}${cursor}` as const;
      const answer = await ask("GET", path);
      if (!answer.ok) {
        setProblem(answer.problem);
        return null;
      }
      hits.push(...answer.value.items);
      if (answer.value.next === undefined || hits.length >= mostSorted || stopped.current) break;
      cursor = `&cursor=${encodeURIComponent(answer.value.next)}`;
    }
    return hits.slice(0, mostSorted);
  }

  /** `hits`: those that were picked; left out for all there are. */
  async function tag(kind: string, picked: readonly Hit[] | undefined): Promise<Outcome | null> {
    stopped.current = false;
    setProblem(null);
    setProgress({ done: 0, total: picked?.length ?? 0 });
    const hits = picked ?? (await everyHit());
    const outcome: Outcome = {
      ...{ opId: newId<OpId>(), made: 0, same: 0, stopped: false },
      refused: { count: 0, reason: "" },
    };
    for (let at = 0; hits && at < hits.length && !stopped.current; at += mostTagged) {
      const some = hits.slice(at, at + mostTagged).map(({ reportId, revisionId, start, end, word }) => ({
        ...{ reportId, revisionId, start, end },
        quote: word,
      }));
      const body = { opId: outcome.opId, kind, hits: some };
      const answer = await ask("POST", `/projects/${projectId}/concordance/tags`, body);
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      outcome.made += answer.value.made;
      outcome.same += answer.value.same;
      for (const { hits: count, reason } of answer.value.refused) {
        outcome.refused = { count: outcome.refused.count + count, reason: outcome.refused.reason || reason };
      }
      setProgress({ done: at + some.length, total: hits.length });
    }
    setProgress(null);
    return hits ? { ...outcome, stopped: stopped.current } : null;
  }

  const undo = async (opId: OpId): Promise<UndoneHits | null> => {
    const answer = await ask("DELETE", `/projects/${projectId}/concordance/tags/${opId}`);
    if (answer.ok) return answer.value;
    setProblem(answer.problem);
    return null;
  };
  const stop = () => {
    stopped.current = true;
  };
  return { tag, undo, stop, progress, problem };
}
