"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";

export interface Person {
  name: string;
  email: string;
  /** An admin of the workspace. */
  runsIt?: boolean;
}

/** Who is signed in, as initials; opens the account's menu. */
export function UserButton({ name, ...rest }: { name: string } & ComponentProps<"button">) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      aria-label={t("accountOf", { name })}
      {...rest}
      className="grid size-8 place-items-center rounded-full border border-line bg-place-wash text-tiny font-semibold text-place hover:border-place"
    >
      {initials(name)}
    </button>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = (word: string | undefined) => (word ? (Array.from(word)[0] ?? "") : "");
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : "")).toLocaleUpperCase();
}
