"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import type { ShownLink } from "@/components/people/one-time-link";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { Invitation } from "@/domain/people/person";

/** Who was invited by whom and when, and has not come yet; each invitation can be renewed or withdrawn. */
export function OpenInvitations({
  invitations,
  workspace,
  onLink,
}: {
  invitations: readonly Invitation[];
  workspace: string;
  onLink: (made: ShownLink) => void;
}) {
  const t = useTranslations("people.invitations");
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="mt-10">
      <h2 id="invitations" className="headline text-lead">
        {t("title")}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("lead")}</p>
      <Table caption={t("caption", { workspace })}>
        <TableHead>
          <Th>{t("person")}</Th>
          <Th from="lg">{t("projects")}</Th>
          <Th from="sm">{t("by")}</Th>
          <Th from="md">{t("at")}</Th>
          <Th from="lg">{t("expires")}</Th>
          <Th />
        </TableHead>
        <tbody>
          {invitations.map((invitation) => (
            <Row key={invitation.userId} invitation={invitation} onLink={onLink} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Row({ invitation, onLink }: { invitation: Invitation; onLink: (made: ShownLink) => void }) {
  const t = useTranslations("people.invitations");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const { userId, name, email, projects, invitedBy, invitedAt, expiresAt } = invitation;

  async function renew() {
    const answer = await ask("POST", `/people/${userId}/link`);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    onLink({ userId, name, ...answer.value });
    router.refresh();
  }

  return (
    <Tr>
      <Td>
        <bdi className="block font-medium">{name}</bdi>
        <span className="block break-all text-ink-3">{email}</span>
      </Td>
      <Td from="lg">
        {projects.length === 0 ? (
          <span className="text-ink-3">{t("noProjects")}</span>
        ) : (
          projects.map((project) => (
            <span key={project.name} className="block">
              <bdi>{project.name}</bdi>, {values(`role.${project.role}`)}
            </span>
          ))
        )}
      </Td>
      <Td from="sm">
        <bdi>{invitedBy?.name ?? t("unknown")}</bdi>
      </Td>
      <Td from="md" className="whitespace-nowrap">
        {invitedAt ? <When value={invitedAt} time /> : t("unknown")}
      </Td>
      <Td from="lg" className="whitespace-nowrap">
        {expiresAt ? <When value={expiresAt} /> : <span className="text-wait">{t("expired")}</span>}
      </Td>
      <Td className="text-end">
        <span className="flex flex-wrap justify-end gap-2">
          <Button size="small" aria-label={t("newLinkFor", { name })} onClick={() => void renew()}>
            {t("newLink")}
          </Button>
          <Withdraw invitation={invitation} />
        </span>
      </Td>
    </Tr>
  );
}

function Withdraw({ invitation: { userId, name } }: { invitation: Invitation }) {
  const t = useTranslations("people.invitations");
  const ui = useTranslations("ui");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function withdraw() {
    setBusy(true);
    const answer = await ask("DELETE", `/people/${userId}/invitation`);
    setBusy(false);
    toast(
      answer.ok
        ? { title: t("withdrawn", { name }) }
        : { tone: "bad", title: answer.problem.detail ?? api("unreachable") },
    );
    router.refresh();
  }

  return (
    <Dialog
      title={t("withdrawTitle", { name })}
      description={t("withdrawLead")}
      trigger={
        <Button size="small" aria-label={t("withdrawFor", { name })}>
          {t("withdraw")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" busy={busy} onClick={() => void withdraw()}>
            {t("withdraw")}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
