"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { useDesk } from "@/components/annotate/use-desk";
import { type Proposal, useProposedLinks } from "@/components/reader/links/use-proposed-links";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { Glyph } from "@/components/tag/glyph";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

/** What a claim is probably linked to, dashed until somebody takes it: all with one key, or each for itself. */
export function ProposedLinks({ id }: { id: TagId }) {
  const t = useTranslations("panels.links");
  const desk = useDesk();
  const tell = useToast();
  const proposals = useProposedLinks(id);
  const [left, setLeft] = useState<{ of: TagId; out: ReadonlySet<string> }>({ of: id, out: new Set() });
  const out = left.of === id ? left.out : new Set<string>();
  const shown = proposals.filter(({ key }) => !out.has(key));

  const take = (some: readonly Proposal[]) => {
    if (some.length === 0) return false;
    desk.linkAll(some.map(({ link }) => link));
    tell({ title: t("taken", { count: some.length }), undo: () => desk.undo() });
    return undefined;
  };
  useShownDeeds("inspector", shown.length > 0 ? { "take-links": () => take(shown) } : {});
  if (shown.length === 0) return null;

  return (
    <section aria-label={t("proposed")} className="flex flex-col gap-1.5">
      {shown.map((proposal) => {
        const name = proposal.name ?? t("article");
        const { role } = proposal.link.attributes as { role?: "at" };
        return (
          <div
            key={proposal.key}
            className="flex items-center gap-2 rounded-2 border border-dashed border-line-strong ps-2.5 text-small"
          >
            <button
              type="button"
              aria-label={t("takeOne", { name })}
              onClick={() => take([proposal])}
              onMouseEnter={() => desk.hover(proposal.link.to ?? null)}
              onMouseLeave={() => desk.hover(null)}
              className="flex min-h-7.5 min-w-0 grow items-center gap-2 text-start"
            >
              {proposal.kind === "article" ? (
                <Icon name="info" className="text-ink-3" />
              ) : (
                <Glyph kind={proposal.kind} />
              )}
              <span dir="auto" className="truncate">
                {name}
              </span>
              <span className="ms-auto shrink-0 text-tiny text-ink-3">
                {role ? t(`roles.${role}`) : t("kinds.attributed-to")}
              </span>
            </button>
            <button
              type="button"
              aria-label={t("leaveOut", { name })}
              onClick={() => setLeft({ of: id, out: new Set([...out, proposal.key]) })}
              className="grid size-7 shrink-0 place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
            >
              <Icon name="close" className="size-3.5" />
            </button>
          </div>
        );
      })}
      <Button size="small" className="self-start" kbd={keyOf("take-links")} onClick={() => take(shown)}>
        {t("take")}
      </Button>
    </section>
  );
}
