"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { ErrorNote } from "@/components/ui/error-note";

/** The server's answer in words: what happened, what was kept, what to do. */
export function ProblemNote({ problem, kept, action }: { problem: Problem; kept?: ReactNode; action?: ReactNode }) {
  const t = useTranslations("api");
  return (
    <ErrorNote
      happened={happened(problem, t)}
      {...(kept ? { kept } : {})}
      next={next(problem, t)}
      {...(action ? { action } : {})}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"api">>;

function happened(problem: Problem, t: Words): string {
  if (problem.kind === "unreachable") return t("unreachable");
  if (problem.kind === "broken") return t("broken");
  if (problem.kind === "signed-out") return t("signedOut");
  return overruledIn(problem, t) ?? problem.detail ?? problem.title;
}

/** What a person is told whose change would have overruled a colleague's. */
export const overruledIn = ({ changed }: Problem, t: Words): string | undefined =>
  changed && t("overruled", { name: changed.name });

function next(problem: Problem, t: Words): string | null {
  if (problem.kind === "unreachable") return t("unreachableNext");
  if (problem.kind === "signed-out") return t("signedOutNext");
  if (problem.kind === "broken")
    return problem.requestId ? t("brokenNext", { requestId: problem.requestId }) : t("brokenUnnamed");
  if (problem.retryAfterMs !== undefined) return t("waitSeconds", { seconds: Math.ceil(problem.retryAfterMs / 1000) });
  return null;
}
