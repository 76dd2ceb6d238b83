"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Absorbed } from "@/components/entities/absorbed";
import { Acceptance } from "@/components/entities/acceptance";
import { Affiliations } from "@/components/entities/affiliations";
import { ChangeEntity } from "@/components/entities/change-entity";
import { Grades } from "@/components/entities/grades";
import { MergeEntity } from "@/components/entities/merge-entity";
import { PlacedList } from "@/components/entities/placed-list";
import { QuotesFigure } from "@/components/entities/quotes-figure";
import { ReliabilityChart } from "@/components/entities/reliability-chart";
import { UndoMerge } from "@/components/entities/undo-merge";
import { NoteText } from "@/components/prose/note-text";
import { PermittedUseSection } from "@/components/protection/permitted-use-section";
import { Page as Middle } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { ReliabilityGrade } from "@/components/values/reliability";
import type { EntityPage as Page } from "@/domain/entity/entity-page";
import type { Quotes } from "@/domain/entity/quotes";
import type { ProtectedThing } from "@/domain/protection/permitted-use";

/** Who an entity is, what it said, where it is named, and how reliable it has been judged over time. */
export function EntityPage({
  page: { entity, absorbed, undoable, mentions, claims, about, decided, more, grades },
  names,
  people,
  permitted,
  quotes,
  may,
}: {
  page: Page;
  /** The names of its outlet and parent by their id. */
  names: Readonly<Record<string, string>>;
  /** The names of those who graded it by their id. */
  people: Readonly<Record<string, string>>;
  /** What may leave of it, where somebody said so. */
  permitted: ProtectedThing | undefined;
  /** Who quotes it, and whom it quotes. */
  quotes: Quotes;
  may: { change: boolean; grade: boolean; merge: boolean; seeProtection: boolean; protect: boolean };
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  const base = `/projects/${entity.projectId}/entities`;
  const merged = entity.mergedInto !== undefined;
  return (
    <Middle
      title={entity.name}
      lead={
        <span className="inline-flex items-center gap-2">
          {values(`entityKind.${entity.kind}`)}
          <ReliabilityGrade grade={entity.reliability} />
        </span>
      }
      actions={
        merged ? null : (
          <>
            <ButtonLink href={`/projects/${entity.projectId}/map?entity=${entity.id}`}>{t("map")}</ButtonLink>
            {may.change ? <ChangeEntity entity={entity} /> : null}
            {may.merge ? <MergeEntity entity={entity} /> : null}
          </>
        )
      }
    >
      {merged ? (
        <div className="mb-6">
          <Banner
            tone="wait"
            action={
              <span className="inline-flex flex-wrap items-center gap-3">
                <Link className="link" href={`${base}/${entity.mergedInto}`}>
                  {t("mergedFollow")}
                </Link>
                {may.merge && undoable.includes(entity.id) ? <UndoMerge entity={entity} /> : null}
              </span>
            }
          >
            {t("mergedNote")}
          </Banner>
        </div>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          <PlacedList
            id="claims"
            kind="claim"
            title={t("claims")}
            empty={t("claimsEmpty")}
            count={more.claims ? t("newest", { count: claims.length }) : t("claimsCount", { count: claims.length })}
            places={claims}
          />
          <PlacedList
            id="about-it"
            kind="claim"
            title={t("aboutIt")}
            empty={t("aboutItEmpty")}
            count={more.about ? t("newest", { count: about.length }) : t("claimsCount", { count: about.length })}
            places={about}
          />
          <PlacedList
            id="mentions"
            kind="source"
            title={t("mentions")}
            empty={t("mentionsEmpty")}
            count={
              more.mentions ? t("newest", { count: mentions.length }) : t("mentionsCount", { count: mentions.length })
            }
            places={mentions}
          />
          {quotes.items.length > 0 ? (
            <QuotesFigure quotes={quotes} title={t("quotes.around")} fileName="quotes" base={base} heading="h2" />
          ) : null}
        </div>
        <div className="min-w-0 space-y-10">
          <Facts>
            <Fact name={t("aliases")} value={entity.aliases.join(" · ")} />
            <Related name={t("outlet")} id={entity.outletId} names={names} base={base} />
            <Related name={t("parent")} id={entity.parentId} names={names} base={base} />
            <Fact name={t("anonymity")} value={entity.anonymity && values(`anonymity.${entity.anonymity}`)} />
            <Fact name={t("side")} value={entity.side} />
            <Fact
              name={t("affiliations.short")}
              value={
                entity.affiliations ? (
                  <Affiliations affiliations={entity.affiliations} names={names} base={base} />
                ) : null
              }
            />
            <Fact name={t("scale")} value={entity.scale && values(`scale.${entity.scale}`)} />
            <Fact name={t("note")} value={entity.noteProse ? <NoteText prose={entity.noteProse} /> : entity.note} />
          </Facts>
          {merged ? null : <Absorbed absorbed={absorbed} undoable={may.merge ? undoable : []} base={base} />}
          {may.seeProtection && !merged ? (
            <PermittedUseSection
              key={permitted?.version ?? 0}
              projectId={entity.projectId}
              thing={{ on: "entity", entityId: entity.id }}
              name={entity.name}
              now={permitted}
              mayProtect={may.protect}
            />
          ) : null}
          <Acceptance decided={decided} />
          <ReliabilityChart grades={grades} fileName="reliability" />
          <Grades entity={entity} grades={grades} people={people} mayGrade={may.grade && !merged} />
        </div>
      </div>
    </Middle>
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
