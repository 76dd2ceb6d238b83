"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import type { AgreementPath } from "@/components/agreement/use-agreement";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { Button } from "@/components/ui/button";
import type { AgreementFigure } from "@/domain/agreement/project/answer";

/** γ takes long, so it is worked out when somebody wants it. */
export function AskGamma({ path, onFigure }: { path: AgreementPath; onFigure: (figure: AgreementFigure) => void }) {
  const t = useTranslations("agreement");
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function work() {
    setBusy(true);
    setProblem(null);
    const answer = await ask("GET", `${path}&measures=gamma`);
    setBusy(false);
    const figure = answer.ok ? answer.value.figures.find(({ measure }) => measure === "gamma") : undefined;
    if (figure) onFigure(figure);
    if (!answer.ok) setProblem(answer.problem);
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={busy} onClick={() => void work()}>
          {busy ? t("gammaBusy") : t("gamma")}
        </Button>
        <p className="max-w-prose text-small text-ink-3">{t("gammaLead")}</p>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}
