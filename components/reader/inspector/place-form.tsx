"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { ChoiceField, Group, SelectField, TextField } from "@/components/reader/inspector/fields";
import type { FormProps } from "@/components/reader/inspector/form-props";
import { NameList } from "@/components/reader/inspector/name-list";
import { PlaceCandidates } from "@/components/reader/inspector/place-candidates";
import { type Candidate, Spot } from "@/components/reader/inspector/place-spot";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { placeHref } from "@/domain/gazetteer/place-address";
import { featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

type Change = (change: { [K in keyof PlaceAttributes]?: PlaceAttributes[K] | undefined }) => void;

/** An empty list says nothing. */
const keep = <T,>(list: T[]) => (list.length > 0 ? list : undefined);

/** Everything an analyst can say about a place. */
export function PlaceForm({ annotation, change, disabled }: FormProps<Change>) {
  const t = useTranslations("panels.place");
  const none = useTranslations("panels")("none");
  // The attributes of a place were checked against this shape by the server, or written by this form.
  const said = annotation.attributes as PlaceAttributes;
  const candidates = said.candidates ?? [];
  const nodes = said.nodes ?? [];

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
        {said.located ? <ToPlace place={said.located} /> : null}
      </Group>
      <Candidates candidates={candidates} annotation={annotation} disabled={disabled} change={change} />
      <Shape said={said} nodes={nodes} disabled={disabled} change={change} />
      <TagNote label={t("note")} said={said} disabled={disabled} onChange={change} />
    </div>
  );
}

/** What else the project has of a place that a mention is resolved to. */
function ToPlace({ place }: { place: NonNullable<PlaceAttributes["located"]> }) {
  const t = useTranslations("panels.place");
  const projectId = useReader((state) => state.project.id);
  return (
    <Link prefetch={false} href={placeHref(projectId, place)} className="link self-start text-small">
      {t("page")}
    </Link>
  );
}

/** Places that the mention may also stand for. */
function Candidates({
  candidates,
  annotation,
  disabled,
  change,
}: {
  candidates: readonly Candidate[];
  annotation: Annotation;
  disabled: boolean;
  change: Change;
}) {
  const t = useTranslations("panels.place");
  return (
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
  );
}

/** How the words describe the place. */
function Shape({
  said,
  nodes,
  disabled,
  change,
}: {
  said: PlaceAttributes;
  nodes: readonly string[];
  disabled: boolean;
  change: Change;
}) {
  const t = useTranslations("panels.place");
  return (
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
      <NameList
        label={t("nodes")}
        add={t("addNode")}
        hint={nodes.length === 1 ? t("oneNode") : undefined}
        value={nodes}
        most={20}
        disabled={disabled}
        onChange={(next) => change({ nodes: keep(next) })}
      />
    </Group>
  );
}
