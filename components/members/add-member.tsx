"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Candidate } from "@/domain/people/person";
import type { ProjectRole } from "@/domain/project/project";
import { projectRoles } from "@/domain/project/project-values";

/** Somebody of the workspace, or an address that is new to it. */
type Choice = { userId: string } | { email: string };

const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/**
 * Adds somebody to a project, picked from the people of the workspace. An address that is new has to be confirmed as
 * new first; then it gets an invitation link, shown this once.
 */
export function AddMember({ projectId, mayInvite }: { projectId: string; mayInvite: boolean }) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState<readonly Candidate[] | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [name, setName] = useState("");
  const [role, setRole] = useState<ProjectRole>("analyst");
  const [invitation, setInvitation] = useState<{ email: string; link: string } | null>(null);

  useEffect(() => {
    if (!open) return;
    let wanted = true;
    void ask("GET", `/projects/${projectId}/candidates`).then((answer) => {
      if (wanted) setPeople(answer.ok ? answer.value.items : []);
    });
    return () => {
      wanted = false;
    };
  }, [ask, open, projectId]);

  const isNew = choice !== null && "email" in choice;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!choice) return;
    const body = { ...choice, role, ...(isNew && name.trim() ? { name } : {}) };
    const added = await sending.send(() => ask("POST", `/projects/${projectId}/members`, body));
    if (!added) return;
    setChoice(null);
    setName("");
    router.refresh();
    if (added.invitation) setInvitation({ email: added.email, link: added.invitation });
    else {
      setOpen(false);
      toast({ title: t("added", { name: added.name }) });
    }
  }

  function pick(value: string | null) {
    const person = people?.find(({ userId }) => userId === value);
    setChoice(person ? { userId: person.userId } : null);
    sending.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setChoice(null);
        if (!now) setInvitation(null);
        sending.reset();
      }}
      title={invitation ? t("invitationTitle", { email: invitation.email }) : t("addTitle")}
      description={invitation ? t("invitationLead") : t(mayInvite ? "addLead" : "addLeadEditor")}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("add")}
        </Button>
      }
      footer={
        invitation ? (
          <DialogClose>
            <Button variant="primary">{t("done")}</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose>
              <Button>{ui("cancel")}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form="add-member" busy={sending.busy} disabled={choice === null}>
              {t(isNew ? "submitInvite" : "submitAdd")}
            </Button>
          </>
        )
      }
    >
      {invitation ? (
        <CopyField label={invitation.email} value={invitation.link} copy={t("copy")} copied={t("copied")} />
      ) : (
        <form id="add-member" onSubmit={submit} className="flex flex-col gap-4">
          {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
          <Field
            label={t("who")}
            required
            hint={t(mayInvite ? "whoHint" : "whoHintEditor")}
            error={sending.errorOf("email") ?? sending.errorOf("userId")}
          >
            <Combobox
              label={t("who")}
              busy={people === null}
              options={(people ?? []).map((person) => ({
                value: person.userId,
                label: person.name,
                detail: person.email,
              }))}
              value={choice === null ? null : "email" in choice ? choice.email : choice.userId}
              valueLabel={isNew ? choice.email : undefined}
              onChange={pick}
              mayCreate={(query) =>
                mayInvite &&
                looksLikeAddress(query) &&
                people?.every(({ email }) => email !== query.toLocaleLowerCase()) === true
              }
              onCreate={(email) => setChoice({ email: email.toLocaleLowerCase() })}
              createLabel={(email) => t("inviteNew", { email })}
            />
          </Field>
          {isNew ? (
            <>
              <Banner tone="wait">{t("newHere", { email: choice.email })}</Banner>
              <Field label={t("personName")} optional hint={t("personNameHint")} error={sending.errorOf("name")}>
                <Input dir="auto" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
              </Field>
            </>
          ) : null}
          <Field label={t("role")} hint={values(`roleMay.${role}`)} error={sending.errorOf("role")}>
            <Select
              value={role}
              onChange={(event) => setRole(projectRoles.find((each) => each === event.target.value) ?? role)}
            >
              {projectRoles.map((each) => (
                <option key={each} value={each}>
                  {values(`role.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        </form>
      )}
    </Dialog>
  );
}
