"use client";

import { useTranslations } from "use-intl";
import { ChoicesEditor } from "@/components/codebook/choices-editor";
import { ThingList } from "@/components/codebook/thing-list";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { attributeTypes, hasChoices } from "@/domain/codebook/codebook-values";

/** What can be said of a tag, one attribute after the other. The type of one that is saved stays. */
export function AttributesEditor({
  attributes,
  saved = [],
  mayChange,
  onChange,
}: {
  attributes: readonly LabelAttribute[];
  saved: readonly LabelAttribute[] | undefined;
  mayChange: boolean;
  onChange: (attributes: LabelAttribute[]) => void;
}) {
  const t = useTranslations("codebook");
  const before = new Map(saved.map((each) => [each.slug, each]));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("attributes")}</legend>
      <ThingList
        items={attributes}
        saved={new Set(before.keys())}
        what="attribute"
        addLabel={t("addAttribute")}
        mayChange={mayChange}
        make={(named): LabelAttribute => ({
          ...named,
          type: "text",
          definition: "",
          required: false,
          choices: [],
          retired: false,
        })}
        onChange={onChange}
        summary={({ name, type, required, choices }) => (
          <>
            <bdi className="font-medium">{name}</bdi>
            <span className="text-ink-3">
              {t(`types.${type}`)}
              {required ? `, ${t("requiredShort")}` : ""}
            </span>
            {choices.length > 0 ? (
              <span className="min-w-0 truncate text-tiny text-ink-3">
                {choices.map((each) => each.name).join(" · ")}
              </span>
            ) : null}
          </>
        )}
      >
        {mayChange
          ? (attribute, change) => (
              <AttributeForm attribute={attribute} saved={before.get(attribute.slug)} change={change} />
            )
          : undefined}
      </ThingList>
    </fieldset>
  );
}

function AttributeForm({
  attribute,
  saved,
  change,
}: {
  attribute: LabelAttribute;
  saved: LabelAttribute | undefined;
  change: (part: Partial<LabelAttribute>) => void;
}) {
  const t = useTranslations("codebook");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")}>
          <Input
            dir="auto"
            maxLength={100}
            value={attribute.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Field label={t("type")}>
          <Select
            value={attribute.type}
            disabled={saved !== undefined}
            onChange={({ target }) => {
              const type = attributeTypes.find((each) => each === target.value) ?? attribute.type;
              change({ type, ...(hasChoices(type) ? {} : { choices: [] }) });
            }}
          >
            {attributeTypes.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t("definition")}>
        <Input
          dir="auto"
          maxLength={2000}
          value={attribute.definition}
          onChange={({ target }) => change({ definition: target.value })}
        />
      </Field>
      <Checkbox
        label={t("required")}
        hint={t("requiredHint")}
        checked={attribute.required}
        onChange={(required) => change({ required })}
      />
      {hasChoices(attribute.type) ? (
        <ChoicesEditor choices={attribute.choices} saved={saved?.choices} onChange={(choices) => change({ choices })} />
      ) : null}
    </>
  );
}
