"use client";

import { useTranslations } from "use-intl";
import { ThingList } from "@/components/codebook/thing-list";
import { TypedFields } from "@/components/codebook/typed-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { Dotted } from "@/components/ui/dotted";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { attributeTypes } from "@/domain/codebook/codebook-values";

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
                <Dotted facts={choices.map((each) => each.name)} />
              </span>
            ) : null}
          </>
        )}
      >
        {mayChange
          ? (attribute, change) => (
              <TypedFields thing={attribute} types={attributeTypes} saved={before.get(attribute.slug)} change={change}>
                <Checkbox
                  label={t("required")}
                  hint={t("requiredHint")}
                  checked={attribute.required}
                  onChange={(required) => change({ required })}
                />
              </TypedFields>
            )
          : undefined}
      </ThingList>
    </fieldset>
  );
}
