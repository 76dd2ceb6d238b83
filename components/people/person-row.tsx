"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import type { ShownLink } from "@/components/people/one-time-link";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { ChangePerson, Person } from "@/domain/people/person";
import { workspaceRoles } from "@/domain/project/project-values";

/** One person, with what an admin may change about them; only the tokens of somebody deactivated don't come back. */
export function PersonRow({
  person,
  isMe,
  onLink,
}: {
  person: Person;
  isMe: boolean;
  onLink: (made: ShownLink) => void;
}) {
  const t = useTranslations("people");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const { name, email, userId, role, disabled } = person;
  const path = `/people/${userId}` as const;

  async function change(to: ChangePerson, title: string) {
    const answer = await ask("PATCH", path, to);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    toast({ title, undo: () => void ask("PATCH", path, { role, disabled }).then(() => router.refresh()) });
    router.refresh();
  }

  async function relink() {
    const answer = await ask("POST", `${path}/link`);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    onLink({ userId, name, ...answer.value });
  }

  return (
    <Tr>
      <Td>
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{name}</bdi>
          {isMe ? <Chip>{t("you")}</Chip> : null}
          {person.invited ? <Chip tone="ochre">{t("invited")}</Chip> : null}
          {disabled ? <Chip tone="ochre">{t("disabled")}</Chip> : null}
        </span>
        <span className="block text-ink-3">{email}</span>
      </Td>
      <Td className="w-36">
        <Select
          aria-label={t("roleOf", { name })}
          value={role}
          onChange={(event) => {
            const to = workspaceRoles.find((each) => each === event.target.value);
            if (to) void change({ role: to }, t("roleChanged", { name, role: values(`workspaceRole.${to}`) }));
          }}
        >
          {workspaceRoles.map((each) => (
            <option key={each} value={each}>
              {values(`workspaceRole.${each}`)}
            </option>
          ))}
        </Select>
      </Td>
      <Td from="md" className="whitespace-nowrap text-ink-2">
        <When value={person.since} />
      </Td>
      <Td className="w-10 text-end">
        <Menu trigger={<IconButton label={t("more", { name })} icon={<Icon name="more" />} />}>
          <MenuItem onSelect={() => void relink()}>{t("newLink")}</MenuItem>
          {disabled ? (
            <MenuItem onSelect={() => void change({ disabled: false }, t("isIn", { name }))}>{t("letIn")}</MenuItem>
          ) : (
            <MenuItem danger onSelect={() => void change({ disabled: true }, t("isOut", { name }))}>
              {t("shutOut")}
            </MenuItem>
          )}
        </Menu>
      </Td>
    </Tr>
  );
}
