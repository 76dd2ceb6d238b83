import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useToast } from "@/components/ui/toast";
import type { Copy } from "@/domain/copies/copy";
import type { CopyState } from "@/domain/copies/copy-values";
import type { ReportId } from "@/domain/ids";

/** Decides on a pair and says so, with a way back; asks only once at a time. */
export function useDecision(projectId: string, { id, state: seen, original }: Copy) {
  const t = useTranslations("copies");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const put = (state: CopyState, from: ReportId, expected: CopyState) =>
    ask("PUT", `/projects/${projectId}/copies/${id}`, { state, original: from, seen: expected });

  async function decide(state: CopyState, from = original.reportId) {
    if (busy) return;
    setBusy(true);
    const answer = await put(state, from, seen);
    setBusy(false);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    const undo = () => void put(seen, original.reportId, state).then(() => router.refresh());
    toast({ title: t(from === original.reportId ? state : "swapped"), undo });
    router.refresh();
  }

  return { busy, decide };
}
