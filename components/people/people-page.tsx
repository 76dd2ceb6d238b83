"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { AddPerson } from "@/components/people/add-person";
import { NewLink } from "@/components/people/new-link";
import type { ShownLink } from "@/components/people/one-time-link";
import { OpenInvitations } from "@/components/people/open-invitations";
import { PersonRow } from "@/components/people/person-row";
import { StorageSection } from "@/components/people/storage-section";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Invitation, Person } from "@/domain/people/person";
import type { Storage, StorageWarning } from "@/domain/storage/storage";

/** Who belongs to the workspace, who runs it, and who may come in. */
export function PeoplePage({
  people,
  invitations,
  me,
  workspace,
  storage,
}: {
  people: readonly Person[];
  invitations: readonly Invitation[];
  me: string;
  workspace: string;
  storage: Storage & { warnings: readonly StorageWarning[] };
}) {
  const t = useTranslations("people");
  const [made, setMade] = useState<ShownLink | null>(null);
  return (
    <Page
      narrow
      title={t("title")}
      lead={t("lead", { workspace })}
      actions={
        <>
          <ButtonLink href="/people/place-names">{t("placeNames.title")}</ButtonLink>
          <ButtonLink href="/people/tokens">{t("tokens")}</ButtonLink>
          <AddPerson />
        </>
      }
    >
      <Table caption={t("caption", { workspace })}>
        <TableHead>
          <Th>{t("name")}</Th>
          <Th>{t("role")}</Th>
          <Th from="md">{t("since")}</Th>
          <Th>
            <span className="sr-only">{t("deeds")}</span>
          </Th>
        </TableHead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.userId} person={person} isMe={person.userId === me} onLink={setMade} />
          ))}
        </tbody>
      </Table>
      <OpenInvitations invitations={invitations} workspace={workspace} onLink={setMade} />
      <StorageSection storage={storage} warnings={storage.warnings} />
      <NewLink made={made} onClose={() => setMade(null)} />
    </Page>
  );
}
