"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Affiliations } from "@/components/entities/affiliations";
import { NoteText } from "@/components/prose/note-text";
import type { Entity } from "@/domain/entity/entity";

export function EntityFacts({
  entity,
  names,
  base,
}: {
  entity: Entity;
  names: Readonly<Record<string, string>>;
  base: string;
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  return (
    <Facts>
      <Related name={t("outlet")} id={entity.outletId} names={names} base={base} />
      <Related name={t("parent")} id={entity.parentId} names={names} base={base} />
      <Fact name={t("anonymity")} value={entity.anonymity && values(`anonymity.${entity.anonymity}`)} />
      <Fact name={t("side")} value={entity.side} />
      <Fact
        name={t("affiliations.short")}
        value={
          entity.affiliations ? <Affiliations affiliations={entity.affiliations} names={names} base={base} /> : null
        }
      />
      <Fact name={t("scale")} value={entity.scale && values(`scale.${entity.scale}`)} />
      <Fact name={t("note")} value={entity.noteProse ? <NoteText prose={entity.noteProse} /> : entity.note} />
    </Facts>
  );
}

function Facts({ children }: { children: ReactNode }) {
  const t = useTranslations("entities");
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="headline text-lead">
        {t("about")}
      </h2>
      <dl className="mt-3 space-y-2 text-small">{children}</dl>
    </section>
  );
}

function Related({
  name,
  id,
  names,
  base,
}: {
  name: string;
  id: string | undefined;
  names: Readonly<Record<string, string>>;
  base: string;
}) {
  return <Fact name={name} value={id && names[id]} {...(id ? { href: `${base}/${id}` } : {})} />;
}

function Fact({ name, value, href }: { name: string; value: ReactNode; href?: string }) {
  const t = useTranslations("entities");
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
      <dt className="text-ink-3">{name}</dt>
      <dd dir="auto" className="whitespace-pre-line">
        {value && href ? (
          <Link href={href} className="link">
            {value}
          </Link>
        ) : (
          value || <span className="text-ink-3">{t("unsaid")}</span>
        )}
      </dd>
    </div>
  );
}
