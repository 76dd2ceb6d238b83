import type { Event } from "@/domain/event/event";
import { outcomes } from "@/domain/event/event-values";
import { figureWords } from "@/domain/event/figure-words";
import type { Figure } from "@/domain/event/figures";
import { originOf } from "@/domain/event/legacy-origin";
import { acledTimePrecision } from "@/domain/event/time-precision";
import type { Cell } from "@/domain/formats/csv/cells";
import type { ColumnType } from "@/domain/formats/csv/column";
import { countedWho } from "@/domain/tag/claim-values";

/** An event of the sheet, with the name of its type in the codebook and the reports that its claims stand in. */
export type SheetEvent = {
  event: Event;
  type: string | undefined;
  reports: readonly string[];
  /** Which of its days the row is, where a project gives each a row. */
  day?: { nth: number; of: number };
};

/** One column of the event sheet. */
export type SheetColumn = { name: string; type: ColumnType; means: string; of(row: SheetEvent): Cell };

const list = (values: readonly (string | undefined)[]): string | undefined =>
  values.filter(Boolean).join("; ") || undefined;
const derived = ({ event }: SheetEvent) => event.derived;
const content = ({ event }: SheetEvent) => event.content;

const head: readonly SheetColumn[] = [
  { name: "event_id", type: "id", means: "The event; never used again.", of: ({ event }) => event.id },
  {
    name: "version",
    type: "integer",
    means: "Its version; a row that comes back names it.",
    of: ({ event }) => event.version,
  },
  {
    name: "status",
    type: "text",
    means: "open, accepted, returned, rejected or withdrawn.",
    of: ({ event }) => event.state,
  },
  { name: "merged_into", type: "id", means: "The event that it is part of now.", of: ({ event }) => event.mergedInto },
  { name: "split_from", type: "id", means: "The event that it was split from.", of: ({ event }) => event.splitFrom },
  { name: "title", type: "text", means: "What the event is called.", of: (row) => content(row).title },
  { name: "type", type: "text", means: "The codebook’s event type.", of: ({ type }) => type },
  { name: "phase", type: "text", means: "begun, ongoing or ended.", of: (row) => content(row).phase },
];

const date: readonly SheetColumn[] = [
  {
    name: "date_from",
    type: "date",
    means: "First day; blank where the event is only no later than one.",
    of: (row) => derived(row).date.from,
  },
  { name: "date_to", type: "date", means: "Last day.", of: (row) => derived(row).date.to },
  {
    name: "date_meaning",
    type: "text",
    means: "day, duration, uncertainty or no later than.",
    of: (row) => derived(row).date.meaning,
  },
  {
    name: "date_precision",
    type: "text",
    means: "day, week, month or unknown.",
    of: (row) => derived(row).date.precision,
  },
  {
    name: "time_precision",
    type: "integer",
    means: "The same as ACLED counts it: 1 day, 2 week, 3 month or less.",
    of: (row) => acledTimePrecision(derived(row).date.precision),
  },
  {
    name: "date_basis",
    type: "text",
    means: "claims, said, publication, analyst; or that no publication date is known.",
    of: (row) => derived(row).date.basis,
  },
  {
    name: "date_words",
    type: "text",
    means: "The reports’ own words for the time.",
    of: (row) => list(derived(row).date.words),
  },
];

const actors = (role: "initiator" | "target", of: "name" | "side") => (row: SheetEvent) =>
  list([...new Set(derived(row).actors.flatMap((actor) => (actor.role === role ? (actor[of] ?? []) : [])))]);

const people: readonly SheetColumn[] = [
  { name: "initiators", type: "text", means: "Who did it, as the claims say.", of: actors("initiator", "name") },
  { name: "initiator_sides", type: "text", means: "Their sides.", of: actors("initiator", "side") },
  { name: "targets", type: "text", means: "To whom.", of: actors("target", "name") },
  { name: "target_sides", type: "text", means: "Their sides.", of: actors("target", "side") },
];

