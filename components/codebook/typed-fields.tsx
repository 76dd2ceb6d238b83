"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChoicesEditor } from "@/components/codebook/choices-editor";
import { DefinitionField, NameField } from "@/components/codebook/thing-fields";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { hasChoices, type reportFieldTypes } from "@/domain/codebook/codebook-values";

/** What an attribute of a label and a field of a report have in common. */
type Typed<T extends string> = Pick<LabelAttribute, "name" | "definition" | "choices"> & { type: T };
type Type = LabelAttribute["type"] | (typeof reportFieldTypes)[number];

type Props<T extends Type> = {
  thing: Typed<T>;
  types: readonly T[];
  /** As it was saved; the type of what is saved stays. */
  saved: Typed<T> | undefined;
  change: (part: Partial<Typed<T>>) => void;
  children?: ReactNode;
};

/** What a thing with a type is called, what it takes, and what can be chosen of it. */
export function TypedFields<T extends Type>({ thing, types, saved, change, children }: Props<T>) {
  const t = useTranslations("codebook");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <NameField name={thing.name} change={({ name = thing.name }) => change({ name })} />
        <Field label={t("type")}>
          <Choice
            value={thing.type}
            options={types}
            nameOf={(type: Type) => t(`types.${type}`)}
            disabled={saved !== undefined}
            onChange={(type) => change(hasChoices(type) ? { type } : { type, choices: [] })}
          />
        </Field>
      </div>
      <DefinitionField
        definition={thing.definition}
        change={({ definition = thing.definition }) => change({ definition })}
      />
      {children}
      {hasChoices(thing.type) ? (
        <ChoicesEditor choices={thing.choices} saved={saved?.choices} onChange={(choices) => change({ choices })} />
      ) : null}
    </>
  );
}
