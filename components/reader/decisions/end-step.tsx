"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { usePersonName } from "@/components/annotate/tags/names";
import { useReader } from "@/components/annotate/use-desk";
import { useWorkHere } from "@/components/reader/work/use-work-here";
import { Button } from "@/components/ui/button";
import type { Assignment } from "@/domain/assignment/assignment";
import type { UserId } from "@/domain/ids";
import type { NextStep } from "@/domain/review/end-of-road";

export function Step({
  step,
  isFirst,
  mayClose,
  onReturn,
  onNote,
  onClose,
}: {
  step: NextStep;
  /** Its key is this step's. */
  isFirst: boolean;
  mayClose: boolean;
  onReturn: (to: UserId) => Promise<void>;
  onNote: (assignment: Assignment) => void;
  onClose: () => Promise<void>;
}) {
  const t = useTranslations("panels.review.end");
  const nameOf = usePersonName();
  const report = useReader((state) => state.report.id);
  const assignments = useWorkHere()?.assignments ?? [];
  if (step.step === "return") {
    const assignment = assignments.find(({ userId }) => userId === step.to);
    return (
      <div className="flex flex-col items-start gap-1.5">
        <p>{t("returnMeans", { name: nameOf(step.to), count: step.returned })}</p>
        <div className="flex flex-wrap gap-1.5">
          <Button
            size="small"
            variant={isFirst ? "primary" : "plain"}
            {...(isFirst ? { kbd: keyOf("return-work") } : {})}
            onClick={() => void onReturn(step.to)}
          >
            {t("returnTo", { name: nameOf(step.to) })}
          </Button>
          {assignment ? (
            <Button size="small" variant="quiet" onClick={() => onNote(assignment)}>
              {t("returnWithNote")}
            </Button>
          ) : null}
        </div>
      </div>
    );
  }
  if (step.step === "close") {
    return <CloseStep step={step} mayClose={mayClose} onClose={onClose} />;
  }
  if (step.step === "settle") {
    return (
      <p>
        {t("settle", { count: step.tags })}{" "}
        <Link className="link" href={`/reports/${report}/compare`}>
          {t("toComparison")}
        </Link>
      </p>
    );
  }
  if (step.step === "leave") return <p>{t("leave", { count: step.tags })}</p>;
  return (
    <p>
      {step.for
        ? t("waitFor", { name: nameOf(step.for), count: step.returned })
        : t("waitForNobody", { count: step.returned })}
    </p>
  );
}

function CloseStep({
  step,
  mayClose,
  onClose,
}: {
  step: Extract<NextStep, { step: "close" }>;
  mayClose: boolean;
  onClose: () => Promise<void>;
}) {
  const t = useTranslations("panels.review.end");
  const nameOf = usePersonName();
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p>
        {t("closeMeans")}{" "}
        {step.unfinished.length > 0
          ? t("closeUnfinished", {
              names: step.unfinished.map(nameOf).join(", "),
              count: step.unfinished.length,
            })
          : null}
      </p>
      {mayClose ? (
        <Button size="small" variant="primary" kbd={keyOf("close-report")} onClick={() => void onClose()}>
          {t("close")}
        </Button>
      ) : null}
    </div>
  );
}
