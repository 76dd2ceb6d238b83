"use client";

import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { nameAt } from "@/components/codebook/name-at";
import type { Draft } from "@/components/codebook/use-draft";
import { Button } from "@/components/ui/button";
import { ErrorNote } from "@/components/ui/error-note";

/** What is not saved yet, what keeps it from being saved, and the ways on. */
export function SaveBar({ editing, onSave }: { editing: Draft; onSave: () => void }) {
  const t = useTranslations("codebook");
  const { base, draft, dirty, differences, problems, sending, rival, clashes } = editing;
  const refused = sending.problem && !rival ? (sending.problem.errors ?? []) : [];
  const wrong = problems.length > 0 ? problems : refused;
  if (!dirty && !rival) return null;
  return (
    <div className="sticky inset-be-0 z-20 mt-6 flex flex-col gap-3 border-t border-line bg-paper py-3">
      {rival ? (
        <ErrorNote
          happened={t("conflict", { version: rival.version })}
          next={t("conflictNext")}
          action={
            <Button size="small" onClick={() => editing.takeBoth(rival)}>
              {t("takeBoth", { version: rival.version })}
            </Button>
          }
        />
      ) : sending.problem && wrong.length === 0 ? (
        <ProblemNote problem={sending.problem} kept={t("kept")} />
      ) : null}
      {clashes ? (
        <p role="status" className="text-small">
          {t("bothShown", { version: base.version })}{" "}
          {clashes.length > 0 ? t("clashes", { names: clashes.join(", ") }) : ""}
        </p>
      ) : null}
      {wrong.length > 0 ? (
        <div role="alert" className="text-small text-bad">
          {t("wrong")}
          <ul className="list-disc ps-5">
            {wrong.slice(0, 8).map(({ field, reason }) => (
              <li key={`${field} ${reason}`}>{[nameAt(draft, field), reason].filter(Boolean).join(": ")}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="grow text-small text-ink-2">
          {t("changes", { count: Math.max(1, differences.length) })}
        </p>
        <Button variant="quiet" onClick={editing.discard}>
          {t("discard")}
        </Button>
        <Button variant="primary" disabled={problems.length > 0 || rival !== undefined} onClick={onSave}>
          {t("save", { version: base.version + 1 })}
        </Button>
      </div>
    </div>
  );
}
