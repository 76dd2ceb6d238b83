"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { AffiliationFields, affiliationsOf, draftsOf } from "@/components/entities/affiliation-fields";
import { AliasesField, Belonging, type Filled, KindField, ValueField } from "@/components/entities/entity-fields";
import { NoteField } from "@/components/prose/note-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Entity } from "@/domain/entity/entity";
import { anonymities, scales } from "@/domain/entity/entity-values";
import { noteOf } from "@/domain/prose/note";

/** What a person fills in about an entity, as the API takes it. */
export type EntityDraft = Pick<
  Entity,
  | "name"
  | "kind"
  | "aliases"
  | "anonymity"
  | "side"
  | "scale"
  | "parentId"
  | "outletId"
  | "affiliations"
  | "note"
  | "noteProse"
>;

const filledFrom = (entity: Entity | undefined, name: string): Filled => ({
  name: entity?.name ?? name,
  kind: entity?.kind ?? "named person",
  outlet: entity?.outletId ?? null,
  parent: entity?.parentId ?? null,
  anonymity: entity?.anonymity,
  scale: entity?.scale,
  side: entity?.side ?? "",
  affiliations: draftsOf(entity?.affiliations),
  aliases: entity?.aliases.join("\n") ?? "",
  note: entity?.noteProse ?? entity?.note ?? "",
});

const draftOf = ({ name, kind, outlet, parent, anonymity, scale, side, ...filled }: Filled): EntityDraft => ({
  name,
  kind,
  aliases: filled.aliases
    .split("\n")
    .map((alias) => alias.trim())
    .filter(Boolean),
  ...(outlet ? { outletId: outlet } : {}),
  ...(parent ? { parentId: parent } : {}),
  ...(anonymity ? { anonymity } : {}),
  ...(scale ? { scale } : {}),
  ...(side.trim() ? { side } : {}),
  affiliations: affiliationsOf(filled.affiliations),
  ...noteOf(filled.note),
});

interface EntityFormParts {
  id: string;
  projectId: string;
  entity?: Entity;
  name?: string;
  sending: Sending;
  onSubmit: (draft: EntityDraft) => void;
}

/** Everything known about who speaks or acts. */
export function EntityForm({ id, projectId, entity, name: given = "", sending, onSubmit }: EntityFormParts) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const [filled, setFilled] = useState(() => filledFrom(entity, given));
  const set = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(draftOf(filled));
  }

  return (
    <form id={id} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      {sending.problem ? (
        <div className="sm:col-span-2">
          <ProblemNote problem={sending.problem} kept={api("formKept")} />
        </div>
      ) : null}
      <div className="sm:col-span-2">
        <Field label={t("name")} required error={sending.errorOf("name")}>
          <Input
            dir="auto"
            maxLength={300}
            value={filled.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      </div>
      <KindField sending={sending} value={filled} onChange={set} />
      <ValueField
        label={t("anonymity")}
        error={sending.errorOf("anonymity")}
        values={anonymities}
        value={filled.anonymity}
        wordOf={(each) => values(`anonymity.${each}`)}
        onChange={(anonymity) => set({ anonymity })}
      />
      <Belonging projectId={projectId} except={entity?.id} filled={filled} errorOf={sending.errorOf} onChange={set} />
      <Field label={t("side")} error={sending.errorOf("side")}>
        <Input dir="auto" maxLength={200} value={filled.side} onChange={(event) => set({ side: event.target.value })} />
      </Field>
      <ValueField
        label={t("scale")}
        error={sending.errorOf("scale")}
        values={scales}
        value={filled.scale}
        wordOf={(each) => values(`scale.${each}`)}
        onChange={(scale) => set({ scale })}
      />
      <AffiliationFields
        projectId={projectId}
        except={entity?.id}
        drafts={filled.affiliations}
        errorOf={sending.errorOf}
        onChange={(affiliations) => set({ affiliations })}
      />
      <AliasesField sending={sending} value={filled} onChange={set} />
      <NoteField
        label={t("note")}
        words={filled.note}
        onWords={(note) => set({ note })}
        error={sending.errorOf("note") ?? sending.errorOf("noteProse")}
      />
    </form>
  );
}
