"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { When } from "@/components/values/when";
import type { Found } from "@/domain/document/extraction";

/** What a document says of itself and where, to be confirmed by somebody who may change it. */
export function FoundList({
  id,
  title,
  found,
  confirmed,
  mayConfirm,
}: {
  id: string;
  title: string;
  found: readonly Found[];
  confirmed: boolean;
  mayConfirm: boolean;
}) {
  const t = useTranslations("import");
  const ask = useAsk();
  const sending = useSending();
  const [done, setDone] = useState(confirmed);

  async function confirm() {
    const answer = await sending.send(() => ask("PATCH", `/reports/${id}`, { foundConfirmed: true }));
    if (answer) setDone(true);
  }

  return (
    <div className="space-y-2">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
        {found.map(({ field, value, from }) => (
          <div key={field} className="contents">
            <dt className="text-ink-3">{t(`fields.${field}`)}</dt>
            <dd className="min-w-0 break-words">
              {field === "published" ? <When value={value} time={value.includes("T")} /> : <bdi>{value}</bdi>}{" "}
              <span className="text-ink-3">{t("foundFrom", { from })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {sending.problem ? <ProblemNote problem={sending.problem} kept="" /> : null}
      {done ? (
        <p role="status" className="text-ink-3">
          {t("confirmed")}
        </p>
      ) : mayConfirm ? (
        <Button size="small" busy={sending.busy} onClick={() => void confirm()}>
          {t("confirm")}
          <span className="sr-only">: {title}</span>
        </Button>
      ) : null}
    </div>
  );
}
