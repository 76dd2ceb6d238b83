"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Chip, type Tone } from "@/components/ui/chip";
import type { AssignmentState } from "@/domain/assignment/assignment";
import { priorities } from "@/domain/report/report-values";

const tones: Record<AssignmentState, Tone> = {
  assigned: "plain",
  "in progress": "blue",
  submitted: "ochre",
  "in review": "ochre",
  returned: "accent",
  closed: "green",
};

/** Where somebody's work on a report stands. */
export function WorkChip({ state }: { state: AssignmentState }) {
  const t = useTranslations("work.states");
  return <Chip tone={tones[state]}>{t(state)}</Chip>;
}

/** How urgent a report is, where it is not ordinary. */
export function PrioritySign({ priority }: { priority: number }) {
  const t = useTranslations("work.priority");
  const name = priorities[priority + 1];
  if (!name || name === "ordinary") return null;
  const tone: Tone = name === "urgent" ? "bad" : name === "high" ? "ochre" : "plain";
  return <Chip tone={tone}>{t(name)}</Chip>;
}

/** By when a report is to be in; what is past stands out. `today` is a day by the server's calendar. */
export function DueSign({ due, today }: { due: string; today: string }) {
  const t = useTranslations("work");
  const format = useFormatter();
  const date = format.dateTime(new Date(`${due}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const over = due < today;
  return (
    <time dateTime={due} className={over ? "font-medium text-bad" : "text-ink-2"}>
      {t(over ? "overdue" : "due", { date })}
    </time>
  );
}
