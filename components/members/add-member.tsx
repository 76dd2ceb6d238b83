"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { OneTimeLink, type ShownLink } from "@/components/people/one-time-link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Candidate } from "@/domain/people/person";
import type { ProjectRole } from "@/domain/project/project";
import { projectRoles } from "@/domain/project/project-values";

/** Somebody of the workspace, or an address that is new to it. */
type Chosen = { userId: string } | { email: string };

const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/**
 * Adds somebody to a project, picked from the people of the workspace. An address that is new has to be confirmed as
 * new first; then it gets an invitation link, shown this once.
 */
export function AddMember({ projectId, mayInvite }: { projectId: string; mayInvite: boolean }) {
  const t = useTranslations("members");
  const [open, setOpen] = useState(false);
  const adding = useAdding(projectId, open, () => setOpen(false));
  const { invitation } = adding;
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        adding.start(now);
      }}
      title={invitation ? t("invitationTitle", { email: invitation.name }) : t("addTitle")}
      description={invitation ? t("invitationLead") : t(mayInvite ? "addLead" : "addLeadEditor")}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("add")}
        </Button>
      }
      footer={<Footer adding={adding} />}
    >
      {invitation ? <OneTimeLink made={invitation} /> : <MemberForm adding={adding} mayInvite={mayInvite} />}
    </Dialog>
  );
}

type Adding = ReturnType<typeof useAdding>;

/** Who is to be added, and what became of it. */
function useAdding(projectId: string, open: boolean, onAdded: () => void) {
  const t = useTranslations("members");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const people = useCandidates(projectId, open);
  const [choice, setChoice] = useState<Chosen | null>(null);
  const [name, setName] = useState("");
  const [role, setRole] = useState<ProjectRole>("analyst");
  const [invitation, setInvitation] = useState<ShownLink | null>(null);
  const newcomer = choice !== null && "email" in choice ? choice.email : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!choice) return;
    const body = { ...choice, role, ...(newcomer !== undefined && name.trim() ? { name } : {}) };
    const added = await sending.send(() => ask("POST", `/projects/${projectId}/members`, body));
    if (!added) return;
    setChoice(null);
    setName("");
    router.refresh();
    const { userId, email, invitation: link, invitationEnds: expiresAt } = added;
    if (link !== undefined && expiresAt !== undefined) setInvitation({ userId, name: email, link, expiresAt });
    else {
      onAdded();
      toast({ title: t("added", { name: added.name }) });
    }
  }

  function pick(value: string | null) {
    const person = people?.find(({ userId }) => userId === value);
    setChoice(person ? { userId: person.userId } : null);
    sending.reset();
  }

  function start(now: boolean) {
    setChoice(null);
    if (!now) setInvitation(null);
    sending.reset();
  }

  const invite = (email: string) => setChoice({ email: email.toLocaleLowerCase() });
  return { people, choice, newcomer, name, setName, role, setRole, invitation, sending, submit, pick, invite, start };
}

/** Those who may be added, fetched when the dialog opens; null until they are there. */
function useCandidates(projectId: string, open: boolean) {
  const ask = useAsk();
  const [people, setPeople] = useState<readonly Candidate[] | null>(null);
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
  return people;
}

function Footer({ adding: { invitation, newcomer, choice, sending } }: { adding: Adding }) {
  const t = useTranslations("members");
  if (invitation)
    return (
      <DialogClose>
        <Button variant="primary">{t("done")}</Button>
      </DialogClose>
    );
  return (
    <FormFooter form="add-member" busy={sending.busy} disabled={choice === null}>
      {t(newcomer === undefined ? "submitAdd" : "submitInvite")}
    </FormFooter>
  );
}

function MemberForm({ adding, mayInvite }: { adding: Adding; mayInvite: boolean }) {
  const t = useTranslations("members");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const { sending, newcomer, name, setName, role, setRole, submit } = adding;
  return (
    <form id="add-member" onSubmit={submit} className="flex flex-col gap-4">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      <Who adding={adding} mayInvite={mayInvite} />
      {newcomer === undefined ? null : (
        <>
          <Banner tone="wait">{t("newHere", { email: newcomer })}</Banner>
          <Field label={t("personName")} optional hint={t("personNameHint")} error={sending.errorOf("name")}>
            <Input dir="auto" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </>
      )}
      <Field label={t("role")} hint={values(`roleMay.${role}`)} error={sending.errorOf("role")}>
        <Choice value={role} options={projectRoles} nameOf={(each) => values(`role.${each}`)} onChange={setRole} />
      </Field>
    </form>
  );
}

/** Somebody of the workspace, or a new address from whoever may invite. */
function Who({ adding, mayInvite }: { adding: Adding; mayInvite: boolean }) {
  const t = useTranslations("members");
  const { people, choice, newcomer, sending, pick, invite } = adding;
  return (
    <Field
      label={t("who")}
      required
      hint={t(mayInvite ? "whoHint" : "whoHintEditor")}
      error={sending.errorOf("email") ?? sending.errorOf("userId")}
    >
      <Combobox
        label={t("who")}
        busy={people === null}
        options={(people ?? []).map(({ userId, name, email }) => ({ value: userId, label: name, detail: email }))}
        value={choice === null ? null : "email" in choice ? choice.email : choice.userId}
        valueLabel={newcomer}
        onChange={pick}
        mayCreate={(query) =>
          mayInvite &&
          looksLikeAddress(query) &&
          people?.every(({ email }) => email !== query.toLocaleLowerCase()) === true
        }
        onCreate={invite}
        createLabel={(email) => t("inviteNew", { email })}
      />
    </Field>
  );
}
