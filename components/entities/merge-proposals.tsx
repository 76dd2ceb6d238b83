"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { MergeEntity } from "@/components/entities/merge-entity";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { MergeProposal } from "@/domain/entity/merge-proposal";

/** Entities of one name and kind that blind analysts made each for themselves: merge them, or say that they are two. */
export function MergeProposals({ proposals }: { proposals: readonly MergeProposal[] }) {
  const t = useTranslations("entities.proposals");
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="mb-8 rounded-2 border border-line bg-surface p-4">
      <h2 id="proposals" className="headline text-lead">
        {t("title", { count: proposals.length })}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("lead")}</p>
      <ul className="divide-y divide-line border-y border-line">
        {proposals.map((proposal) => (
          <Line key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
}

function Line({ proposal }: { proposal: MergeProposal }) {
  const { id, keep, merge } = proposal;
  const t = useTranslations("entities.proposals");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const settle = (dismissed: boolean) => ask("PUT", `/merge-proposals/${id}`, { dismissed });

  async function done(answer: ReturnType<typeof ask>, title: string, undo?: () => void) {
    const answered = await answer;
    if (!answered.ok) return toast({ tone: "bad", title: answered.problem.detail ?? api("unreachable") });
    toast({ title, ...(undo ? { undo } : {}) });
    router.refresh();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium">
          <bdi>{merge.entity.name}</bdi> → <bdi>{keep.entity.name}</bdi>
        </p>
        <p className="text-small text-ink-3">
          {t("uses", { kind: values(`entityKind.${keep.entity.kind}`), merge: merge.uses, keep: keep.uses })}
        </p>
      </div>
      <div className="flex gap-2">
        <MergeEntity entity={merge.entity} first={keep.entity.id} />
        <Button
          size="small"
          variant="quiet"
          onClick={() => void done(settle(true), t("dismissed"), () => void settle(false).then(() => router.refresh()))}
        >
          {t("dismiss")}
        </Button>
      </div>
    </li>
  );
}
