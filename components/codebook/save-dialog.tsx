"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { affectedBy, useDifferenceWords } from "@/components/codebook/difference-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Codebook, VersionedCodebook } from "@/domain/codebook/codebook";
import type { CodebookDifference, CodebookUsage } from "@/domain/codebook/codebook-answers";

/** What a new version changes and how many tags carry it, before it is saved. */
export function SaveDialog({
  projectId,
  base,
  draft,
  differences,
  blind,
  sending,
  onSave,
  onClose,
}: {
  projectId: string;
  base: VersionedCodebook;
  draft: Codebook;
  differences: readonly CodebookDifference[];
  /** Somebody may have tags here that this person does not see. */
  blind: boolean;
  sending: Sending;
  onSave: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("codebook");
  const words = useDifferenceWords(draft);
  const usage = useUsage(projectId);
  const version = base.version + 1;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("saveTitle", { version })}
      description={t("saveLead")}
      footer={
        <Button variant="primary" busy={sending.busy} onClick={onSave}>
          {t("saveNow", { version })}
        </Button>
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} kept={t("kept")} /> : null}
      {usage === "none" ? <Banner tone="wait">{t("notCounted")}</Banner> : null}
      <ul className="flex flex-col gap-2 text-small" aria-busy={usage === null}>
        {differences.map((difference) => (
          <li key={`${difference.part} ${difference.path.join("/")} ${difference.did}`}>
            {words(difference)}.
            <Affected usage={usage} difference={difference} />
          </li>
        ))}
      </ul>
      {usage === null ? <p className="text-small text-ink-3">{t("counting")}</p> : null}
      {blind ? <p className="text-small text-ink-3">{t("blindCount")}</p> : null}
    </Dialog>
  );
}

function Affected({ usage, difference }: { usage: CodebookUsage | "none" | null; difference: CodebookDifference }) {
  const t = useTranslations("codebook");
  const count = usage && usage !== "none" ? affectedBy(usage, difference) : undefined;
  if (count === undefined) return null;
  return (
    <span className="text-ink-2">
      {" "}
      {difference.part === "reportFields" ? t("keepItReports", { count }) : t("keepIt", { count })}
    </span>
  );
}

/** Null while it is being counted. */
function useUsage(projectId: string): CodebookUsage | "none" | null {
  const ask = useAsk();
  const [usage, setUsage] = useState<CodebookUsage | "none" | null>(null);
  useEffect(() => {
    let gone = false;
    void ask("GET", `/projects/${projectId}/codebook/usage`).then((answer) => {
      if (!gone) setUsage(answer.ok ? answer.value : "none");
    });
    return () => {
      gone = true;
    };
  }, [ask, projectId]);
  return usage;
}
