"use client";

import { useTranslations } from "use-intl";
import { ThingList } from "@/components/codebook/thing-list";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Choice } from "@/domain/codebook/attribute";

/** The values to choose from. */
export function ChoicesEditor({
  choices,
  saved = [],
  onChange,
}: {
  choices: readonly Choice[];
  saved: readonly Choice[] | undefined;
  onChange: (choices: Choice[]) => void;
}) {
  const t = useTranslations("codebook");
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("choices")}</legend>
      <ThingList
        items={choices}
        saved={new Set(saved.map(({ slug }) => slug))}
        what="value"
        addLabel={t("addChoice")}
        mayChange
        make={(named) => ({ ...named, retired: false })}
        onChange={onChange}
        summary={({ name }) => <bdi>{name}</bdi>}
      >
        {(choice, change) => (
          <Field label={t("name")}>
            <Input
              dir="auto"
              maxLength={100}
              value={choice.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          </Field>
        )}
      </ThingList>
    </fieldset>
  );
}
