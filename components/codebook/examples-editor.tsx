"use client";

import { useTranslations } from "use-intl";
import { replaced, without } from "@/components/codebook/things";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { ProjectLabel } from "@/domain/codebook/codebook";

type OneExample = ProjectLabel["examples"][number];

export function ExamplesEditor({
  label,
  onChange,
}: {
  label: ProjectLabel;
  onChange: (examples: OneExample[]) => void;
}) {
  const t = useTranslations("codebook");
  const { examples } = label;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("examples")}</legend>
      {Array.from(examples.entries(), ([nth, example]) => (
        <ExampleForm
          key={nth}
          example={example}
          change={(part) => onChange(replaced(examples, nth, { ...example, ...part }))}
          remove={() => onChange(without(examples, nth))}
        />
      ))}
      <Button
        size="small"
        variant="quiet"
        className="self-start"
        icon={<Icon name="add" />}
        onClick={() => onChange([...examples, { text: "", right: true, comment: "" }])}
      >
        {t("addExample")}
      </Button>
    </fieldset>
  );
}

function ExampleForm({
  example,
  change,
  remove,
}: {
  example: OneExample;
  change: (part: Partial<OneExample>) => void;
  remove: () => void;
}) {
  const t = useTranslations("codebook");
  return (
    <div className="flex flex-wrap items-end gap-2 border-s-2 border-line ps-3">
      <div className="min-w-64 grow">
        <Field label={t("exampleText")}>
          <Input
            dir="auto"
            maxLength={1000}
            value={example.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        </Field>
      </div>
      <div className="min-w-40 grow">
        <Field label={t("exampleComment")} optional>
          <Input
            dir="auto"
            maxLength={1000}
            value={example.comment}
            onChange={({ target }) => change({ comment: target.value })}
          />
        </Field>
      </div>
      <Checkbox label={t("exampleRight")} checked={example.right} onChange={(right) => change({ right })} />
      <IconButton
        label={t("remove", { name: example.text || t("exampleText") })}
        icon={<Icon name="close" />}
        onClick={remove}
      />
    </div>
  );
}
