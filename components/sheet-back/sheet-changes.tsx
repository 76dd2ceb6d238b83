"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { BothValues } from "@/components/sheet-back/both-values";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { DecidedSheetChanges, SheetChangeRow } from "@/domain/event/sheet-back/back";

type Props = {
  projectId: string;
  changes: readonly SheetChangeRow[];
  waiting: number;
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  mayChange: boolean;
};

/** What sheets that came back have otherwise: both values, taken over one by one or all. */
export function SheetChanges({ projectId, changes, waiting, next, paged, mayChange }: Props) {
  const t = useTranslations("sheetBack.review");
  const decide = useDecide(projectId);
  const list = `/projects/${projectId}/events/sheet/changes`;
  const jobs = [...new Set(changes.flatMap(({ jobId, state }) => (state === "waiting" ? jobId : [])))];
  return (
    <div className="space-y-5">
      {decide.sending.problem ? <ProblemNote problem={decide.sending.problem} /> : null}
      <div aria-live="polite">{decide.done ? <Outcome done={decide.done} /> : null}</div>
      {changes.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <p className="grow text-small text-ink-2">{t("waiting", { count: waiting })}</p>
            {mayChange && waiting > 0 ? (
              <>
                <Button variant="primary" busy={decide.sending.busy} onClick={() => void decide.all("take", jobs)}>
                  {t("takeAll")}
                </Button>
                <Button busy={decide.sending.busy} onClick={() => void decide.all("leave", jobs)}>
                  {t("leaveAll")}
                </Button>
              </>
            ) : null}
          </div>
          <Table caption={t("title")}>
            <TableHead>
              <Th>{t("event")}</Th>
              <Th>{t("here")}</Th>
              <Th>{t("sheet")}</Th>
              <Th from="sm">{t("deeds")}</Th>
            </TableHead>
            <tbody>
              {changes.map((change) => (
                <Line
                  key={`${change.jobId} ${change.row} ${change.field}`}
                  projectId={projectId}
                  change={change}
                  decide={mayChange ? decide : undefined}
                />
              ))}
            </tbody>
          </Table>
        </>
      )}
      <Paging label={t("pages")} first={paged ? list : undefined} next={next && pageAt(list, next)} />
    </div>
  );
}

function Line({
  projectId,
  change,
  decide,
}: {
  projectId: string;
  change: SheetChangeRow;
  decide: Deciding | undefined;
}) {
  const t = useTranslations("sheetBack.review");
  const { title, field } = change;
  const buttons = decide ? (
    <span className="flex flex-wrap gap-2">
      <Button
        size="small"
        busy={decide.sending.busy}
        aria-label={t("takeOf", { field, title })}
        onClick={() => void decide.one("take", change)}
      >
        {t("take")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        busy={decide.sending.busy}
        aria-label={t("leaveOf", { field, title })}
        onClick={() => void decide.one("leave", change)}
      >
        {t("leave")}
      </Button>
    </span>
  ) : null;
  return (
    <Tr>
      <Td>
        <Link
          prefetch={false}
          href={`/projects/${projectId}/events/${change.eventId}`}
          dir="auto"
          className="link block font-serif font-semibold break-words"
        >
          {title}
        </Link>
        <span className="block break-words text-ink-3">{t("from", { file: change.file, row: change.row })}</span>
        {change.state === "aside" ? (
          <span className="block text-wait-ink">
            {t("meanwhile", { version: change.version, current: change.current })}
          </span>
        ) : null}
        <span className="mt-2 block sm:hidden">{buttons}</span>
      </Td>
      <BothValues {...change} />
      <Td from="sm">{buttons}</Td>
    </Tr>
  );
}

function Outcome({ done }: { done: DecidedSheetChanges }) {
  const t = useTranslations("sheetBack.review");
  return (
    <Banner tone={done.refused.length > 0 ? "wait" : "ok"}>
      <p>{t("done", { taken: done.taken, left: done.left })}</p>
      {done.refused.slice(0, 20).map((each) => (
        <p key={`${each.row} ${each.field}`}>{t("refused", each)}</p>
      ))}
    </Banner>
  );
}

type Decision = "take" | "leave";
type Deciding = ReturnType<typeof useDecide>;

function useDecide(projectId: string) {
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [done, setDone] = useState<DecidedSheetChanges | null>(null);
  const send = (decision: Decision, changes: object) =>
    sending.send(() => ask("POST", `/projects/${projectId}/events/changes`, { decision, changes }));
  async function all(decision: Decision, jobs: readonly string[]) {
    const sum: DecidedSheetChanges = { taken: 0, left: 0, refused: [], waiting: 0 };
    for (const jobId of jobs) {
      // A request decides on some of them; one that decides on none ends it.
      for (let moving = true; moving; ) {
        const some = await send(decision, { jobId, all: true });
        if (!some) return;
        sum.taken += some.taken;
        sum.left += some.left;
        sum.refused.push(...some.refused);
        moving = some.waiting > 0 && some.taken + some.left > 0;
      }
    }
    setDone(sum);
    router.refresh();
  }
  async function one(decision: Decision, { jobId, row, field }: SheetChangeRow) {
    const made = await send(decision, [{ jobId, row, field }]);
    if (made) setDone(made);
    router.refresh();
  }
  return { sending, done, all, one };
}
