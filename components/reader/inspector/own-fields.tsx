"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { EntityPicker } from "@/components/reader/entities/entity-picker";
import { ChoiceField, SelectField, TextField } from "@/components/reader/inspector/fields";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { EntityId } from "@/domain/ids";
import type { PlaceAttributes } from "@/domain/tag/place";

/** More values than this are a list that opens. */
const SIDE_BY_SIDE = 5;
const yesNo = ["yes", "no"] as const;

type Place = NonNullable<PlaceAttributes["located"]>;
type Said = Readonly<Record<string, unknown>>;
type Change = (part: Record<string, unknown>) => void;

/** One field for each attribute that the codebook gives a label or relation type; what is retired shows where it is said. */
export function OwnFields({
  attributes,
  said,
  disabled,
  change,
}: {
  attributes: readonly LabelAttribute[];
  said: Said;
  disabled: boolean;
  change: Change;
}) {
  return attributes
    .filter(({ slug, retired }) => !retired || said[slug] !== undefined)
    .map((attribute) => (
      <OwnField
        key={attribute.slug}
        attribute={attribute}
        value={said[attribute.slug]}
        disabled={disabled}
        onChange={(value) => change({ [attribute.slug]: value })}
      />
    ));
}

type Props = {
  attribute: LabelAttribute;
  /** Checked against the attribute by the server, or set by this field. */
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
};

function OwnField({ attribute, value, disabled, onChange }: Props) {
  const t = useTranslations("panels");
  const { name, type, required, retired, definition } = attribute;
  const label = retired ? t("own.retired", { name }) : required ? t("own.required", { name }) : name;
  const shared = { label, disabled };
  switch (type) {
    case "text":
      return <TextField {...shared} hint={definition} value={textOf(value)} onChange={onChange} />;
    case "date":
      return <TextField {...shared} hint={definition} type="date" value={textOf(value)} onChange={onChange} />;
    case "number":
      return (
        <TextField
          {...shared}
          hint={definition}
          type="number"
          step="any"
          value={typeof value === "number" ? String(value) : undefined}
          onChange={(text) => onChange(text === undefined ? undefined : Number(text))}
        />
      );
    case "yes-no":
      return (
        <ChoiceField
          {...shared}
          options={yesNo.map((each) => ({ value: each, label: t(`own.${each}`) }))}
          value={yesNo.find((each) => each === value)}
          onChange={onChange}
        />
      );
    case "choice":
      return <Choice attribute={attribute} value={value} label={label} disabled={disabled} onChange={onChange} />;
    case "choices":
      return <Choices attribute={attribute} value={value} label={label} disabled={disabled} onChange={onChange} />;
    case "entity":
      return (
        <EntityPicker
          {...shared}
          kind="named organisation"
          value={entityIn(value)}
          onChange={(entityId) => onChange(entityId ? { entityId } : undefined)}
        />
      );
    case "place":
      return <PlaceField label={label} disabled={disabled} value={value} onChange={onChange} />;
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
const entityIn = (value: unknown): EntityId | null =>
  typeof value === "object" && value !== null && "entityId" in value ? (value.entityId as EntityId) : null;
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Those that may be chosen, and those that are. */
const offered = ({ choices }: LabelAttribute, isChosen: (slug: string) => boolean) =>
  choices.filter(({ slug, retired }) => !retired || isChosen(slug));

type Labelled = Props & { label: string };

function Choice({ attribute, value, label, disabled, onChange }: Labelled) {
  const none = useTranslations("panels")("none");
  const options = offered(attribute, (slug) => slug === value).map(({ slug, name }) => ({ value: slug, label: name }));
  const shared = { label, options, value: textOf(value), disabled, onChange };
  return options.length <= SIDE_BY_SIDE ? <ChoiceField {...shared} /> : <SelectField {...shared} none={none} />;
}

function Choices({ attribute, value, label, disabled, onChange }: Labelled) {
  const chosen = listIn(value);
  return (
    <fieldset className="min-w-0">
      <legend className="text-small text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {offered(attribute, (slug) => chosen.includes(slug)).map(({ slug, name }) => (
          <Checkbox
            key={slug}
            label={name}
            disabled={disabled}
            checked={chosen.includes(slug)}
            onChange={(on) => {
              const next = attribute.choices
                .map((each) => each.slug)
                .filter((each) => (each === slug ? on : chosen.includes(each)));
              onChange(next.length > 0 ? next : undefined);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A place by name: one of those that the report's place tags stand for, with its coordinates, or any other. */
function PlaceField({ label, value, disabled, onChange }: Omit<Labelled, "attribute">) {
  const t = useTranslations("panels.own");
  const annotations = useReader((state) => state.annotations);
  const known = useMemo(() => {
    const places = [...annotations.values()].filter(({ kind, state }) => kind === "place" && state !== "withdrawn");
    return new Map(
      places.map((tag) => {
        const place: Place = (tag.attributes as PlaceAttributes).located ?? { name: nameOf(tag) };
        return [place.name, place] as const;
      }),
    );
  }, [annotations]);
  const now = typeof value === "object" && value !== null && "name" in value ? (value as Place) : undefined;
  const names = [...new Set([...(now ? [now.name] : []), ...known.keys()])];
  return (
    <Field label={label}>
      <Combobox
        label={label}
        placeholder={t("findPlace")}
        disabled={disabled}
        value={now?.name ?? null}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={(name) => onChange(name === null ? undefined : (known.get(name) ?? { name }))}
        onCreate={(name) => onChange({ name })}
      />
    </Field>
  );
}
