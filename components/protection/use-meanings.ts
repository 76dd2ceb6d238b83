"use client";

import { useTranslations } from "use-intl";
import type { PermittedUse, SentThing } from "@/domain/protection/permitted-use";
import { permittedUses } from "@/domain/protection/permitted-use-values";

/** What each permitted use means of a kind of thing. */
export function useMeanings(on: SentThing["on"]): Record<PermittedUse, string> {
  const t = useTranslations("protection");
  const [named, described, withheld] = permittedUses.map((use) => t(`means.${on}.${use}`));
  return { named: named ?? "", described: described ?? "", withheld: withheld ?? "" };
}
