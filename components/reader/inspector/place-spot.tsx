"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { SelectField, TextField } from "@/components/reader/inspector/fields";
import { NameList } from "@/components/reader/inspector/name-list";
import { Button } from "@/components/ui/button";
import { tidy } from "@/domain/change/content";
import { readPoint } from "@/domain/gazetteer/coordinates";
import { featureTypes } from "@/domain/gazetteer/place-values";
import type { TypedPoint } from "@/domain/gazetteer/point";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

export type Candidate = NonNullable<PlaceAttributes["located"]>;

// Nobody who only types needs the map: it is fetched when it is first opened.
const PickDialog = lazy(() => import("@/components/map/pick-dialog").then((all) => ({ default: all.PickDialog })));

type Props = {
  value: Candidate | undefined;
  /** Its own words, until somebody gives a better name. */
  fallback: string;
  onChange: (value: Candidate | undefined) => void;
  disabled: boolean;
};

/** One place that a mention may stand for: its name, where it is, typed or set on a map, and what a project place is. */
export function Spot({ value, fallback, onChange, disabled }: Props) {
  const t = useTranslations("panels.place");
  const [wrong, setWrong] = useState(false);
  const [unread, setUnread] = useState<"unreadable" | "off-globe" | "one-number" | null>(null);
  const [onMap, setOnMap] = useState(false);
  const name = value?.name ?? fallback.slice(0, 200);
  // What is set anew is no longer what the gazetteer has, and knows nothing of its areas.
  const set = (point: TypedPoint) => {
    const own = tidy({ featureType: value?.featureType, aliases: value?.aliases, parent: value?.parent });
    onChange({ name, coordinateBasis: "analyst's point", ...own, ...point });
  };
  const readTyped = (text: string | undefined) => {
    const point = text === undefined ? undefined : readPoint(text);
    setUnread(typeof point === "string" ? point : null);
    if (point !== undefined && typeof point !== "string") set(point);
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
        onChange={(next) => onChange(next ? { ...value, name: next } : undefined)}
      />
      {value?.admin1Pcode ? (
        <p className="text-small text-ink-3">{t("pcode", { code: value.admin2Pcode ?? value.admin1Pcode })}</p>
      ) : null}
      <TextField
        key={`${value?.latitude}/${value?.longitude}`}
        label={t("typed")}
        value=""
        hint={value?.uncertaintyMetres ? t("uncertainty", { metres: value.uncertaintyMetres }) : t("typedHint")}
        error={unread ? t(`notTyped.${unread}`) : undefined}
        disabled={disabled}
        onChange={readTyped}
      />
      <Button size="small" className="self-start" disabled={disabled} onClick={() => setOnMap(true)}>
        {t("setOnMap")}
      </Button>
      {onMap ? (
        <Suspense fallback={<p className="text-small text-ink-3">{t("mapComes")}</p>}>
          <OnMap
            value={value}
            name={name}
            onClose={() => setOnMap(false)}
            onPick={(point) => {
              setOnMap(false);
              set(point);
            }}
          />
        </Suspense>
      ) : null}
      <DegreeFields value={value} disabled={disabled} degrees={degrees} wrong={wrong} />
      {value?.coordinateBasis === "analyst's point" ? (
        <Own value={value} disabled={disabled} onChange={onChange} />
      ) : null}
    </div>
  );
}

function DegreeFields({
  value,
  disabled,
  degrees,
  wrong,
}: {
  value: Candidate | undefined;
  disabled: boolean;
  degrees: (part: "latitude" | "longitude", most: number) => (text: string | undefined) => void;
  wrong: boolean;
}) {
  const t = useTranslations("panels.place");
  return (
    <>
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
    </>
  );
}

/** What is said of a place that is in no gazetteer; the project proposes it from then on. */
function Own({ value, onChange, disabled }: { value: Candidate } & Pick<Props, "onChange" | "disabled">) {
  const t = useTranslations("panels.place");
  const none = useTranslations("panels")("none");
  const change = (more: { [K in keyof Candidate]?: Candidate[K] | undefined }) =>
    onChange({ ...tidy({ ...value, ...more }), name: value.name });
  return (
    <>
      <SelectField
        label={t("ownType")}
        options={featureTypes.map((type) => ({ value: type, label: t(`featureTypes.${type}`) }))}
        value={value.featureType}
        none={none}
        disabled={disabled}
        onChange={(featureType) => change({ featureType })}
      />
      <TextField
        label={t("parent")}
        value={value.parent}
        hint={t("parentHint")}
        disabled={disabled}
        onChange={(parent) => change({ parent })}
      />
      <NameList
        label={t("aliases")}
        add={t("addAlias")}
        value={value.aliases ?? []}
        most={20}
        disabled={disabled}
        onChange={(aliases) => change({ aliases: aliases.length > 0 ? aliases : undefined })}
      />
    </>
  );
}

function OnMap({
  value,
  name,
  onPick,
  onClose,
}: {
  value: Candidate | undefined;
  name: string;
  onPick: (point: TypedPoint) => void;
  onClose: () => void;
}) {
  const projectId = useReader((state) => state.project.id);
  const annotations = useReader((state) => state.annotations);
  const others = useMemo(() => [...locatedIn(annotations.values())], [annotations]);
  const { latitude, longitude } = value ?? {};
  const at = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
  return <PickDialog projectId={projectId} name={name} at={at} others={others} onPick={onPick} onClose={onClose} />;
}

/** Where the report's places are, each once. */
function locatedIn(annotations: Iterable<Annotation>) {
  const found = new Map<string, { name: string; latitude: number; longitude: number }>();
  for (const { kind, state, attributes } of annotations) {
    if (kind !== "place" || state === "withdrawn" || state === "rejected") continue;
    // The attributes of a place were checked against this shape by the server, or written by the form.
    const { name, latitude, longitude } = (attributes as PlaceAttributes).located ?? {};
    if (name === undefined || latitude === undefined || longitude === undefined) continue;
    found.set(`${name} ${latitude} ${longitude}`, { name, latitude, longitude });
  }
  return found.values();
}
