"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { overruledIn } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import type { DetailsMay } from "@/components/details/details-may";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Select } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import { WorkChip } from "@/components/work/signs";
import type { Assignment } from "@/domain/assignment/assignment";
import { type From, movesFrom, stepBetween, type Who } from "@/domain/assignment/machine";
import type { Member } from "@/domain/project/project";
import type { ReportRow } from "@/domain/report/report";

type Props = {
  report: ReportRow;
  assignments: readonly Assignment[];
  members: readonly Member[];
  me: string;
  may: DetailsMay;
  /** False for blind analysts, who see their own work only. */
  everybody: boolean;
};

/** Who has the report and how far they are, with the steps that are open to whoever looks. */
export function WorkTable(props: Props) {
  const t = useTranslations("details");
  const { report, assignments, members, me, may, everybody } = props;
  const free = members.filter(
    ({ userId, role }) => role !== "reader" && !assignments.some((each) => each.userId === userId),
  );
  return (
    <>
      {assignments.length === 0 ? (
        <p className="text-small text-ink-2">{t(everybody ? "nobody" : "notMine")}</p>
      ) : (
        <Table caption={t("work")}>
          <TableHead>
            <Th>{t("person")}</Th>
            <Th>{t("state")}</Th>
            <Th from="sm">{t("since")}</Th>
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          </TableHead>
          <tbody>
            {assignments.map((assignment) => (
              <Row
                key={assignment.userId}
                report={report}
                assignment={assignment}
                name={members.find(({ userId }) => userId === assignment.userId)?.name ?? "–"}
                are={[
                  ...(assignment.userId === me && may.work ? (["self"] as const) : []),
                  ...(may.review ? (["reviewer"] as const) : []),
                  ...(may.assign ? (["editor"] as const) : []),
                ]}
              />
            ))}
          </tbody>
        </Table>
      )}
      {may.assign && free.length > 0 ? <Assign report={report} free={free} /> : null}
    </>
  );
}

function Row({
  report,
  assignment,
  name,
  are,
}: {
  report: ReportRow;
  assignment: Assignment;
  name: string;
  are: readonly Who[];
}) {
  const t = useTranslations("details");
  const states = useTranslations("work.states");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const { state, userId, note, readTo, stateAt } = assignment;
  const path = `/reports/${report.id}/assignments/${userId}` as const;
  const moves = [...new Set(movesFrom(state, are))];

  const tell = (problem: Problem) => {
    const told = overruledIn(problem, api);
    if (told) {
      router.refresh();
      return toast({ tone: "bad", title: told });
    }
    const missing = problem.errors?.length ?? 0;
    toast({
      tone: "bad",
      title: missing > 0 ? t("missing", { count: missing }) : (problem.detail ?? api("unreachable")),
    });
  };
  const undoOf = (to: From) => (stepBetween(to, state)?.who.some((who) => are.includes(who)) ? state : undefined);

  async function move(to: From) {
    const answer =
      to === "none"
        ? await ask("DELETE", `${path}?seen=${encodeURIComponent(state)}`)
        : await ask("PUT", path, { state: to, seen: state });
    if (!answer.ok) return tell(answer.problem);
    const back = undoOf(to);
    toast({
      title: to === "none" ? t("taken", { name }) : t("done", { name, state: states(to) }),
      ...(back
        ? { undo: () => void ask("PUT", path, { state: back, note, seen: to }).then(() => router.refresh()) }
        : {}),
    });
    router.refresh();
  }

  return (
    <Tr>
      <WhoCell name={name} note={note} readTo={readTo} report={report} />
      <Td>
        <WorkChip state={state} />
      </Td>
      <Td from="sm" className="whitespace-nowrap text-ink-2">
        <When value={stateAt} time />
      </Td>
      <Td className="w-10 text-end">
        {moves.length > 0 ? (
          <Menu trigger={<IconButton label={t("deedsOf", { name })} icon={<Icon name="more" />} />}>
            {moves.map((to) => (
              <MenuItem key={to} onSelect={() => void move(to)}>
                {t(`to.${to}`)}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
      </Td>
    </Tr>
  );
}

function WhoCell({ name, note, readTo, report }: { name: string; note: string; readTo: number; report: ReportRow }) {
  const t = useTranslations("details");
  return (
    <Td>
      <bdi className="font-medium">{name}</bdi>
      {note ? (
        <span dir="auto" className="block text-ink-2">
          {note}
        </span>
      ) : null}
      {readTo > 0 ? (
        <span className="block text-ink-3">
          {t("read", { percent: Math.min(100, Math.round((100 * readTo) / Math.max(1, report.codePoints))) })}
        </span>
      ) : null}
    </Td>
  );
}

function Assign({ report, free }: { report: ReportRow; free: readonly Member[] }) {
  const t = useTranslations("details");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const person = free.find(({ userId }) => userId === to);
    if (!person) return;
    const path = `/reports/${report.id}/assignments/${person.userId}` as const;
    const done = await sending.send(() => ask("PUT", path, { state: "assigned", note, seen: "none" }));
    if (!done) return;
    setTo("");
    setNote("");
    toast({
      title: t("assigned", { name: person.name }),
      undo: () => void ask("DELETE", `${path}?seen=assigned`).then(() => router.refresh()),
    });
    router.refresh();
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="grid items-end gap-3 sm:grid-cols-[14rem_minmax(0,1fr)_auto]"
    >
      <Field label={t("assignTo")} error={sending.problem?.detail}>
        <Select value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t("choose")}</option>
          {free.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("note")} optional>
        <Input dir="auto" value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Button type="submit" busy={sending.busy} disabled={to === ""}>
        {t("assign")}
      </Button>
    </form>
  );
}
