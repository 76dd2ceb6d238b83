"use client";

import { useTranslations } from "use-intl";
import type { DeskState } from "@/client/desk/desk";
import { useReader } from "@/components/annotate/use-desk";
import { useAsk } from "@/components/api/ask";
import { usePage } from "@/components/reader/panels";
import type { Work } from "@/components/reader/work/use-work";
import type { WorkHere } from "@/components/reader/work/work-context";
import type { WorkDialog } from "@/components/reader/work/work-dialog";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { isOpenWork } from "@/domain/assignment/machine";
import type { Triage } from "@/domain/report/report";
import { triages } from "@/domain/report/report-values";

/** Everything that can be done about the work on a report, but for deciding on its tags. */
export function WorkMenu({
  here: { assignments, may, practice },
  work,
  startsOpen,
  onDialog,
}: {
  here: WorkHere;
  work: Work;
  startsOpen: boolean;
  onDialog: (dialog: WorkDialog) => void;
}) {
  const t = useTranslations("readerWork");
  const page = usePage();
  const values = useTranslations("values.triage");
  const report = useReader((state) => state.report);
  const people = useReader((state) => state.people);
  const { own, me } = work;
  const waiting = assignments.filter(
    ({ state, userId }) => userId !== me && (state === "submitted" || state === "in review"),
  );
  const { bring, close, triage } = useWorkDeeds(work, report);

  return (
    <Menu startsOpen={startsOpen} trigger={<IconButton label={t("menu")} icon={<Icon name="more" />} />}>
      {own && isOpenWork(own.state) ? (
        <>
          <MenuItem onSelect={() => onDialog("hand-in")}>{t("handIn")}</MenuItem>
          <MenuItem onSelect={() => onDialog("hand-over")}>{t("handOver")}</MenuItem>
          <MenuSeparator />
        </>
      ) : null}
      {own?.state === "submitted" ? (
        <MenuItem icon={<Icon name="undo" />} onSelect={() => void bring("in progress", t("takenBack"))}>
          {t("takeBack")}
        </MenuItem>
      ) : null}
      {!own && may.work && !may.review ? (
        <MenuItem icon={<Icon name="add" />} onSelect={() => void bring("in progress", t("pickedUp"))}>
          {t("pickUp")}
        </MenuItem>
      ) : null}
      {may.review
        ? waiting.map((assignment) => (
            <MenuItem
              key={assignment.userId}
              icon={<Icon name="back" />}
              onSelect={() => onDialog({ return: assignment })}
            >
              {t("return", { name: people.get(assignment.userId)?.name ?? "–" })}
            </MenuItem>
          ))
        : null}
      {may.close ? (
        <MenuItem icon={<Icon name="check" />} onSelect={() => void close()}>
          {t("close")}
        </MenuItem>
      ) : null}
      {may.triage ? (
        <MenuChoice
          label={t("triage")}
          value={report.triage}
          options={triages
            .filter((value) => value !== "duplicate of" || report.triage === value)
            .map((value) => ({ value, label: values(value) }))}
          onChange={(chosen) => {
            if (chosen !== report.triage && chosen !== "duplicate of") void triage(chosen);
          }}
          closes
        />
      ) : null}
      <MenuSeparator />
      <MenuItem onSelect={() => page.print()}>{t("print")}</MenuItem>
      {practice && own?.submittedAt ? (
        <MenuLink href={`/reports/${report.id}/practice`}>{t("practice")}</MenuLink>
      ) : null}
      <MenuLink href={`/projects/${report.projectId}/map?report=${report.id}`}>{t("map")}</MenuLink>
      <MenuLink href={`/reports/${report.id}/details`}>{t("details")}</MenuLink>
    </Menu>
  );
}

/** What the menu does, each with its undo. */
function useWorkDeeds(work: Work, report: DeskState["report"]) {
  const toast = useToast();
  const t = useTranslations("readerWork");
  const ask = useAsk();
  const values = useTranslations("values.triage");
  const { me } = work;
  async function bring(wish: "in progress", said: string) {
    const answer = await work.put(me, { state: wish });
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail || t("unreachable") });
    toast({ title: said });
    work.refresh();
  }

  async function close() {
    const path = `/reports/${report.id}/close` as const;
    const answer = await ask("POST", path);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail || t("unreachable") });
    toast({ title: t("closed"), undo: () => void ask("DELETE", path).then(work.refresh) });
    work.refresh();
  }

  async function triage(chosen: Triage) {
    const path = `/reports/${report.id}/triage` as const;
    const answer = await ask("PUT", path, { triage: chosen, seen: report.triage });
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail || t("unreachable") });
    toast({
      title: t("triaged", { triage: values(chosen) }),
      undo: () =>
        void ask("PUT", path, {
          triage: report.triage,
          seen: chosen,
          ...(report.duplicateOf ? { duplicateOf: report.duplicateOf } : {}),
        }).then(work.refresh),
    });
    work.refresh();
  }
  return { bring, close, triage };
}
