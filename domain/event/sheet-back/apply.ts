import type { z } from "zod";
import type { EventContent } from "@/domain/event/event";
import { ChosenDate } from "@/domain/event/event-date";
import { ChosenPlace } from "@/domain/event/event-place";
import { ChosenFigure } from "@/domain/event/figures";
import { legacyColumns } from "@/domain/event/legacy-values";
import { figureNames } from "@/domain/event/sheet-back/columns";
import type { Cells, Values } from "@/domain/event/sheet-back/compare";

type Applied = { content: EventContent } | { trouble: string };
/** The event's own cells, why a value is chosen, and the slugs of the codebook's types by their names in small letters. */
export type Around = { now: Cells; reason: string; types: ReadonlyMap<string, string> };

/** The content of an event with one field as the sheet has it; or why it can't be. */
export function applied(
  content: EventContent,
  { field, becomes }: { field: string; becomes: Values },
  around: Around,
): Applied {
  const cell = (name: string) => becomes[name] ?? around.now[name];
  switch (field) {
    case "title":
    case "phase":
    case "likelihood":
    case "confidence":
    case "note":
      return { content: { ...content, [field]: becomes[field] } };
    case "type":
      return withType(content, String(becomes["type"]), around);
    case "date":
      return withDate(content, cell, becomes, around);
    case "place":
      return withPlace(content, cell, around);
    default: {
      const kind = figureNames.find(({ name }) => name === field);
      return kind ? withFigure(content, kind, cell, around) : withLegacy(content, field, String(becomes[field]));
    }
  }
}

/** What a schema says of a value, in one sentence. */
const parsed = <T>(schema: z.ZodType<T>, value: unknown, field: string): { value: T } | { trouble: string } => {
  const read = schema.safeParse(value);
  return read.success
    ? { value: read.data }
    : { trouble: `${field}: ${read.error.issues[0]?.message ?? "It does not fit."}` };
};

function withType(content: EventContent, name: string, { types }: Around): Applied {
  const slug = types.get(name.toLowerCase());
  return slug === undefined
    ? { trouble: `type: The codebook has no event type “${name}”.` }
    : { content: { ...content, type: slug } };
}

type CellOf = (name: string) => unknown;
const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

function withDate(content: EventContent, cell: CellOf, becomes: Values, { now, reason }: Around): Applied {
  const meaning = cell("date_meaning");
  // One day stays one day when only its first or its last is written anew.
  const moved = becomes["date_from"] ?? becomes["date_to"];
  const oneDay = meaning === "day" && now["date_from"] === now["date_to"] && moved !== undefined;
  const both = becomes["date_from"] !== undefined && becomes["date_to"] !== undefined;
  const [from, to] = oneDay && !both ? [moved, moved] : [cell("date_from"), cell("date_to")];
  if (meaning === "day" && from !== to)
    return { trouble: "date: These are two days, and date_meaning says one. Write duration or uncertainty." };
  const date = {
    from: meaning === "no later than" ? undefined : from,
    to,
    meaning,
    precision: cell("date_precision"),
    reason,
  };
  if (meaning === "no later than" && becomes["date_from"] !== undefined)
    return { trouble: "date: “No later than” has a last day only." };
  const read = parsed(ChosenDate, given(date), "date");
  return "trouble" in read ? read : { content: { ...content, date: read.value } };
}

function withPlace(content: EventContent, cell: CellOf, { reason }: Around): Applied {
  const place = {
    name: cell("place"),
    geoPrecision: cell("geo_precision"),
    latitude: cell("latitude"),
    longitude: cell("longitude"),
    coordinateBasis: cell("coordinate_basis"),
    reason,
  };
  if (place.name === undefined) return { trouble: "place: The event has no place yet: write its name." };
  if (place.geoPrecision === undefined) return { trouble: "place: Write its geo_precision, 1, 2 or 3." };
  const read = parsed(ChosenPlace, given(place), "place");
  return "trouble" in read ? read : { content: { ...content, place: read.value } };
}

type FigureKind = (typeof figureNames)[number];

function withFigure(
  content: EventContent,
  { outcome, who, name }: FigureKind,
  cell: CellOf,
  { reason }: Around,
): Applied {
  const [low, high] = [cell(`${name}_low`), cell(`${name}_high`)];
  if (typeof low === "number" && typeof high === "number" && low > high)
    return { trouble: `${name}: The lowest figure is above the highest.` };
  const read = parsed(ChosenFigure, given({ outcome, who, low, high, reason }), name);
  if ("trouble" in read) return read;
  const others = (content.figures ?? []).filter((each) => each.outcome !== outcome || each.who !== who);
  return { content: { ...content, figures: [...others, read.value] } };
}

function withLegacy(content: EventContent, field: string, value: string): Applied {
  const column = legacyColumns.find((name) => name === field);
  const { legacy } = content;
  if (!column || !legacy) return { trouble: `${field}: It follows from the claims of the event.` };
  return { content: { ...content, legacy: { ...legacy, said: { ...legacy.said, [column]: value } } } };
}
