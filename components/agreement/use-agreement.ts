"use client";

import { useEffect, useState } from "react";
import type { Answer } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";

/** The address of a project's agreement, with what is asked of it. */
export type AgreementPath = `/projects/${string}/agreement?${string}`;

/** What the server answers to a question; the last answer stays on the screen while the next is worked out. */
export function useAgreement(path: AgreementPath) {
  const ask = useAsk();
  const [given, setGiven] = useState<{ path: string; answer: Answer<ProjectAgreement> } | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask("GET", path).then((answer) => {
      if (wanted) setGiven({ path, answer });
    });
    return () => {
      wanted = false;
    };
  }, [ask, path]);
  return { answer: given?.answer ?? null, busy: given?.path !== path };
}
