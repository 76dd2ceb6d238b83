"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Absorbed } from "@/components/entities/absorbed";
import { Acceptance } from "@/components/entities/acceptance";
import { ChangeEntity } from "@/components/entities/change-entity";
import { EntityFacts } from "@/components/entities/entity-facts";
import { EntityNames } from "@/components/entities/entity-names";
import { Grades } from "@/components/entities/grades";
import { MergeEntity } from "@/components/entities/merge-entity";
import { ReliabilityChart } from "@/components/entities/reliability-chart";
import { UndoMerge } from "@/components/entities/undo-merge";
import { WhatWasSaid } from "@/components/entities/what-was-said";
import { PermittedUseSection } from "@/components/protection/permitted-use-section";
import { Page as Middle } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { ReliabilityGrade } from "@/components/values/reliability";
import type { Entity } from "@/domain/entity/entity";
import type { EntityPage as Page } from "@/domain/entity/entity-page";
import type { Quotes } from "@/domain/entity/quotes";
import type { ProtectedThing } from "@/domain/protection/permitted-use";

/** Who an entity is, what it said, where it is named, and how reliable it has been judged over time. */
export function EntityPage({
  page: { entity, absorbed, undoable, mentions, spellings, claims, about, decided, more, grades },
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
      {merged ? <MergedNote base={base} entity={entity} may={may} undoable={undoable} /> : null}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <WhatWasSaid more={more} claims={claims} about={about} mentions={mentions} quotes={quotes} base={base} />
        <div className="min-w-0 space-y-10">
          <EntityFacts entity={entity} names={names} base={base} />
          <EntityNames entity={entity} spellings={spellings} mayChange={may.change && !merged} />
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

function MergedNote({
  base,
  entity,
  may,
  undoable,
}: {
  base: string;
  entity: Entity;
  may: { merge: boolean };
  undoable: Page["undoable"];
}) {
  const t = useTranslations("entities");
  return (
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
  );
}
