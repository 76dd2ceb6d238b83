"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { overruledIn } from "@/components/api/problem-note";
import { AddMember } from "@/components/members/add-member";
import { type OpenWork, openWorkIn, RemoveMember } from "@/components/members/remove-member";
import { SamplingField } from "@/components/members/sampling-field";
import { Page } from "@/components/shell/page";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { Explain } from "@/components/values/explain";
import { When } from "@/components/values/when";
import type { Member, Project, ProjectRole } from "@/domain/project/project";
import { projectRoles } from "@/domain/project/project-values";

/** Who works on a project and as what; those who lead it change that here, and can take every change back. */
export function MembersPage({
  project,
  members,
  me,
  mayChange,
  mayInvite,
}: {
  project: Pick<Project, "id" | "name">;
  members: readonly Member[];
  me: string;
  mayChange: boolean;
  /** Whether this person may let somebody new into the workspace. */
  mayInvite: boolean;
}) {
  const t = useTranslations("members");
  const review = useTranslations("queue.settings");
  return (
    <Page
      narrow
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={mayChange ? <AddMember projectId={project.id} mayInvite={mayInvite} /> : null}
    >
      <Table caption={t("caption", { project: project.name })}>
        <TableHead>
          <Th>{t("name")}</Th>
          <Th>{t("role")}</Th>
          {mayChange ? (
            <Th from="md">
              <span className="inline-flex items-center gap-1">
                {review("own")}
                <Explain term="sampling" />
              </span>
            </Th>
          ) : null}
          <Th from="md">{t("since")}</Th>
          {mayChange ? (
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          ) : null}
        </TableHead>
        <tbody>
          {members.map((member) => (
            <Row
              key={member.userId}
              projectId={project.id}
              member={member}
              heirs={members.filter(({ userId, role }) => role !== "reader" && userId !== member.userId)}
              me={me}
              mayChange={mayChange}
            />
          ))}
        </tbody>
      </Table>
    </Page>
  );
}

/** What those who lead the project do with a member, each with its undo. */
function useMemberChanges(path: `/projects/${string}/members`, member: Member) {
  const t = useTranslations("members");
  const values = useTranslations("values");
  const review = useTranslations("queue.settings");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const { name, email, userId, role } = member;
  const [openWork, setOpenWork] = useState<readonly OpenWork[]>([]);

  function refused(problem: Problem) {
    const told = overruledIn(problem, api);
    toast({ tone: "bad", title: told ?? problem.detail ?? api("unreachable") });
    if (told) router.refresh();
  }

  async function change(to: ProjectRole) {
    const answer = await ask("PATCH", `${path}/${userId}`, { role: to, seen: { role } });
    if (!answer.ok) return refused(answer.problem);
    toast({
      title: t("roleChanged", { name, role: values(`role.${to}`) }),
      undo: () => void ask("PATCH", `${path}/${userId}`, { role, seen: { role: to } }).then(() => router.refresh()),
    });
    router.refresh();
  }

  async function sample(sampling: number | null) {
    const answer = await ask("PATCH", `${path}/${userId}`, { sampling, seen: { sampling: member.sampling } });
    if (!answer.ok) return refused(answer.problem);
    toast({
      title: sampling === null ? review("changedBack", { name }) : review("changed", { name, percent: sampling * 100 }),
      undo: () =>
        void ask("PATCH", `${path}/${userId}`, { sampling: member.sampling, seen: { sampling } }).then(() =>
          router.refresh(),
        ),
    });
    router.refresh();
  }

  async function remove() {
    const answer = await ask("DELETE", `${path}/${userId}`);
    const open = answer.ok ? [] : openWorkIn(answer.problem.current);
    if (open.length > 0) return setOpenWork(open);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    tellRemoved();
    router.refresh();
  }

  function tellRemoved() {
    toast({
      title: t("removed", { name }),
      detail: t("removedKept"),
      undo: () => void ask("POST", path, { email, role }).then(() => router.refresh()),
    });
  }

  return { openWork, setOpenWork, change, sample, remove, tellRemoved };
}

function Row({
  projectId,
  member,
  heirs,
  me,
  mayChange,
}: {
  projectId: string;
  member: Member;
  /** Those who could take open work over. */
  heirs: readonly Member[];
  me: string;
  mayChange: boolean;
}) {
  const t = useTranslations("members");
  const values = useTranslations("values");
  const { name, email, userId, role } = member;
  const path = `/projects/${projectId}/members` as const;
  const { openWork, setOpenWork, change, sample, remove, tellRemoved } = useMemberChanges(path, member);

  return (
    <Tr>
      <Td>
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{name}</bdi>
          {userId === me ? <Chip>{t("you")}</Chip> : null}
          {member.invited ? <Chip tone="ochre">{t("invited")}</Chip> : null}
        </span>
        <span className="block text-ink-3">{email}</span>
      </Td>
      <Td className="w-36">
        {mayChange ? (
          <Select
            aria-label={t("roleOf", { name })}
            value={role}
            onChange={(event) => {
              const chosen = projectRoles.find((each) => each === event.target.value);
              if (chosen) void change(chosen);
            }}
          >
            {projectRoles.map((each) => (
              <option key={each} value={each}>
                {values(`role.${each}`)}
              </option>
            ))}
          </Select>
        ) : (
          values(`role.${role}`)
        )}
      </Td>
      {mayChange ? (
        <Td from="md" className="w-36">
          {role === "reader" ? null : (
            <SamplingField key={member.sampling} member={member} onChange={(share) => void sample(share)} />
          )}
        </Td>
      ) : null}
      <Td from="md" className="whitespace-nowrap text-ink-2">
        <When value={member.since} />
      </Td>
      {mayChange ? (
        <Td className="w-10 text-end">
          <IconButton label={t("remove", { name })} icon={<Icon name="close" />} onClick={() => void remove()} />
          {openWork.length > 0 ? (
            <RemoveMember
              path={`${path}/${userId}`}
              member={member}
              heirs={heirs}
              open={openWork}
              onClose={() => setOpenWork([])}
              onRemoved={tellRemoved}
            />
          ) : null}
        </Td>
      ) : null}
    </Tr>
  );
}
