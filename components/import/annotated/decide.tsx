"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Choice, dataOf, firstChoice, fresh, leave, undecidedIn } from "@/components/import/annotated/choice";
import { Columns, isColumn } from "@/components/import/annotated/columns";
import { ComeBack } from "@/components/import/annotated/come-back";
import { Found } from "@/components/import/annotated/found";
import { Mapping, type Option } from "@/components/import/annotated/mapping";
import type { Checked } from "@/components/import/annotated/use-annotated";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import type { ImportData } from "@/domain/import/annotated";

/** What a project has that labels, links and names of files may become. */
export type Here = { kinds: readonly Option[]; links: readonly Option[]; members: readonly Option[] };

/** Shows what files would bring, and lets somebody say what becomes of labels, links, names and duplicates. */
export function Decide({
  checked,
  here,
  busy,
  onRecheck,
  onRun,
  onAgain,
}: {
  checked: Checked;
  here: Here;
  busy: boolean;
  onRecheck: (as: { format: string; answers: Record<string, string> }) => void;
  onRun: (data: ImportData) => void;
  onAgain: () => void;
}) {
  const t = useTranslations("importAnnotated");
  const { check } = checked;
  const [choice, setChoice] = useState(() => firstChoice(check));
  const answers = Object.fromEntries(check.asks.map(({ name, answer }) => [name, answer]));
  const [changed, setChanged] = useState(false);
  const left = undecidedIn(choice);
  const stuck = left > 0 || changed || check.counts.reports === 0 || (check.damage !== undefined && !choice.damaged);
  return (
    <div className="space-y-10">
      <ReadAs checked={checked} answers={answers} busy={busy} onRecheck={onRecheck} />
      <Columns
        asks={check.asks}
        busy={busy}
        onChanged={setChanged}
        onRecheck={(said) => onRecheck({ format: check.format.id, answers: said })}
      />
      <Found check={check} />
      {check.returned ? <ComeBack returned={check.returned} /> : null}
      {check.counts.reports === 0 ? <p>{t("nothing")}</p> : null}
      {check.damage ? (
        <Checkbox
          label={t("damaged")}
          checked={choice.damaged}
          onChange={(damaged) => setChoice({ ...choice, damaged })}
        />
      ) : null}
      <HowItEnters checked={checked} choice={choice} onChange={setChoice} />
      <Mappings checked={checked} here={here} choice={choice} onChange={setChoice} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          variant="primary"
          size="large"
          busy={busy}
          disabled={stuck}
          onClick={() => onRun(dataOf(choice, { ...checked, answers }))}
        >
          {t("run", { count: check.counts.reports })}
        </Button>
        <Button onClick={onAgain}>{t("again")}</Button>
        <p aria-live="polite" className="text-small text-ink-2">
          {changed ? t("columns.changed") : left > 0 ? t("choicesLeft", { count: left }) : ""}
        </p>
      </div>
    </div>
  );
}

function ReadAs({
  checked: { check },
  answers,
  busy,
  onRecheck,
}: Pick<Parameters<typeof Decide>[0], "checked" | "busy" | "onRecheck"> & { answers: Record<string, string> }) {
  const t = useTranslations("importAnnotated");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("format")}>
        <Select
          value={check.format.id}
          disabled={busy}
          onChange={(event) => onRecheck({ format: event.target.value, answers: {} })}
        >
          {check.formats.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {check.asks
        .filter((ask) => !isColumn(ask))
        .map(({ name, answers: possible, answer }) => (
          <Field key={name} label={t("question", { name })}>
            <Select
              value={answer}
              disabled={busy}
              onChange={(event) =>
                onRecheck({ format: check.format.id, answers: { ...answers, [name]: event.target.value } })
              }
            >
              {possible.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
        ))}
    </div>
  );
}

type Filling = { checked: Checked; choice: Choice; onChange: (choice: Choice) => void };

function HowItEnters({ checked: { check }, choice, onChange }: Filling) {
  const t = useTranslations("importAnnotated");
  const ways = check.whole ? (["as-in-file", "open", "accepted"] as const) : (["open", "accepted"] as const);
  return (
    <div className="grid gap-8 sm:grid-cols-2">
      <RadioCards
        label={t("asChoice")}
        value={choice.as}
        onChange={(as) => onChange({ ...choice, as })}
        options={ways.map((value) => ({ value, label: t(`asOptions.${value}`), hint: t(`asHints.${value}`) }))}
      />
      {check.duplicates.count > 0 ? (
        <div className="space-y-2">
          <RadioCards
            label={t("duplicateChoice")}
            value={choice.duplicates}
            onChange={(duplicates) => onChange({ ...choice, duplicates })}
            options={(check.returned ? (["compare", "skip", "add"] as const) : (["skip", "add"] as const)).map(
              (value) => ({ value, label: t(`duplicateOptions.${value}`) }),
            )}
          />
          <p className="text-small text-ink-2">{t("duplicates", { count: check.duplicates.count })}</p>
        </div>
      ) : null}
    </div>
  );
}

function Mappings({ checked: { check }, here, choice, onChange }: Filling & { here: Here }) {
  const t = useTranslations("importAnnotated");
  const none: Option = { value: "", name: t("undecided") };
  const out: Option = { value: leave, name: t("leaveOut") };
  const keeps = choice.as === "as-in-file";
  return (
    <>
      {keeps ? null : (
        <Mapping
          title={t("labels")}
          lead={t("labelsLead")}
          head={t("label")}
          countHead={t("count")}
          becomes={(label) => t("becomesOf", { label })}
          rows={check.labels.map(({ label, count }) => ({ name: label, count }))}
          options={({ name }) => [none, ...here.kinds, { value: fresh, name: t("newLabel", { name }) }, out]}
          value={(name) => choice.labels[name] ?? ""}
          onChange={(name, value) => onChange({ ...choice, labels: { ...choice.labels, [name]: value } })}
        />
      )}
      {keeps ? null : (
        <Mapping
          title={t("links")}
          lead={t("linksLead")}
          head={t("link")}
          countHead={t("linkCount")}
          becomes={(label) => t("becomesOf", { label })}
          rows={check.links.map(({ label, count }) => ({ name: label, count }))}
          options={() => [none, ...here.links, out]}
          value={(name) => choice.links[name] ?? ""}
          onChange={(name, value) => onChange({ ...choice, links: { ...choice.links, [name]: value } })}
        />
      )}
      <Mapping
        title={t("authors")}
        lead={t("authorsLead")}
        head={t("author")}
        countHead={t("authorCount")}
        becomes={(name) => t("isOf", { name })}
        rows={check.authors}
        options={() => [{ value: "", name: t("external") }, ...here.members]}
        value={(name) => choice.authors[name] ?? ""}
        onChange={(name, value) => onChange({ ...choice, authors: { ...choice.authors, [name]: value } })}
      />
    </>
  );
}
