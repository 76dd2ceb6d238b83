"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Scrollable } from "@/components/ui/scrollable";
import { WorkChip } from "@/components/work/signs";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { Member } from "@/domain/project/project";

export type OpenWork = { reportId: string; title: string; state: AssignmentState };

/** The open work that stands in the way of somebody's leaving, as the server lists it in a conflict. */
export function openWorkIn(current: unknown): readonly OpenWork[] {
  if (typeof current !== "object" || current === null || !("openWork" in current)) return [];
  // The API's own declaration of this conflict.
  return Array.isArray(current.openWork) ? (current.openWork as OpenWork[]) : [];
}

/** Asks who takes the open work of somebody who leaves the project. */
export function RemoveMember({
  path,
  member,
  heirs,
  open,
  onClose,
  onRemoved,
}: {
  /** The API's address of the member. */
  path: string;
  member: Member;
  heirs: readonly Member[];
  open: readonly OpenWork[];
  onClose: () => void;
  onRemoved: () => void;
}) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [to, setTo] = useState("nobody");

  async function remove() {
    const done = await sending.send(async () => {
      const answer = await ask("DELETE", `${path}?handTo=${to}`);
      return answer.ok ? { ok: true as const, value: true } : answer;
    });
    if (!done) return;
    onClose();
    onRemoved();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={(now) => {
        if (!now) onClose();
      }}
      title={t("openWorkTitle", { name: member.name })}
      description={t("openWorkLead", { count: open.length })}
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" busy={sending.busy} onClick={() => void remove()}>
            {t("openWorkSubmit")}
          </Button>
        </>
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <OpenWorkList member={member} open={open} />
      <Field label={t("handTo")}>
        <Select value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="nobody">{t("handToNobody")}</option>
          {heirs.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Dialog>
  );
}

function OpenWorkList({ member, open }: { member: Member; open: readonly OpenWork[] }) {
  const t = useTranslations("members");
  return (
    <Scrollable
      label={t("openWorkTitle", { name: member.name })}
      className="max-h-52 overflow-y-auto border-y border-line text-small"
    >
      <ul className="divide-y divide-line">
        {open.map(({ reportId, title, state }) => (
          <li key={reportId} className="flex items-center gap-3 py-2">
            <span dir="auto" className="min-w-0 grow truncate">
              {title}
            </span>
            <WorkChip state={state} />
          </li>
        ))}
      </ul>
    </Scrollable>
  );
}
