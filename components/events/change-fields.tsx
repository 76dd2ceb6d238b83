"use client";

import { useTranslations } from "use-intl";
import { type Draft, figureRows } from "@/components/events/change-draft";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import type { EventType } from "@/domain/codebook/codebook";
import type { Event } from "@/domain/event/event";
import { confidences, dateMeanings, geoPrecisions, likelihoods, phases } from "@/domain/event/event-values";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { timePrecisions } from "@/domain/tag/claim-values";

type Form = {
  draft: Draft;
  set: (name: string, value: string) => void;
  errorOf: (field: string) => string | undefined;
};

/** The fields of the form in which an event is changed. */
export function ChangeFields({ event, types, ...form }: Form & { event: Event; types: readonly EventType[] }) {
  const t = useTranslations("events");
  const change = useTranslations("events.change");
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Words form={form} name="title" label={change("name")} error="title" />
        <Choice form={form} name="type" label={t("fields.type")} none={change("unsaid")}>
          {types.map(({ slug, name }) => [slug, name])}
        </Choice>
        <Choice form={form} name="phase" label={t("fields.phase")} none={change("unsaid")}>
          {phases.map((each) => [each, t(`phase.${each}`)])}
        </Choice>
      </div>
      <DateFields {...form} />
      <PlaceFields {...form} />
      <FigureFields event={event} {...form} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice form={form} name="likelihood" label={change("likelihood")} none={change("unsaid")}>
          {likelihoods.map((each) => [each, t(`likelihoods.${each}`)])}
        </Choice>
        <Choice
          form={form}
          name="confidence"
          label={change("confidence")}
          hint={change("confidenceHint")}
          none={change("unsaid")}
        >
          {confidences.map((each) => [each, t(`confidences.${each}`)])}
        </Choice>
      </div>
      <Field label={t("fields.note")}>
        <Textarea
          maxLength={10_000}
          value={form.draft["note"] ?? ""}
          onChange={({ target }) => form.set("note", target.value)}
        />
      </Field>
    </>
  );
}

function DateFields(form: Form) {
  const t = useTranslations("events");
  const change = useTranslations("events.change");
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("fields.date")}</legend>
      <Words form={form} name="from" type="date" label={change("from")} error="date.from" />
      <Words form={form} name="to" type="date" label={change("to")} error="date.to" />
      <Choice form={form} name="meaning" label={change("meaning")}>
        {dateMeanings.map((each) => [each, t(`meaning.${each}`)])}
      </Choice>
      <Choice form={form} name="precision" label={change("precision")}>
        {timePrecisions.map((each) => [each, t(`precision.${each}`)])}
      </Choice>
      <Words form={form} name="dateReason" label={change("dateReason")} error="date.reason" />
    </fieldset>
  );
}

function PlaceFields(form: Form) {
  const t = useTranslations("events");
  const change = useTranslations("events.change");
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("fields.place")}</legend>
      <Words form={form} name="placeName" label={change("placeName")} error="place.name" />
      <Choice form={form} name="geoPrecision" label={change("geoPrecision")}>
        {geoPrecisions.map((each) => [String(each), t(`geoPrecision.${each}`)])}
      </Choice>
      <Words form={form} name="latitude" type="number" label={change("latitude")} error="place.latitude" />
      <Words form={form} name="longitude" type="number" label={change("longitude")} error="place.longitude" />
      <Choice form={form} name="basis" label={change("basis")} none={change("unsaid")} error="place.coordinateBasis">
        {coordinateBases.map((each) => [each, t(`coordinateBasis.${each}`)])}
      </Choice>
      <Words form={form} name="placeReason" label={change("placeReason")} error="place.reason" />
    </fieldset>
  );
}

function FigureFields({ event, ...form }: Form & { event: Event }) {
  const t = useTranslations("events");
  const change = useTranslations("events.change");
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 font-medium">{t("fields.figures")}</legend>
      {figureRows(event).map(({ outcome, who, key }) => {
        const name = [t(`outcome.${outcome}`), who && t(`who.${who}`)].filter(Boolean).join(", ");
        return (
          <div key={key} className="grid gap-3 sm:grid-cols-3">
            <Words form={form} name={`${key} low`} type="number" label={`${name}: ${change("low")}`} />
            <Words form={form} name={`${key} high`} type="number" label={`${name}: ${change("high")}`} />
            <Words form={form} name={`${key} reason`} label={change("figureReason")} error="figures.0.reason" />
          </div>
        );
      })}
    </fieldset>
  );
}

function Words({
  form: { draft, set, errorOf },
  name,
  label,
  type = "text",
  error,
}: {
  form: Form;
  name: string;
  label: string;
  type?: "text" | "date" | "number";
  error?: string;
}) {
  return (
    <Field label={label} error={error && errorOf(error)}>
      <Input
        type={type}
        {...(type === "number" ? { step: "any" } : { dir: "auto" as const })}
        value={draft[name] ?? ""}
        onChange={({ target }) => set(name, target.value)}
      />
    </Field>
  );
}

function Choice({
  form: { draft, set, errorOf },
  name,
  label,
  hint,
  none,
  error,
  children,
}: {
  form: Form;
  name: string;
  label: string;
  hint?: string;
  /** What choosing nothing is called; left out where something always holds. */
  none?: string;
  error?: string;
  children: readonly (readonly [string, string])[];
}) {
  return (
    <Field label={label} {...(hint ? { hint } : {})} error={error && errorOf(error)}>
      <Select value={draft[name] ?? ""} onChange={({ target }) => set(name, target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {children.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
