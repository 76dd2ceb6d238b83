"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { When } from "@/components/values/when";
import type { UserId } from "@/domain/ids";
import { linkDays, usualLinkDays } from "@/domain/people/link-values";

export type ShownLink = { userId: UserId; name: string; link: string; expiresAt: string };

/** A link that lets somebody in, this once, and until when it works; another end makes another link. */
export function OneTimeLink({ made }: { made: ShownLink }) {
  const t = useTranslations("people.link");
  const ask = useAsk();
  const sending = useSending();
  const [shown, setShown] = useState(made);
  const [days, setDays] = useState<number>(usualLinkDays);
  async function change(expiresInDays: number) {
    setDays(expiresInDays);
    const now = await sending.send(() => ask("POST", `/people/${made.userId}/link`, { expiresInDays }));
    if (now) setShown({ ...made, ...now });
    else setDays(days);
  }
  return (
    <div className="flex flex-col gap-4">
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <CopyField key={shown.link} label={shown.name} value={shown.link} copy={t("copy")} copied={t("copied")} />
      <Field label={t("for")} hint={t("forHint")}>
        <Select value={days} disabled={sending.busy} onChange={({ target }) => void change(Number(target.value))}>
          {linkDays.map((each) => (
            <option key={each} value={each}>
              {t("days", { days: each })}
            </option>
          ))}
        </Select>
      </Field>
      <p aria-live="polite" className="text-small text-ink-2">
        {t.rich("until", { when: () => <When value={shown.expiresAt} time /> })}
      </p>
    </div>
  );
}
