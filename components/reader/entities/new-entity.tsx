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
  const none = useTranslations("panels")("none");
  const desk = useDesk();
  const entities = useReader((state) => state.entities);
  const outlet = useReader((state) => outletOf(state.entities, state.report.outlet)?.id);
  const [name, setName] = useState(given);
  const [kind, setKind] = useState<Entity["kind"]>(likely);
  const [anonymity, setAnonymity] = useState<Entity["anonymity"]>(unnamed(likely) ? "role only" : "named");
  const [outletId, setOutletId] = useState<EntityId | undefined>(unnamed(likely) ? outlet : undefined);
  const outlets = [...entities.values()].filter((entity) => entity.kind === "media outlet" && !entity.mergedInto);

  const make = () => {
    if (name.trim() === "") return;
    onMade(
      desk.makeEntity({
        name: name.trim(),
        kind,
        aliases: [],
        ...(anonymity ? { anonymity } : {}),
        ...(outletId ? { outletId } : {}),
      }),
    );
  };

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
        <Input autoFocus dir="auto" maxLength={300} value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={t("kind")} inline>
        <Select
          value={kind}
          onChange={({ target }) => {
            const chosen = entityKinds.find((each) => each === target.value) ?? kind;
            setKind(chosen);
            setAnonymity(unnamed(chosen) ? "role only" : "named");
            setOutletId(unnamed(chosen) ? (outletId ?? outlet) : undefined);
          }}
        >
          {entityKinds.map((each) => (
            <option key={each} value={each}>
              {values(`entityKind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("anonymity")} inline>
        <Select
          value={anonymity ?? ""}
          onChange={({ target }) => setAnonymity(anonymities.find((each) => each === target.value))}
        >
          {anonymities.map((each) => (
            <option key={each} value={each}>
              {values(`anonymity.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {outlets.length > 0 && kind !== "media outlet" ? (
        <Field label={t("outlet")} inline {...(unnamed(kind) ? { hint: t("outletHint") } : {})}>
          <Select
            value={outletId ?? ""}
            onChange={({ target }) => setOutletId(outlets.find((each) => each.id === target.value)?.id)}
          >
            <option value="">{none}</option>
            {outlets.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
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

const unnamed = (kind: Entity["kind"]) =>
  kind === "official unnamed" || kind === "military unnamed" || kind === "local or field";
