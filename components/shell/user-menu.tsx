"use client";

import { useTranslations } from "use-intl";
import { themes } from "@/components/shell/device";
import { chooseTheme, useTheme } from "@/components/shell/theme";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";

export interface Person {
  name: string;
  email: string;
  /** An admin of the workspace. */
  runsIt?: boolean;
}

/** Who is signed in, and what belongs to them: account, tokens, light or dark, the way out. */
export function UserMenu({ person, onSignOut }: { person: Person; onSignOut: () => void }) {
  const t = useTranslations("shell");
  const theme = useTheme();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("accountOf", { name: person.name })}
          className="grid size-8 place-items-center rounded-full border border-line bg-place-wash text-tiny font-semibold text-place hover:border-place"
        >
          {initials(person.name)}
        </button>
      }
    >
      <MenuLabel>
        <span className="block font-medium text-ink">{person.name}</span>
        <span className="block truncate">{person.email}</span>
      </MenuLabel>
      <MenuSeparator />
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

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = (word: string | undefined) => (word ? (Array.from(word)[0] ?? "") : "");
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : "")).toLocaleUpperCase();
}
