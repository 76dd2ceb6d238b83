"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useDesk } from "@/components/annotate/use-desk";
import { useAsk } from "@/components/api/ask";
import type { PutAssignment } from "@/domain/assignment/assignment";
import type { UserId } from "@/domain/ids";

/** The steps of the work on the report open here, as the server takes them; `refresh` shows what became of them. */
export function useSteps() {
  const ask = useAsk();
  const router = useRouter();
  const desk = useDesk();
  const report = desk.getState().report.id;
  const put = useCallback(
    (userId: UserId, wish: PutAssignment) => ask("PUT", `/reports/${report}/assignments/${userId}`, wish),
    [ask, report],
  );
  const close = useCallback(() => ask("POST", `/reports/${report}/close`), [ask, report]);
  const reopen = useCallback(() => ask("DELETE", `/reports/${report}/close`), [ask, report]);
  const refresh = useCallback(() => router.refresh(), [router]);
  return { put, close, reopen, refresh };
}

export type Steps = ReturnType<typeof useSteps>;
