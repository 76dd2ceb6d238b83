"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { SeveralChange } from "@/client/desk/several-change";
import { entityOf } from "@/client/desk/speaker";
import { useKindName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { EntityPicker } from "@/components/reader/entities/entity-picker";
import { ChoiceField, SelectField } from "@/components/reader/inspector/fields";
import { inContext, meantBy } from "@/components/reader/links/context";
import { Combobox, type Option } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import type { EntityId } from "@/domain/ids";
import { certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";
import type { AnnotationKind } from "@/domain/tag/kind";
import type { Annotation } from "@/domain/tag/tag";

type Props = { tags: readonly Annotation[]; change: (wish: SeveralChange) => void };

/** What can be set for several tags of one kind. A field shows what all of them say, and says where they differ. */
export function SeveralFields({ kind, titled, ...props }: Props & { kind: AnnotationKind; titled: boolean }) {
  const kindName = useKindName();
  const label = useReader((state) => state.project.codebook.labels.find(({ slug }) => kind === `label:${slug}`));
  const choosing = (label?.attributes ?? []).filter(
    ({ type, retired }) => !retired && (type === "choice" || type === "yes-no"),
  );
  const fields: Record<string, ReactNode> = {
    claim: <Claims {...props} />,
    place: <Places {...props} />,
    source: <Sources {...props} />,
    ...(choosing.length > 0 && { [kind]: <Own {...props} kind={kind} attributes={choosing} /> }),
  };
  if (!fields[kind]) return null;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-t border-line pt-3">
      <legend className={titled ? "eyebrow float-start mb-1 w-full" : "sr-only"}>{kindName(kind)}</legend>
      {fields[kind]}
    </fieldset>
  );
}

/** What all tags say of one attribute; and what the field is called, which says so where they differ. */
function useCommon(tags: readonly Annotation[]) {
  const t = useTranslations("panels.several");
  const said = (name: string) => [...new Set(tags.map(({ attributes }) => attributes[name]))];
  return {
    value: <V extends string>(name: string, values: readonly V[]): V | undefined => {
      const all = said(name);
      return all.length === 1 ? values.find((each) => each === String(all[0])) : undefined;
    },
    label: (name: string, label: string) => (said(name).length > 1 ? t("differs", { field: label }) : label),
  };
}

const credibilities = ["1", "2", "3", "4", "5", "6"] as const;
const yesNo = ["yes", "no"] as const;

function Claims({ tags, change }: Props) {
  const t = useTranslations("panels.claim");
  const tSeveral = useTranslations("panels.several");
  const none = useTranslations("panels")("none");
  const eventTypes = useReader((state) => state.project.codebook.eventTypes);
  const { value, label } = useCommon(tags);
  const set = (part: Record<string, unknown>) => change({ set: part, on: "claim" });
  const marked = tags.map(({ attributes }) => attributes["checkWorthy"] === true);
  return (
    <>
      <ChoiceField
        label={label("kind", t("kind"))}
        options={claimKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        value={value("kind", claimKinds)}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceField
        label={label("certainty", t("certainty"))}
        options={certainties.map((each) => ({ value: each, label: t(`certainties.${each}`) }))}
        value={value("certainty", certainties)}
        onChange={(certainty) => set({ certainty })}
      />
      <ChoiceField
        label={label("polarity", t("polarity"))}
        options={polarities.map((each) => ({ value: each, label: t(`polarities.${each}`) }))}
        value={value("polarity", polarities)}
        onChange={(polarity) => set({ polarity })}
      />
      <ChoiceField
        label={label("standing", t("standing"))}
        options={standings.map((each) => ({ value: each, label: t(`standings.${each}`) }))}
        value={value("standing", standings)}
        onChange={(standing) => set({ standing })}
      />
      <ChoiceField
        label={label("credibility", t("credibility"))}
        options={credibilities.map((each) => ({ value: each, label: each, name: t(`credibilities.${each}`) }))}
        value={value("credibility", credibilities)}
        onChange={(grade) => set({ credibility: grade ? Number(grade) : undefined })}
      />
      {eventTypes.length > 0 ? (
        <SelectField
          label={label("eventType", t("eventType"))}
          options={eventTypes.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={value(
            "eventType",
            eventTypes.map(({ slug }) => slug),
          )}
          none={none}
          onChange={(eventType) => set({ eventType })}
        />
      ) : null}
      <ChoiceField
        label={label("checkWorthy", t("checkWorthy"))}
        options={yesNo.map((each) => ({ value: each, label: tSeveral(each) }))}
        value={marked.every(Boolean) ? "yes" : marked.some(Boolean) ? undefined : "no"}
        onChange={(on) => set({ checkWorthy: on === "yes" || undefined })}
      />
      <LinkTo kind="attributed-to" change={change} />
      <LinkTo kind="located-at" change={change} />
    </>
  );
}

/** A source, or a place, for all claims. */
function LinkTo({ kind, change }: { kind: "attributed-to" | "located-at"; change: Props["change"] }) {
  const t = useTranslations("panels.several");
  const tLinks = useTranslations("panels.links");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const options = useMemo((): Option[] => {
    const wanted = kind === "attributed-to" ? "source" : "place";
    const tags = [...annotations.values()]
      .filter((tag) => tag.kind === wanted && tag.state !== "withdrawn")
      .map((tag) => ({
        value: `tag:${tag.id}`,
        label: nameOf(tag),
        detail: [meantBy({ annotations, relations, entities }, tag), inContext(tag)].filter(Boolean).join(" · "),
        icon: <TagGlyph kind={tag.kind} />,
      }));
    if (kind === "located-at") return tags;
    const article = { value: "article", label: tLinks("article"), icon: <Icon name="info" className="text-ink-3" /> };
    const known = [...entities.values()].filter(({ mergedInto }) => !mergedInto);
    const speakers = known.map(({ id, name }) => ({ value: `entity:${id}`, label: name }));
    return [article, ...tags, ...speakers];
  }, [annotations, relations, entities, kind, tLinks]);
  const label = t(kind);
  return (
    <Field label={label}>
      <Combobox
        label={label}
        placeholder={t(`find.${kind}`)}
        value={null}
        options={options}
        onChange={(to) => to && change({ link: kind, to })}
      />
    </Field>
  );
}

function Places({ tags, change }: Props) {
  const t = useTranslations("panels.place");
  const none = useTranslations("panels")("none");
  const { value, label } = useCommon(tags);
  return (
    <>
      <SelectField
        label={label("featureType", t("featureType"))}
        options={featureTypes.map((each) => ({ value: each, label: t(`featureTypes.${each}`) }))}
        value={value("featureType", featureTypes)}
        none={none}
        onChange={(featureType) => change({ set: { featureType }, on: "place" })}
      />
      <ChoiceField
        label={label("resolution", t("resolution"))}
        options={resolutions.map((each) => ({ value: each, label: t(`resolutions.${each}`) }))}
        value={value("resolution", resolutions)}
        onChange={(resolution) => change({ set: { resolution }, on: "place" })}
      />
    </>
  );
}

/** What one of several values can be set of, for all tags of a label. */
function Own({
  tags,
  change,
  kind,
  attributes,
}: Props & { kind: AnnotationKind; attributes: readonly LabelAttribute[] }) {
  const t = useTranslations("panels");
  const { value, label } = useCommon(tags);
  return attributes.map(({ slug, name, type, choices }) => {
    const options =
      type === "yes-no"
        ? yesNo.map((each) => ({ value: each, label: t(`own.${each}`) }))
        : choices.filter(({ retired }) => !retired).map((each) => ({ value: each.slug, label: each.name }));
    return (
      <SelectField<string>
        key={slug}
        label={label(slug, name)}
        options={options}
        value={value(
          slug,
          options.map((each) => each.value),
        )}
        none={t("none")}
        onChange={(next) => change({ set: { [slug]: next }, on: kind })}
      />
    );
  });
}

function Sources({ tags, change }: Props) {
  const t = useTranslations("panels.source");
  const entities = useReader((state) => state.entities);
  const { label } = useCommon(tags);
  const said = [...new Set(tags.map(({ attributes }) => attributes["entityId"]))];
  const [only] = said;
  // Checked against its shape by the server, or chosen in this field.
  const same = said.length === 1 && only !== undefined ? entityOf(entities, only as EntityId) : undefined;
  return (
    <EntityPicker
      label={label("entityId", t("entity"))}
      value={same?.id ?? null}
      onChange={(entityId) => change({ set: { entityId: entityId ?? undefined }, on: "source" })}
      kind="local or field"
    />
  );
}
