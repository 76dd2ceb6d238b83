"use client";

import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { ProblemNote } from "@/components/api/problem-note";
import { Button } from "@/components/ui/button";

/**
 * A form that was refused, in words. Where a colleague changed the same meanwhile, what stands now in each field, and
 * the choice between theirs and one's own.
 */
export function Meanwhile<Now extends object>({
  problem,
  nameOf,
  onTake,
  onOverrule,
}: {
  problem: Problem;
  nameOf: (field: keyof Now & string) => string;
  /** What stands now, and the fields that a colleague changed. */
  onTake: (now: Now, fields: readonly (keyof Now & string)[]) => void;
  onOverrule: (now: Now) => void;
}) {
  const t = useTranslations("api");
  if (!problem.changed || typeof problem.current !== "object" || problem.current === null) {
    return <ProblemNote problem={problem} kept={t("formKept")} />;
  }
  // The shape of this address's answer, which our own server keeps.
  const now = problem.current as Now;
  const fields = (problem.errors ?? []).map(({ field }) => field as keyof Now & string);
  return (
    <ProblemNote
      problem={problem}
      kept={t("formKept")}
      action={
        <div className="flex flex-col gap-2">
          <ul className="text-small">
            {fields.map((field) => (
              <li key={field} dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap">
                {t("theirs", { field: nameOf(field), value: inWords(now[field]) })}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => onTake(now, fields)}>
              {t("takeTheirs")}
            </Button>
            <Button size="small" onClick={() => onOverrule(now)}>
              {t("saveMine")}
            </Button>
          </div>
        </div>
      }
    />
  );
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return typeof value === "object" ? Object.values(value).map(inWords).join(" · ") : String(value);
}
