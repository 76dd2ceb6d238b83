"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import {
  type AffiliationDraft,
  AffiliationFields,
  affiliationsOf,
  draftsOf,
} from "@/components/entities/affiliation-fields";
import { EntityChoice } from "@/components/entities/entity-choice";
import { NoteField } from "@/components/prose/note-field";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import type { Entity } from "@/domain/entity/entity";
import { anonymities, entityKinds, scales } from "@/domain/entity/entity-values";
import { noteOf } from "@/domain/prose/note";
import type { Prose } from "@/domain/prose/prose";

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

/** Everything known about who speaks or acts. */
export function EntityForm({
  id,
  projectId,
  entity,
  name: given = "",
  sending,
  onSubmit,
}: {
  id: string;
  projectId: string;
  entity?: Entity;
  name?: string;
  sending: Sending;
  onSubmit: (draft: EntityDraft) => void;
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const [name, setName] = useState(entity?.name ?? given);
  const [kind, setKind] = useState<Entity["kind"]>(entity?.kind ?? "named person");
  const [outlet, setOutlet] = useState<Entity["id"] | null>(entity?.outletId ?? null);
  const [parent, setParent] = useState<Entity["id"] | null>(entity?.parentId ?? null);
  const [anonymity, setAnonymity] = useState(entity?.anonymity);
  const [scale, setScale] = useState(entity?.scale);
  const [side, setSide] = useState(entity?.side ?? "");
  const [affiliations, setAffiliations] = useState<readonly AffiliationDraft[]>(() => draftsOf(entity?.affiliations));
  const [aliases, setAliases] = useState(entity?.aliases.join("\n") ?? "");
  const [note, setNote] = useState<string | Prose>(entity?.noteProse ?? entity?.note ?? "");

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit({
      name,
      kind,
      aliases: aliases
        .split("\n")
        .map((alias) => alias.trim())
        .filter(Boolean),
      ...(outlet ? { outletId: outlet } : {}),
      ...(parent ? { parentId: parent } : {}),
      ...(anonymity ? { anonymity } : {}),
      ...(scale ? { scale } : {}),
      ...(side.trim() ? { side } : {}),
      affiliations: affiliationsOf(affiliations),
      ...noteOf(note),
    });
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
          <Input dir="auto" maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
      <Field label={t("kind")} error={sending.errorOf("kind")}>
        <Select
          value={kind}
          onChange={(event) => setKind(entityKinds.find((each) => each === event.target.value) ?? kind)}
        >
          {entityKinds.map((each) => (
            <option key={each} value={each}>
              {values(`entityKind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("anonymity")} error={sending.errorOf("anonymity")}>
        <Select
          value={anonymity ?? ""}
          onChange={(event) => setAnonymity(anonymities.find((each) => each === event.target.value))}
        >
          <option value="">{t("unsaid")}</option>
          {anonymities.map((each) => (
            <option key={each} value={each}>
              {values(`anonymity.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("outlet")} hint={t("outletHint")} error={sending.errorOf("outletId")}>
        <EntityChoice
          label={t("outlet")}
          projectId={projectId}
          kind="media outlet"
          except={entity?.id}
          value={outlet}
          onChange={setOutlet}
        />
      </Field>
      <Field label={t("parent")} error={sending.errorOf("parentId")}>
        <EntityChoice
          label={t("parent")}
          projectId={projectId}
          except={entity?.id}
          value={parent}
          onChange={setParent}
        />
      </Field>
      <Field label={t("side")} error={sending.errorOf("side")}>
        <Input dir="auto" maxLength={200} value={side} onChange={(event) => setSide(event.target.value)} />
      </Field>
      <Field label={t("scale")} error={sending.errorOf("scale")}>
        <Select value={scale ?? ""} onChange={(event) => setScale(scales.find((each) => each === event.target.value))}>
          <option value="">{t("unsaid")}</option>
          {scales.map((each) => (
            <option key={each} value={each}>
              {values(`scale.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <AffiliationFields
        projectId={projectId}
        except={entity?.id}
        drafts={affiliations}
        errorOf={sending.errorOf}
        onChange={setAffiliations}
      />
      <Field label={t("aliases")} hint={t("aliasesHint")} error={sending.errorOf("aliases")}>
        <Textarea rows={2} value={aliases} onChange={(event) => setAliases(event.target.value)} />
      </Field>
      <NoteField
        label={t("note")}
        words={note}
        onWords={setNote}
        error={sending.errorOf("note") ?? sending.errorOf("noteProse")}
      />
    </form>
  );
}
