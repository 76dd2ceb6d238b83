"use client";

import { useTranslations } from "use-intl";
import { themes } from "@/components/shell/device";
import { chooseTheme, useTheme } from "@/components/shell/theme";
import { type Person, UserButton } from "@/components/shell/user-button";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";

/** Who is signed in, and what belongs to them: account, tokens, light or dark, the way out. */
export function UserMenu({
  person,
  startsOpen,
  onSignOut,
}: {
  person: Person;
  startsOpen: boolean;
  onSignOut: () => void;
}) {
  const t = useTranslations("shell");
  const theme = useTheme();
  return (
    <Menu startsOpen={startsOpen} trigger={<UserButton name={person.name} />}>
      <MenuLabel>
        <span className="block font-medium text-ink">{person.name}</span>
        <span className="block truncate">{person.email}</span>
      </MenuLabel>
      <MenuSeparator />
      <div className="md:hidden">
        <MenuLink href="/work">{t("work")}</MenuLink>
        <MenuLink href="/projects">{t("projects")}</MenuLink>
        <MenuLink href="/search">{t("search")}</MenuLink>
        <MenuSeparator />
      </div>
      <MenuLink href="/account">{t("yourAccount")}</MenuLink>
      <MenuLink href="/account/tokens">{t("tokens")}</MenuLink>
      {person.runsIt ? <MenuLink href="/people">{t("people")}</MenuLink> : null}
      <MenuSeparator />
      <MenuChoice
        label={t("theme")}
        value={theme}
        onChange={chooseTheme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <MenuSeparator />
      <MenuLink href="/licences">{t("licences")}</MenuLink>
      <MenuItem onSelect={onSignOut}>{t("signOut")}</MenuItem>
    </Menu>
  );
}
