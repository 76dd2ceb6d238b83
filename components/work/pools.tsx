"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { MyWork } from "@/domain/assignment/my-work";

/** The pools one can take from; taking leads straight into the report. */
export function Pools({ pools }: { pools: MyWork["pools"] }) {
  const t = useTranslations("work");
  return (
    <section aria-labelledby="pools" className="space-y-2">
      <h2 id="pools" className="headline text-lead">
        {t("pools")}
      </h2>
      <p className="text-small text-ink-3">{t("poolLead")}</p>
      <ul className="divide-y divide-line border-y border-line">
        {pools.map((pool) => (
          <Pool key={pool.projectId} pool={pool} />
        ))}
      </ul>
    </section>
  );
}

function Pool({ pool: { projectId, projectName, waiting } }: { pool: MyWork["pools"][number] }) {
  const t = useTranslations("work");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function take() {
    setBusy(true);
    const taken = await ask("POST", `/projects/${projectId}/pool/take`);
    if (taken.ok && taken.value.assignment) return router.push(`/reports/${taken.value.assignment.reportId}`);
    setBusy(false);
    if (!taken.ok) return toast({ tone: "bad", title: taken.problem.detail ?? api("unreachable") });
    toast({ title: t("noneLeft", { project: projectName }) });
    router.refresh();
  }

  return (
    <li className="flex items-center gap-4 py-3">
      <span className="min-w-0 grow">
        <bdi className="font-medium">{projectName}</bdi>
        <span className="block text-small text-ink-3">{t("waiting", { count: waiting })}</span>
      </span>
      <Button
        aria-label={t("take", { project: projectName })}
        busy={busy}
        disabled={waiting === 0}
        onClick={() => void take()}
      >
        {t("takeShort")}
      </Button>
    </li>
  );
}
