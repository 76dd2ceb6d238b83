import type { Event, EventContent } from "@/domain/event/event";
import { confidences, dateMeanings, geoPrecisions, likelihoods, outcomes, phases } from "@/domain/event/event-values";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { countedWho, timePrecisions } from "@/domain/tag/claim-values";

/** A form's words: everything is text, and what is empty is not said. */
export type Draft = Readonly<Record<string, string>>;

const chosen = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((each) => each === value);
const said = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);
const number = (value: string | undefined) => (said(value) === undefined ? undefined : Number(value));
const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));

/** The figures that can be chosen: those that claims give, and how many were killed. */
export function figureRows({ derived }: Pick<Event, "derived">) {
  const rows = derived.figures.map(({ outcome, who }) => ({ outcome, who, key: `${outcome}/${who ?? ""}` }));
  const killed = { outcome: "killed" as const, who: undefined, key: "killed/" };
  return rows.some(({ key }) => key === killed.key) ? rows : [...rows, killed];
}

/** What the form shows of an event: what people said, and nothing that follows from the claims. */
export function draftOf({ content }: Pick<Event, "content">): Draft {
  const { date, place, figures = [] } = content;
  const figureFields = figures.flatMap(({ outcome, who, low, high, reason }) => {
    const key = `${outcome}/${who ?? ""}`;
    return [
      [`${key} low`, text(low)],
      [`${key} high`, text(high)],
      [`${key} reason`, reason],
    ];
  });
  return {
    title: content.title,
    type: text(content.type),
    phase: text(content.phase),
    ...{ from: text(date?.from), to: text(date?.to), meaning: date?.meaning ?? "day" },
    ...{ precision: date?.precision ?? "day", dateReason: text(date?.reason) },
    ...{ placeName: text(place?.name), geoPrecision: text(place?.geoPrecision ?? 1), placeReason: text(place?.reason) },
    ...{ latitude: text(place?.latitude), longitude: text(place?.longitude), basis: text(place?.coordinateBasis) },
    ...Object.fromEntries(figureFields),
    likelihood: text(content.likelihood),
    confidence: text(content.confidence),
    note: text(content.note),
  };
}

type Part = { [K in keyof EventContent]?: EventContent[K] | undefined };

/** What a draft says, as the fields of an event that are sent; the server checks it. */
export function contentOf(draft: Draft, event: Pick<Event, "derived" | "content">): Part {
  return {
    title: draft["title"] ?? "",
    type: said(draft["type"]),
    phase: chosen(phases, draft["phase"]),
    date: dateOf(draft),
    place: placeOf(draft, event.content.place?.tagId),
    figures: figuresOf(draft, event),
    likelihood: chosen(likelihoods, draft["likelihood"]),
    confidence: chosen(confidences, draft["confidence"]),
    note: said(draft["note"]),
  };
}

function dateOf(draft: Draft): EventContent["date"] {
  const [from, to, reason] = [said(draft["from"]), said(draft["to"]), draft["dateReason"] ?? ""];
  if (from === undefined && to === undefined && said(reason) === undefined) return undefined;
  const meaning = chosen(dateMeanings, draft["meaning"]) ?? "day";
  const precision = chosen(timePrecisions, draft["precision"]) ?? "day";
  return { ...(from && { from }), ...(to && { to }), meaning, precision, reason };
}

function placeOf(draft: Draft, tagId: NonNullable<EventContent["place"]>["tagId"]): EventContent["place"] {
  const [name, reason] = [draft["placeName"] ?? "", draft["placeReason"] ?? ""];
  if (said(name) === undefined && said(reason) === undefined) return undefined;
  const [latitude, longitude] = [number(draft["latitude"]), number(draft["longitude"])];
  const coordinateBasis = chosen(coordinateBases, draft["basis"]);
  return {
    ...(tagId && { tagId }),
    ...{ name, reason, geoPrecision: geoPrecisions.find((each) => String(each) === draft["geoPrecision"]) ?? 1 },
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(coordinateBasis && { coordinateBasis }),
  };
}

function figuresOf(draft: Draft, event: Pick<Event, "derived" | "content">): EventContent["figures"] {
  const keys = new Set([
    ...figureRows(event).map(({ key }) => key),
    ...(event.content.figures ?? []).map(({ outcome, who }) => `${outcome}/${who ?? ""}`),
  ]);
  const figures = [...keys].flatMap((key) => {
    const [low, high, reason] = [
      number(draft[`${key} low`]),
      number(draft[`${key} high`]),
      draft[`${key} reason`] ?? "",
    ];
    const [outcome = "", who = ""] = key.split("/");
    const what = chosen(outcomes, outcome);
    const whom = chosen(countedWho, who);
    if (!what || (low === undefined && high === undefined && said(reason) === undefined)) return [];
    return [
      {
        ...{ outcome: what, reason },
        ...(whom && { who: whom }),
        ...(low !== undefined && { low }),
        ...(high !== undefined && { high }),
      },
    ];
  });
  return figures.length > 0 ? figures : undefined;
}
