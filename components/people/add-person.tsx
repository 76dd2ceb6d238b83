"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { useSending } from "@/components/api/use-sending";
import { OneTimeLink } from "@/components/people/one-time-link";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Icon } from "@/components/ui/icon";
import { Input, Select } from "@/components/ui/input";
import type { InvitedPerson } from "@/domain/people/person";
import type { WorkspaceRole } from "@/domain/project/project";
import { workspaceRoles } from "@/domain/project/project-values";

/** Invites somebody to the workspace, without a project; their link is shown this once. */
export function AddPerson() {
  const t = useTranslations("people");

  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<WorkspaceRole>("member");
  const [invited, setInvited] = useState<InvitedPerson | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { email, role, ...(name.trim() ? { name } : {}) };
    const person = await sending.send(() => ask("POST", "/people", body));
    if (!person) return;
    setEmail("");
    setName("");
    setRole("member");
    setInvited(person);
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (!now) setInvited(null);
        sending.reset();
      }}
      title={invited ? t("invitationTitle", { email: invited.email }) : t("add")}
      description={t(invited ? "invitationLead" : "addLead")}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("add")}
        </Button>
      }
      footer={
        invited ? (
          <DialogClose>
            <Button variant="primary">{t("done")}</Button>
          </DialogClose>
        ) : (
          <FormFooter form="add-person" busy={sending.busy}>
            {t("submitAdd")}
          </FormFooter>
        )
      }
    >
      {invited ? (
        <OneTimeLink
          made={{
            userId: invited.userId,
            name: invited.email,
            link: invited.invitation,
            expiresAt: invited.invitationEnds,
          }}
        />
      ) : (
        <form id="add-person" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
          {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
          <Field label={t("email")} required error={sending.errorOf("email")}>
            <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Field label={t("name")} optional hint={t("nameHint")} error={sending.errorOf("name")}>
            <Input dir="auto" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <RoleField sending={sending} value={role} onChange={setRole} />
        </form>
      )}
    </Dialog>
  );
}

function RoleField({
  sending,
  value,
  onChange,
}: {
  sending: Sending;
  value: WorkspaceRole;
  onChange: (role: WorkspaceRole) => void;
}) {
  const t = useTranslations("people");
  const values = useTranslations("values");
  return (
    <Field label={t("role")} error={sending.errorOf("role")}>
      <Select
        value={value}
        onChange={(event) => onChange(workspaceRoles.find((each) => each === event.target.value) ?? value)}
      >
        {workspaceRoles.map((each) => (
          <option key={each} value={each}>
            {values(`workspaceRole.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
