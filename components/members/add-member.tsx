"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Member, ProjectRole } from "@/domain/project/project";
import { projectRoles } from "@/domain/project/project-values";

/** Adds somebody by e-mail address; somebody new gets an invitation link, shown this once. */
export function AddMember({ projectId }: { projectId: string }) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<ProjectRole>("analyst");
  const [invitation, setInvitation] = useState<{ email: string; link: string } | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { email, role, ...(name.trim() ? { name } : {}) };
    const added = await sending.send(() =>
      ask<Member & { invitation?: string }>("POST", `/projects/${projectId}/members`, body),
    );
    if (!added) return;
    setEmail("");
    setName("");
    router.refresh();
    if (added.invitation) setInvitation({ email: added.email, link: added.invitation });
    else {
      setOpen(false);
      toast({ title: t("added", { name: added.name }) });
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (!now) setInvitation(null);
        sending.reset();
      }}
      title={invitation ? t("invitationTitle", { email: invitation.email }) : t("addTitle")}
      description={invitation ? t("invitationLead") : t("addLead")}
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
            <Button variant="primary" type="submit" form="add-member" busy={sending.busy}>
              {t("submitAdd")}
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
          <Field label={t("email")} required error={sending.errorOf("email")}>
            <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Field label={t("personName")} optional hint={t("personNameHint")} error={sending.errorOf("name")}>
            <Input dir="auto" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
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
