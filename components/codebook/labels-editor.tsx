"use client";

import { useTranslations } from "use-intl";
import { AttributesEditor } from "@/components/codebook/attributes-editor";
import { Example } from "@/components/codebook/example";
import { ExamplesEditor } from "@/components/codebook/examples-editor";
import { ColourField, NameField } from "@/components/codebook/thing-fields";
import { ThingList } from "@/components/codebook/thing-list";
import { LabelGlyph } from "@/components/tag/label-glyph";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import type { ProjectLabel } from "@/domain/codebook/codebook";
import { labelColours, labelKeys, labelShapes } from "@/domain/codebook/codebook-values";
import { keysOf } from "@/domain/codebook/keys";

type Props = {
  labels: readonly ProjectLabel[];
  saved: readonly ProjectLabel[];
  mayChange: boolean;
  onChange: (labels: ProjectLabel[]) => void;
};

/** The labels of a project as the reader shows them, each with its key. */
export function LabelsEditor({ labels, saved, mayChange, onChange }: Props) {
  const t = useTranslations("codebook");
  const keys = keysOf([...labels]);
  const before = new Map(saved.map((each) => [each.slug, each]));
  return (
    <ThingList
      items={labels}
      saved={new Set(before.keys())}
      what="label"
      addLabel={t("addLabel")}
      empty={t("noLabels")}
      mayChange={mayChange}
      make={(named) => ({
        ...named,
        definition: "",
        guidelines: "",
        examples: [],
        colour: labelColours[labels.length % labelColours.length] ?? "violet",
        shape: labelShapes[labels.length % labelShapes.length] ?? "tag",
        attributes: [],
        retired: false,
      })}
      onChange={onChange}
      summary={({ slug, name, colour, shape, definition }) => (
        <>
          <LabelGlyph colour={colour} shape={shape} />
          <bdi className="font-medium">{name}</bdi>
          {keys.has(slug) ? <Kbd>{keys.get(slug)}</Kbd> : null}
          <span className="min-w-0 truncate text-ink-2">{definition}</span>
        </>
      )}
    >
      {(label, change) =>
        mayChange ? (
          <LabelForm label={label} saved={before.get(label.slug)} change={change} />
        ) : (
          <LabelShown label={label} />
        )
      }
    </ThingList>
  );
}

function LabelForm({
  label,
  saved,
  change,
}: {
  label: ProjectLabel;
  saved: ProjectLabel | undefined;
  change: (part: Partial<ProjectLabel>) => void;
}) {
  const t = useTranslations("codebook");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <NameField name={label.name} slug={`label:${label.slug}`} change={change} />
        <div className="grid grid-cols-3 gap-2">
          <Look label={label} change={change} />
        </div>
      </div>
      <Field label={t("definition")} hint={t("definitionHint")}>
        <Textarea
          rows={1}
          maxLength={2000}
          value={label.definition}
          onChange={({ target }) => change({ definition: target.value })}
        />
      </Field>
      <Field label={t("guidelines")}>
        <Textarea
          rows={2}
          maxLength={10_000}
          value={label.guidelines}
          onChange={({ target }) => change({ guidelines: target.value })}
        />
      </Field>
      <ExamplesEditor label={label} onChange={(examples) => change({ examples })} />
      <AttributesEditor
        attributes={label.attributes}
        saved={saved?.attributes}
        mayChange
        onChange={(attributes) => change({ attributes })}
      />
    </>
  );
}

function Look({ label, change }: { label: ProjectLabel; change: (part: Partial<ProjectLabel>) => void }) {
  const t = useTranslations("codebook");
  return (
    <>
      <ColourField colour={label.colour} change={change} />
      <Field label={t("shape")}>
        <Choice
          value={label.shape}
          options={labelShapes}
          nameOf={(each) => t(`shapes.${each}`)}
          onChange={(shape) => change({ shape })}
        />
      </Field>
      <Field label={t("key")}>
        <Select
          value={label.key ?? ""}
          onChange={({ target }) => change({ key: labelKeys.find((each) => each === target.value) })}
        >
          <option value="">{t("keyNone")}</option>
          {labelKeys.map((key) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function LabelShown({ label }: { label: ProjectLabel }) {
  const t = useTranslations("codebook");
  return (
    <div className="flex flex-col gap-3 text-small">
      {label.definition ? <p>{label.definition}</p> : null}
      {label.guidelines ? <p className="whitespace-pre-wrap text-ink-2">{label.guidelines}</p> : null}
      {label.examples.length > 0 ? (
        <ul className="flex flex-col gap-1" aria-label={t("examples")}>
          {label.examples.map((example) => (
            <Example key={example.text} example={example} colour={label.colour} />
          ))}
        </ul>
      ) : null}
      {label.attributes.length > 0 ? (
        <AttributesEditor
          attributes={label.attributes}
          saved={label.attributes}
          mayChange={false}
          onChange={() => undefined}
        />
      ) : null}
    </div>
  );
}