const place: readonly SheetColumn[] = [
  {
    name: "place_as_reported",
    type: "text",
    means: "The place in the report’s words and script.",
    of: (row) => derived(row).place.words,
  },
  {
    name: "place",
    type: "text",
    means: "The place as the project names it; blank without a primary one.",
    of: (row) => derived(row).place.name,
  },
  {
    name: "other_places",
    type: "text",
    means: "Places of its claims that are not the primary one.",
    of: (row) => list(derived(row).place.others),
  },
  {
    name: "geo_precision",
    type: "integer",
    means: "1 named settlement or site, 2 near it or part of a region, 3 larger region or road.",
    of: (row) => derived(row).place.geoPrecision,
  },
  { name: "admin1", type: "text", means: "First-level area.", of: (row) => derived(row).place.admin1 },
  { name: "admin2", type: "text", means: "Second-level area.", of: (row) => derived(row).place.admin2 },
  { name: "country", type: "text", means: "Two letters (ISO 3166).", of: (row) => derived(row).place.country },
  {
    name: "latitude",
    type: "number",
    means: "Degrees, WGS 84, with a decimal point.",
    of: (row) => derived(row).place.latitude,
  },
  { name: "longitude", type: "number", means: "The same.", of: (row) => derived(row).place.longitude },
  {
    name: "coordinate_basis",
    type: "text",
    means: "What the coordinates are of.",
    of: (row) => derived(row).place.coordinateBasis,
  },
];

const figureOf = (row: SheetEvent, outcome: Figure["outcome"], who: Figure["who"]) =>
  derived(row).figures.find((figure) => figure.outcome === outcome && figure.who === who);

const figures: readonly SheetColumn[] = outcomes.flatMap((outcome) =>
  [undefined, ...countedWho].flatMap((who): SheetColumn[] => {
    const name = who === undefined ? outcome : `${outcome}_${who}`;
    const whom = who === undefined ? "" : ` (${who})`;
    return [
      {
        name: `${name}_low`,
        type: "integer",
        means: `Lowest figure for ${outcome}${whom}. Blank is not zero.`,
        of: (row) => figureOf(row, outcome, who)?.low,
      },
      { name: `${name}_high`, type: "integer", means: "The highest.", of: (row) => figureOf(row, outcome, who)?.high },
    ];
  }),
);

const tail: readonly SheetColumn[] = [
  {
    name: "figure_words",
    type: "text",
    means: "Words of figures, and which are denied or lower bounds.",
    of: (row) => list(derived(row).figures.map(figureWords)),
  },
  {
    name: "corroboration",
    type: "text",
    means: "independent, single origin, independence not established or no origin.",
    of: (row) => derived(row).corroboration.state,
  },
  {
    name: "independent_origins",
    type: "integer",
    means: "How many origins are independent of each other.",
    of: (row) => derived(row).corroboration.independent,
  },
  {
    name: "origins",
    type: "text",
    means: "Who said it first, each with its reliability.",
    of: (row) =>
      list(
        derived(row).corroboration.origins.map(({ name, reliability }) =>
          reliability ? `${name} (${reliability})` : name,
        ),
      ),
  },
  {
    name: "origin_shares_side",
    type: "text",
    means: "Sides that both did it and say so.",
    of: (row) => list(derived(row).sharedSides),
  },
  {
    name: "certainty",
    type: "text",
    means: "The strongest certainty of its claims.",
    of: (row) => derived(row).certainty,
  },
  {
    name: "likelihood",
    type: "text",
    means: "The project’s judgement (ICD 203).",
    of: (row) => content(row).likelihood,
  },
  { name: "confidence", type: "text", means: "How sure that judgement is.", of: (row) => content(row).confidence },
  {
    name: "disputed",
    type: "true or false",
    means: "Whether an accepted claim denies or contradicts it.",
    of: (row) => derived(row).disputed.length > 0,
  },
  {
    name: "denied",
    type: "text",
    means: "What denials deny.",
    of: (row) => list([...new Set(derived(row).disputed.flatMap(({ denies }) => denies))]),
  },
  {
    name: "claim_ids",
    type: "ids",
    means: "Its claims, by their annotation_id.",
    of: (row) =>
      content(row)
        .claims.map(({ id }) => id)
        .join(";"),
  },
  { name: "report_ids", type: "ids", means: "The reports they stand in.", of: ({ reports }) => reports.join(";") },
  { name: "note", type: "text", means: "What the project notes.", of: (row) => content(row).note },
  {
    name: "day_of_event",
    type: "text",
    means: "Which of its days, as “2 of 3”, where a project gives each day a row; figures stand in the first.",
    of: ({ day }) => day && `${day.nth} of ${day.of}`,
  },
  {
    name: "legacy_origin",
    type: "text",
    means: "Of an event without reports here: the file and the row it came from, and what it was called there.",
    of: (row) => originOf(content(row).legacy),
  },
  { name: "admin1_pcode", type: "text", means: "P-code of admin1.", of: (row) => derived(row).place.admin1Pcode },
  { name: "admin2_pcode", type: "text", means: "P-code of admin2.", of: (row) => derived(row).place.admin2Pcode },
];

/** The columns of the event sheet, in their order. They are fixed: a new one comes last. */
export const sheetColumns: readonly SheetColumn[] = [...head, ...date, ...people, ...place, ...figures, ...tail];
