"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { outletOf } from "@/components/reader/entities/use-proposed-speaker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Entity } from "@/domain/entity/entity";
import { anonymities, entityKinds } from "@/domain/entity/entity-values";
import type { EntityId } from "@/domain/ids";

type Newcomer = {
  name: string;
  kind: Entity["kind"];
  anonymity: Entity["anonymity"];
  outletId: EntityId | undefined;
};

/** What is filled in about somebody new; those without a name speak through the report's outlet until it is said otherwise. */
function useNewcomer(name: string, likely: Entity["kind"], onMade: (id: EntityId) => void) {
  const desk = useDesk();
  const outlet = useReader((state) => outletOf(state.entities, state.report.outlet)?.id);
  const usual = (kind: Entity["kind"], outletId = outlet): Omit<Newcomer, "name"> => ({
    kind,
    anonymity: unnamed(kind) ? "role only" : "named",
    outletId: unnamed(kind) ? outletId : undefined,
  });
  const [draft, setDraft] = useState<Newcomer>({ name, ...usual(likely) });
  const set = (part: Partial<Newcomer>) => setDraft((before) => ({ ...before, ...part }));
  const make = () => {
    const { kind, anonymity, outletId } = draft;
    if (draft.name.trim() === "") return;
    onMade(
      desk.makeEntity({
        name: draft.name.trim(),
        kind,
        aliases: [],
        ...(anonymity ? { anonymity } : {}),
        ...(outletId ? { outletId } : {}),
      }),
    );
  };
  return { draft, set, chooseKind: (kind: Entity["kind"]) => set(usual(kind, draft.outletId)), make };
}

/** Somebody new for the registry, made without leaving the tag: Enter makes, Escape does not. */
export function NewEntity({
  name: given,
  kind: likely,
  onMade,
  onCancel,
}: {
  name: string;
  kind: Entity["kind"];
  onMade: (id: EntityId) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("panels.entity");
  const values = useTranslations("values");
  const cancel = useTranslations("ui")("cancel");

  const entities = useReader((state) => state.entities);
  const { draft, set, chooseKind, make } = useNewcomer(given, likely, onMade);
  const { name, kind, anonymity, outletId } = draft;
  const outlets = [...entities.values()].filter((entity) => entity.kind === "media outlet" && !entity.mergedInto);

  return (
    <form
      aria-label={t("newTitle")}
      className="flex flex-col gap-2 rounded-2 border border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <p className="eyebrow">{t("newTitle")}</p>
      <Field label={t("name")} inline>
        <Input
          autoFocus
          dir="auto"
          maxLength={300}
          value={name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <Field label={t("kind")} inline>
        <Select
          value={kind}
          onChange={({ target }) => chooseKind(entityKinds.find((each) => each === target.value) ?? kind)}
        >
          {entityKinds.map((each) => (
            <option key={each} value={each}>
              {values(`entityKind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <AnonymityField value={anonymity} onChange={set} />
      {outlets.length > 0 && kind !== "media outlet" ? (
        <OutletField kind={kind} value={outletId} onChange={set} outlets={outlets} />
      ) : null}
      <div className="flex justify-end gap-2 pt-1">
        <Button size="small" variant="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {t("make")}
        </Button>
      </div>
    </form>
  );
}

function AnonymityField({
  value,
  onChange,
}: {
  value: Entity["anonymity"];
  onChange: (part: Partial<Newcomer>) => void;
}) {
  const t = useTranslations("panels.entity");
  const values = useTranslations("values");
  return (
    <Field label={t("anonymity")} inline>
      <Select
        value={value ?? ""}
        onChange={({ target }) => onChange({ anonymity: anonymities.find((each) => each === target.value) })}
      >
        {anonymities.map((each) => (
          <option key={each} value={each}>
            {values(`anonymity.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function OutletField({
  kind,
  value,
  onChange,
  outlets,
}: {
  kind: Entity["kind"];
  value: EntityId | undefined;
  onChange: (part: Partial<Newcomer>) => void;
  outlets: readonly Entity[];
}) {
  const t = useTranslations("panels.entity");
  const none = useTranslations("panels")("none");
  return (
    <Field label={t("outlet")} inline {...(unnamed(kind) ? { hint: t("outletHint") } : {})}>
      <Select
        value={value ?? ""}
        onChange={({ target }) => onChange({ outletId: outlets.find((each) => each.id === target.value)?.id })}
      >
        <option value="">{none}</option>
        {outlets.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const unnamed = (kind: Entity["kind"]) =>
  kind === "official unnamed" || kind === "military unnamed" || kind === "local or field";
