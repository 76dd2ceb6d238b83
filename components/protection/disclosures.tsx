"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { nameOf } from "@/components/protection/name-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { When } from "@/components/values/when";
import type { Disclosure, ProtectedThing } from "@/domain/protection/permitted-use";

/** Earlier exports that told more of a thing than may leave now; looked up when somebody asks. */
export function Disclosures({ thing }: { thing: ProtectedThing }) {
  const t = useTranslations("protection");
  const ask = useAsk();
  const sending = useSending();
  const [found, setFound] = useState<{ items: Disclosure[]; more: boolean } | null>(null);

  async function look(open: boolean) {
    if (!open) return setFound(null);
    const answer = await sending.send(() => ask("GET", `/permitted-uses/${thing.id}/disclosures`));
    setFound(answer);
  }

  return (
    <Dialog
      title={t("disclosedTitle", { name: nameOf(thing) })}
      description={t("disclosedLead")}
      trigger={<Button size="small">{t("look")}</Button>}
      onOpenChange={(open) => void look(open)}
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <div aria-live="polite" className="text-small">
        {found === null ? null : found.items.length === 0 ? (
          <p>{t("disclosedNone")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {found.items.map(({ at, byName, format, reportId }) => (
              <li key={at + format} className="py-2">
                <span className="font-medium">{format}</span>
                {reportId ? ` · ${t("oneReport")}` : ""}
                <span className="block text-ink-3">
                  {byName ? `${byName} · ` : ""}
                  <When value={at} />
                </span>
              </li>
            ))}
          </ul>
        )}
        {found?.more ? <p className="mt-2 text-ink-3">{t("disclosedMore")}</p> : null}
      </div>
    </Dialog>
  );
}
