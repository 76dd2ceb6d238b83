"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { initials } from "@/components/shell/initials";

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
