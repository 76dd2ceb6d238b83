"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { ProjectId } from "@/domain/ids";
import type { NameDecision, OrdinaryName } from "@/domain/protection/permitted-use";
import { nameDecisions } from "@/domain/protection/permitted-use-values";

/** Protected names that may be ordinary words: a person decides where they are blocked out. */
export function OrdinaryNames({ projectId, names }: { projectId: ProjectId; names: readonly OrdinaryName[] }) {
  const t = useTranslations("protection");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();

  async function decide(name: string, decision: NameDecision | null) {
    const done = await sending.send(() => ask("PUT", `/projects/${projectId}/protection/names`, { name, decision }));
    if (!done) return;
    toast({ title: t("decided", { name }) });
    router.refresh();
  }

  if (names.length === 0) return null;
  return (
    <section aria-labelledby="names">
      <h2 id="names" className="headline text-lead">
        {t("names")}
      </h2>
      <p className="text-small text-ink-3">{t("namesLead")}</p>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {names.map(({ name, decision, byName, at }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-3 py-2.5 text-small">
            <div>
              <bdi className="font-medium">{name}</bdi>
              <span className="block text-ink-3">
                {decision ? t(`decision.${decision}`) : t("undecided")}
                {byName ? ` · ${byName}` : ""}
                {at ? (
                  <>
                    {" · "}
                    <When value={at} />
                  </>
                ) : null}
              </span>
            </div>
            <div className="flex flex-wrap gap-2">
              {decision ? (
                <Button size="small" busy={sending.busy} onClick={() => void decide(name, null)}>
                  {t("decideAgain")}
                </Button>
              ) : (
                nameDecisions.map((each) => (
                  <Button key={each} size="small" busy={sending.busy} onClick={() => void decide(name, each)}>
                    {t(`decide.${each}`)}
                  </Button>
                ))
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
