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
import type { LabelColour } from "@/domain/codebook/codebook-values";

type OneExample = ProjectLabel["examples"][number];

/** An example with its tagged words underlined in the label's colour. */
export function Example({ example, colour }: { example: OneExample; colour: LabelColour }) {
  const t = useTranslations("codebook");
  const [before, tagged, ...after] = example.text.split(/[[\]]/);
  return (
    <li className="flex items-start gap-1.5 text-small">
      <Icon
        name={example.right ? "check" : "close"}
        className={`mt-1 shrink-0 ${example.right ? "text-ok" : "text-bad"}`}
      />
      <span dir="auto">
        {example.right ? null : <span className="sr-only">{t("exampleWrong")}: </span>}
        <q className="font-serif">
          {before}
          {tagged ? (
            <span
              style={{ textDecorationColor: `var(--label-${colour})` }}
              className="underline decoration-double underline-offset-3"
            >
              {tagged}
            </span>
          ) : null}
          {after.join("")}
        </q>
        {example.comment ? <span className="text-ink-2"> {example.comment}</span> : null}
      </span>
    </li>
  );
}

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
