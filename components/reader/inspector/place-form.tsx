"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import type { FormProps } from "@/components/reader/inspector/claim-form";
import { ChoiceField, Group, SelectField, TextField } from "@/components/reader/inspector/fields";
import { PlaceCandidates } from "@/components/reader/inspector/place-candidates";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { tidy } from "@/domain/change/content";
import { readPoint } from "@/domain/gazetteer/coordinates";
import type { PlaceAttributes } from "@/domain/tag/place";
import { featureTypes, resolutions } from "@/domain/tag/place-values";

type Change = (change: { [K in keyof PlaceAttributes]?: PlaceAttributes[K] | undefined }) => void;
type Candidate = NonNullable<PlaceAttributes["located"]>;

/** Everything an analyst can say about a place. */
export function PlaceForm({ annotation, change, disabled }: FormProps<Change>) {
  const t = useTranslations("panels.place");
  const none = useTranslations("panels")("none");
  // The attributes of a place were checked against this shape by the server, or written by this form.
  const said = annotation.attributes as PlaceAttributes;
  const candidates = said.candidates ?? [];
  const nodes = said.nodes ?? [];
  const keep = <T,>(list: T[]) => (list.length > 0 ? list : undefined);

  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={t("featureType")}
        options={featureTypes.map((value) => ({ value, label: t(`featureTypes.${value}`) }))}
        value={said.featureType}
        none={none}
        disabled={disabled}
        onChange={(featureType) => change({ featureType })}
      />
      <ChoiceField
        label={t("resolution")}
        options={resolutions.map((value) => ({ value, label: t(`resolutions.${value}`) }))}
        value={said.resolution}
        disabled={disabled}
        onChange={(resolution) => change({ resolution })}
      />
      <PlaceCandidates annotation={annotation} disabled={disabled} onTake={change} />
      <Group
        title={said.located ? t("locatedFilled", { name: said.located.name }) : t("located")}
        filled={said.located !== undefined}
      >
        <Spot
          value={said.located}
          fallback={wordsOf(annotation)}
          disabled={disabled}
          onChange={(located) => change({ located })}
        />
      </Group>
      <Group
        title={candidates.length > 0 ? t("candidatesFilled", { count: candidates.length }) : t("candidates")}
        filled={candidates.length > 0}
      >
        {Object.entries(candidates).map(([row, candidate]) => (
          <div key={`${row}/${candidates.length}`} className="flex flex-col gap-1.5 border-s-2 border-line ps-2.5">
            <Spot
              value={candidate}
              fallback={wordsOf(annotation)}
              disabled={disabled}
              onChange={(next) =>
                change({
                  candidates: keep(candidates.flatMap((each, index) => (index === Number(row) ? (next ?? []) : each))),
                })
              }
            />
            <Button
              size="small"
              className="self-start"
              disabled={disabled}
              onClick={() => change({ located: candidate, resolution: "verified" })}
            >
              {t("take")}
            </Button>
          </div>
        ))}
        <Button
          size="small"
          className="self-start"
          icon={<Icon name="add" />}
          disabled={disabled}
          onClick={() => change({ candidates: [...candidates, { name: wordsOf(annotation).slice(0, 200) }] })}
        >
          {t("addCandidate")}
        </Button>
      </Group>
      <Group title={t("shape")} filled={Boolean(said.partOfName || said.metonym || said.direction || nodes.length > 0)}>
        <TextField
          label={t("direction")}
          value={said.direction}
          hint={t("directionHint")}
          disabled={disabled}
          onChange={(direction) => change({ direction })}
        />
        <Checkbox
          label={t("partOfName")}
          checked={said.partOfName ?? false}
          disabled={disabled}
          onChange={(on) => change({ partOfName: on || undefined })}
        />
        <Checkbox
          label={t("metonym")}
          checked={said.metonym ?? false}
          disabled={disabled}
          onChange={(on) => change({ metonym: on || undefined })}
        />
        <Nodes value={nodes} disabled={disabled} onChange={(next) => change({ nodes: keep(next) })} />
      </Group>
      <TagNote label={t("note")} said={said} disabled={disabled} onChange={change} />
    </div>
  );
}

function Spot({
  value,
  fallback,
  onChange,
  disabled,
}: {
  value: Candidate | undefined;
  fallback: string;
  onChange: (value: Candidate | undefined) => void;
  disabled: boolean;
}) {
  const t = useTranslations("panels.place");
  const [wrong, setWrong] = useState(false);
  const [unread, setUnread] = useState<"unreadable" | "off-globe" | "one-number" | null>(null);
  const readTyped = (text: string | undefined) => {
    const point = text === undefined ? undefined : readPoint(text);
    setUnread(typeof point === "string" ? point : null);
    if (point === undefined || typeof point === "string") return;
    const name = value?.name ?? fallback.slice(0, 200);
    onChange({ name, coordinateBasis: "analyst's point", ...point });
  };
  const degrees = (part: "latitude" | "longitude", most: number) => (text: string | undefined) => {
    const number = text === undefined ? undefined : Number(text);
    const bad = number !== undefined && !(Math.abs(number) <= most);
    setWrong(bad);
    // A place with coordinates has a name: its own words until somebody gives a better one.
    if (bad) return;
    const said = { coordinateBasis: "analyst's point", uncertaintyMetres: undefined, [part]: number };
    onChange(tidy({ name: fallback.slice(0, 200), ...value, ...said }) as Candidate);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label={t("name")}
        value={value?.name}
        disabled={disabled}
        onChange={(name) => onChange(name ? { ...value, name } : undefined)}
      />
      <TextField
        key={`${value?.latitude}/${value?.longitude}`}
        label={t("typed")}
        value=""
        hint={value?.uncertaintyMetres ? t("uncertainty", { metres: value.uncertaintyMetres }) : t("typedHint")}
        error={unread ? t(`notTyped.${unread}`) : undefined}
        disabled={disabled}
        onChange={readTyped}
      />
      <TextField
        label={t("latitude")}
        type="number"
        step="any"
        value={value?.latitude?.toString()}
        disabled={disabled}
        onChange={degrees("latitude", 90)}
      />
      <TextField
        label={t("longitude")}
        type="number"
        step="any"
        value={value?.longitude?.toString()}
        hint={t("degrees")}
        error={wrong ? t("outOfRange") : undefined}
        disabled={disabled}
        onChange={degrees("longitude", 180)}
      />
    </div>
  );
}

function Nodes({
  value,
  onChange,
  disabled,
}: {
  value: readonly string[];
  onChange: (value: string[]) => void;
  disabled: boolean;
}) {
  const t = useTranslations("panels.place");
  const remove = useTranslations("panels.entity");
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-small text-ink-2">{t("nodes")}</span>
      {value.map((node) => (
        <span key={node} className="flex items-center gap-1 text-small">
          <span dir="auto" className="grow">
            {node}
          </span>
          <IconButton
            size="small"
            label={remove("remove", { name: node })}
            icon={<Icon name="close" />}
            disabled={disabled}
            onClick={() => onChange(value.filter((each) => each !== node))}
          />
        </span>
      ))}
      <TextField
        key={value.length}
        label={t("addNode")}
        inline={false}
        value=""
        disabled={disabled}
        onChange={(node) => node && !value.includes(node) && onChange([...value, node.trim()])}
      />
    </div>
  );
}
