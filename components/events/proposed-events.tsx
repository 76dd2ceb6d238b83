"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { newId } from "@/client/new-id";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { claimHref, claimName } from "@/components/events/event-words";
import { Button } from "@/components/ui/button";
import { Dotted } from "@/components/ui/dotted";
import type { ProposedEvents as Proposed } from "@/domain/event/event";
import type { ProjectId } from "@/domain/ids";

type Line = Proposed["items"][number];

/** Accepted claims that are in no event yet, each with a button that makes one of it. */
export function ProposedEvents({ projectId, items }: { projectId: ProjectId; items: readonly Line[] }) {
  const t = useTranslations("events.proposed");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [making, setMaking] = useState<string | null>(null);

  async function make({ lead, again }: Line) {
    setMaking(lead.claimId);
    const claims = [lead, ...again].map(({ claimId }) => ({ id: claimId, part: "supports" }));
    const body = { title: claimName(lead), ...(lead.eventType && { type: lead.eventType }), claims, opId: newId() };
    const made = await sending.send(() => ask("POST", `/projects/${projectId}/events`, body));
    if (made) router.push(`/projects/${projectId}/events/${made.id}`);
    else router.refresh();
  }

  if (items.length === 0) return null;
  return (
    <section aria-labelledby="proposed" className="mb-8 rounded-2 border border-line bg-surface p-4">
      <h2 id="proposed" className="headline text-lead">
        {t("title", { count: items.length })}
      </h2>
      <p className="text-small text-ink-3">{t("lead")}</p>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <ul className="mt-3 divide-y divide-line">
        {items.map((line) => (
          <li key={line.lead.claimId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <div className="min-w-0 grow basis-64">
              <Link
                prefetch={false}
                href={claimHref(line.lead)}
                dir="auto"
                className="block font-serif text-ink no-underline hover:underline"
              >
                {claimName(line.lead)}
              </Link>
              <span className="block text-small text-ink-3">
                <Dotted facts={[line.lead.outlet, line.lead.reportTitle]} />
                {line.again.length > 0 ? ` · ${t("again", { count: line.again.length })}` : ""}
              </span>
            </div>
            <Button
              size="small"
              busy={sending.busy && making === line.lead.claimId}
              aria-label={t("makeNamed", { claim: claimName(line.lead) })}
              onClick={() => void make(line)}
            >
              {t("make")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
