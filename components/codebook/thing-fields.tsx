"use client";

import { useTranslations } from "use-intl";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { labelColours } from "@/domain/codebook/codebook-values";

type Change<T> = { change: (part: Partial<T>) => void };

/** What anything in a codebook is called; `slug` is what programs call it. */
export function NameField({ name, slug, change }: { name: string; slug?: string } & Change<{ name: string }>) {
  const t = useTranslations("codebook");
  return (
    <Field label={t("name")} hint={slug === undefined ? undefined : t("slug", { slug })}>
      <Input dir="auto" maxLength={100} value={name} onChange={({ target }) => change({ name: target.value })} />
    </Field>
  );
}

export function DefinitionField({ definition, change }: { definition: string } & Change<{ definition: string }>) {
  const t = useTranslations("codebook");
  return (
    <Field label={t("definition")}>
      <Input
        dir="auto"
        maxLength={2000}
        value={definition}
        onChange={({ target }) => change({ definition: target.value })}
      />
    </Field>
  );
}

type Colour = (typeof labelColours)[number];

export function ColourField({ colour, change }: { colour: Colour } & Change<{ colour: Colour }>) {
  const t = useTranslations("codebook");
  return (
    <Field label={t("colour")}>
      <Choice
        value={colour}
        options={labelColours}
        nameOf={(each) => t(`colours.${each}`)}
        onChange={(next) => change({ colour: next })}
      />
    </Field>
  );
}
