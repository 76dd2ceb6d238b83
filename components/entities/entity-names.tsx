"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Entity } from "@/domain/entity/entity";
import type { Spelling } from "@/domain/entity/entity-page";
import { nameKey } from "@/domain/gazetteer/name-key";

/** What is sent to say again what an entity is, with other names. */
function saidOf({ name, kind, anonymity, side, scale, parentId, outletId, affiliations, ...rest }: Entity) {
  const { note, noteProse, version } = rest;
  const noted = noteProse ? { noteProse } : { note };
  return { name, kind, anonymity, side, scale, parentId, outletId, affiliations, ...noted, version };
}

/**
 * The names an entity goes by, with where each was last used for it, and the words of accepted mentions that are no
 * name of it yet. A name that is added is found by everything that looks for names; each can be taken away again.
 */
export function EntityNames({
  entity,
  spellings,
  mayChange,
}: {
  entity: Entity;
  spellings: readonly Spelling[];
  mayChange: boolean;
}) {
  const t = useTranslations("entities.names");
  const { name, aliases } = entity;
  const { sending, keep } = useNames(entity);
  const known = new Set([name, ...aliases].map(nameKey));
  const others = spellings.filter(({ quote }) => !known.has(nameKey(quote)));
  if (aliases.length === 0 && others.length === 0) return null;
  const deed = (label: string, short: string, onClick: () => Promise<void>) =>
    mayChange ? (
      <Button size="small" variant="quiet" aria-label={label} disabled={sending.busy} onClick={() => void onClick()}>
        {short}
      </Button>
    ) : null;
  const remove = (alias: string) =>
    keep(
      aliases.filter((each) => each !== alias),
      t("removed", { name: alias }),
    );
  return (
    <section aria-labelledby="names">
      <h2 id="names" className="headline text-lead">
        {t("title")}
      </h2>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <Names label={t("title")}>
        {aliases.map((alias) => (
          <Line key={alias} name={alias} used={spellings.find(({ quote }) => nameKey(quote) === nameKey(alias))}>
            {deed(t("removeNamed", { name: alias }), t("remove"), () => remove(alias))}
          </Line>
        ))}
      </Names>
      {others.length > 0 ? (
        <>
          <h3 className="mt-4 text-small font-medium">{t("mentionedAs")}</h3>
          <p className="text-small text-ink-3">{t("mentionedLead")}</p>
          <Names label={t("mentionedAs")}>
            {others.map((spelling) => (
              <Line key={spelling.quote} name={spelling.quote} used={spelling}>
                {deed(t("addNamed", { name: spelling.quote }), t("add"), () =>
                  keep([...aliases, spelling.quote], t("added", { name: spelling.quote })),
                )}
              </Line>
            ))}
          </Names>
        </>
      ) : null}
    </section>
  );
}

/** Says again what an entity is, with these names. */
function useNames(entity: Entity) {
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const keep = async (aliases: readonly string[], title: string) => {
    const changed = await sending.send(() => ask("PUT", `/entities/${entity.id}`, { ...saidOf(entity), aliases }));
    if (!changed) return;
    toast({ title });
    router.refresh();
  };
  return { sending, keep };
}

function Names({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <ul aria-label={label} className="mt-3 divide-y divide-line border-y border-line text-small">
      {children}
    </ul>
  );
}

/** A name, and where it was last used. */
function Line({ name, used, children }: { name: string; used: Spelling | undefined; children: ReactNode }) {
  const t = useTranslations("entities.names");
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-1.5">
      <span className="min-w-0">
        <bdi className="break-words">{name}</bdi>{" "}
        {used ? (
          <Link prefetch={false} href={`/reports/${used.reportId}?tag=${used.tagId}`} className="link text-ink-3">
            {t("used", { count: used.count })}
          </Link>
        ) : null}
      </span>
      {children}
    </li>
  );
}
