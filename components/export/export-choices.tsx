"use client";

import { useTranslations } from "use-intl";
import { type ExportChoice, exportStates, hasFiles, isOneFile, takesComments } from "@/components/export/choice";
import { KindsChoice } from "@/components/export/kinds-choice";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import type { FormatOnMenu } from "@/domain/formats/menu";

/** Format, states, kinds, and what only tables have. */
export function ExportChoices({
  choice,
  formats,
  labels,
  onChange,
}: {
  choice: ExportChoice;
  formats: readonly FormatOnMenu[];
  /** The project's own labels, retired ones too: their tags stay. */
  labels: readonly { slug: string; name: string }[];
  onChange: (choice: ExportChoice) => void;
}) {
  const t = useTranslations("export");
  return (
    <div className="space-y-8">
      <RadioCards
        label={t("format")}
        value={choice.format.id}
        onChange={(id) => {
          const format = formats.find((each) => each.id === id);
          if (format) onChange({ ...choice, format, layer: null, comments: null, unit: null });
        }}
        options={formats.map(({ id, label, means, readBy }) => ({
          value: id,
          label,
          hint: means,
          group: t(`readBy.${readBy}`),
        }))}
      />
      <RadioCards
        label={t("tags")}
        value={choice.states}
        onChange={(states) => onChange({ ...choice, states })}
        options={exportStates.map((states) => ({ value: states, label: t(`states.${states}`) }))}
      />
      <KindsChoice kinds={choice.kinds} labels={labels} onChange={(kinds) => onChange({ ...choice, kinds })} />
      <div className="max-w-sm space-y-3">
        <Checkbox
          label={t("comments")}
          hint={t("commentsHint")}
          checked={takesComments(choice)}
          onChange={(comments) => onChange({ ...choice, comments })}
        />
        {isOneFile(choice) ? (
          <Checkbox
            label={t("gz")}
            hint={t("gzHint")}
            checked={choice.gz}
            onChange={(gz) => onChange({ ...choice, gz })}
          />
        ) : null}
      </div>
      <FormatChoices choice={choice} onChange={onChange} />
    </div>
  );
}

/** What this format alone lets people choose. */
function FormatChoices({ choice, onChange }: { choice: ExportChoice; onChange: (choice: ExportChoice) => void }) {
  const t = useTranslations("export");
  const { files, lets, units } = choice.format;
  if (!hasFiles(choice.format) && lets.length === 0 && units.length === 0) return null;
  return (
    <div className="max-w-sm space-y-3">
      {hasFiles(choice.format) ? (
        <Field label={t("layer")}>
          <Select
            value={choice.layer ?? ""}
            onChange={(event) => onChange({ ...choice, layer: event.target.value || null })}
          >
            <option value="">{t("allLayers")}</option>
            {files.map(({ layer, label }) => (
              <option key={layer} value={layer}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {units.length > 0 ? (
        <Field label={t("unit")} hint={t("unitHint")}>
          <Select
            value={choice.unit ?? units[0] ?? ""}
            onChange={(event) =>
              onChange({ ...choice, unit: units.find((unit) => unit === event.target.value) ?? null })
            }
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`units.${unit}`)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {lets.includes("standing") ? (
        <Checkbox
          label={t("background")}
          hint={t("backgroundHint")}
          checked={choice.background}
          onChange={(background) => onChange({ ...choice, background })}
        />
      ) : null}
      {lets.includes("byteOrderMark") ? (
        <Checkbox
          label={t("bom")}
          hint={t("bomHint")}
          checked={choice.byteOrderMark}
          onChange={(byteOrderMark) => onChange({ ...choice, byteOrderMark })}
        />
      ) : null}
      {lets.includes("raw") ? (
        <Checkbox
          label={t("raw")}
          hint={t("rawHint")}
          checked={choice.raw}
          onChange={(raw) => onChange({ ...choice, raw, byteOrderMark: !raw })}
        />
      ) : null}
    </div>
  );
}
