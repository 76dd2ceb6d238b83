"use client";

import { useTranslations } from "use-intl";
import { useDecision } from "@/components/copies/use-decision";
import { Button } from "@/components/ui/button";
import type { Copy } from "@/domain/copies/copy";

/** What an editor can say of a pair, from where it stands. */
export function Decide({ projectId, pair }: { projectId: string; pair: Copy }) {
  const t = useTranslations("copies");
  const { busy, decide } = useDecision(projectId, pair);
  if (pair.state !== "proposed")
    return (
      <Button size="small" variant="quiet" busy={busy} onClick={() => void decide("proposed")}>
        {t("reopen")}
      </Button>
    );
  return (
    <>
      <Button size="small" busy={busy} onClick={() => void decide("confirmed")}>
        {t("confirm")}
      </Button>
      <Button size="small" variant="quiet" busy={busy} onClick={() => void decide("refused")}>
        {t("refuse")}
      </Button>
    </>
  );
}
