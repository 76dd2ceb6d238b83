"use client";

import { useTranslations } from "use-intl";
import { AttributesEditor } from "@/components/codebook/attributes-editor";
import { ColourField, DefinitionField, NameField } from "@/components/codebook/thing-fields";
import { ThingList } from "@/components/codebook/thing-list";
import { Checkbox } from "@/components/ui/checkbox";
import type { ProjectLabel, RelationType } from "@/domain/codebook/codebook";
import { coreKinds } from "@/domain/kind-values";

type Props = {
  relationTypes: readonly RelationType[];
  labels: readonly ProjectLabel[];
  saved: readonly RelationType[];
  mayChange: boolean;
  onChange: (relationTypes: RelationType[]) => void;
};

/** The kinds of links that a project adds, with what each may join. */
export function RelationTypesEditor({ relationTypes, labels, saved, mayChange, onChange }: Props) {
  const t = useTranslations("codebook");
  const nameOf = useEndNames(labels);
  const before = new Map(saved.map((each) => [each.slug, each]));
  return (
    <ThingList
      items={relationTypes}
      saved={new Set(before.keys())}
      what="relation"
      addLabel={t("addRelationType")}
      empty={t("noRelationTypes")}
      mayChange={mayChange}
      make={(named): RelationType => ({
        ...named,
        definition: "",
        from: ["claim"],
        to: ["claim"],
        colour: "slate",
        attributes: [],
        retired: false,
      })}
      onChange={onChange}
      summary={({ name, from, to, colour }) => (
        <>
          <span
            aria-hidden="true"
            style={{ backgroundColor: `var(--label-${colour})` }}
            className="h-0.75 w-3.5 rounded-full"
          />
          <bdi className="font-medium">{name}</bdi>
          <span className="text-ink-3">
            {from.map(nameOf).join(", ")} → {to.map(nameOf).join(", ")}
          </span>
        </>
      )}
    >
      {(type, change) =>
        mayChange ? (
          <TypeForm type={type} labels={labels} saved={before.get(type.slug)} change={change} />
        ) : (
          <p className="text-small">{type.definition}</p>
        )
      }
    </ThingList>
  );
}

/** What an end of a relation type is called. */
function useEndNames(labels: readonly ProjectLabel[]): (end: string) => string {
  const t = useTranslations("codebook");
  const kinds = useTranslations("panels.kinds");
  return (end) => {
    if (end === "entity") return t("toEntity");
    const core = coreKinds.find((kind) => kind === end);
    return core ? kinds(core) : (labels.find(({ slug }) => `label:${slug}` === end)?.name ?? end);
  };
}

function TypeForm({
  type,
  labels,
  saved,
  change,
}: {
  type: RelationType;
  labels: readonly ProjectLabel[];
  saved: RelationType | undefined;
  change: (part: Partial<RelationType>) => void;
}) {
  const t = useTranslations("codebook");
  const inUse = (ends: readonly string[]) =>
    labels.filter(({ slug, retired }) => !retired || ends.includes(`label:${slug}`)).map(({ slug }) => `label:${slug}`);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <NameField name={type.name} slug={`relation:${type.slug}`} change={change} />
        <ColourField colour={type.colour} change={change} />
      </div>
      <DefinitionField definition={type.definition} change={change} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Ends
          legend={t("from")}
          offered={[...coreKinds, ...inUse(type.from)]}
          chosen={type.from}
          labels={labels}
          onChange={(from) => change({ from })}
        />
        <Ends
          legend={t("to")}
          offered={[...coreKinds, ...inUse(type.to), "entity"]}
          chosen={type.to}
          labels={labels}
          onChange={(to) => change({ to })}
        />
      </div>
      <AttributesEditor
        attributes={type.attributes}
        saved={saved?.attributes}
        mayChange
        onChange={(attributes) => change({ attributes })}
      />
    </>
  );
}

function Ends({
  legend,
  offered,
  chosen,
  labels,
  onChange,
}: {
  legend: string;
  offered: readonly string[];
  chosen: readonly string[];
  labels: readonly ProjectLabel[];
  onChange: (ends: string[]) => void;
}) {
  const nameOf = useEndNames(labels);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium">{legend}</legend>
      {offered.map((end) => (
        <Checkbox
          key={end}
          label={nameOf(end)}
          checked={chosen.includes(end)}
          onChange={(on) => onChange(on ? [...chosen, end] : chosen.filter((each) => each !== end))}
        />
      ))}
    </fieldset>
  );
}
