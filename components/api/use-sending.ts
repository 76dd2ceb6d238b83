"use client";

import { useState } from "react";
import type { Answer, Problem } from "@/client/api/answer";

export interface Sending {
  busy: boolean;
  /** What went wrong with the last attempt as a whole. */
  problem: Problem | null;
  /** What is wrong with one field of it, in words. */
  errorOf: (field: string) => string | undefined;
  /** Runs one request at a time; resolves to its value, or to null when it failed. */
  send: <T>(request: () => Promise<Answer<T>>) => Promise<T | null>;
  reset: () => void;
}

/** Keeps the state of a form that is being sent. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  return {
    busy,
    problem,
    errorOf: (field) => problem?.errors?.find((error) => error.field === field)?.reason,
    send: async (request) => {
      if (busy) return null;
      setBusy(true);
      setProblem(null);
      const answer = await request();
      setBusy(false);
      if (answer.ok) return answer.value;
      setProblem(answer.problem);
      return null;
    },
    reset: () => setProblem(null),
  };
}
