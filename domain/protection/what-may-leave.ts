import type { SheetEvent } from "@/domain/event/sheet";
import {
  type Dataset,
  type DatasetHeader,
  type HouseDataset,
  leaving,
  type ReportBundle,
} from "@/domain/formats/dataset";
import { coarsePrecision, widened } from "@/domain/protection/coarsen";
import { blocked, maskedWhole } from "@/domain/protection/mask";
import { outgoingBundle } from "@/domain/protection/outgoing-bundle";
import { type OutgoingValues, outgoingValues } from "@/domain/protection/outgoing-values";
import { type Protection, protectsNothing } from "@/domain/protection/protection";
import type { Sha256 } from "@/domain/text/segment";

/**
 * What every door asks before anything goes through it. A door is whatever hands something of a project to somebody
 * outside: exports, the event sheet, answers to tokens, print, citations, the map, a digest, webhooks, releases.
 */
export type Gate = {
  /** Everything leaves as it is, and asking costs nothing. */
  open: boolean;
  /** The version of the project's protection that this gate holds to; what leaves keeps it in its log. */
  version: number;
  /** The only way to a `Dataset`, which is all that formats take. */
  dataset(dataset: HouseDataset): Dataset;
  /** A row of the event sheet. */
  event(row: SheetEvent): SheetEvent;
  /** Any JSON: protected names are blocked out, entities have their pseudonyms, places are coarsened, the withheld is gone. */
  value<T>(value: T): T | undefined;
  /** A text on its own, such as a title or a quote. */
  words(text: string): string;
  /** Protected names that stand in a text: what has left is looked through with this. */
  namesIn(text: string): string[];
};

/** The one function that says what may leave. */
export function whatMayLeave(protection: Protection, sha256: Sha256): Gate {
  if (protectsNothing(protection)) return openGate(protection.version);
  const values = outgoingValues(protection);
  const bundle = outgoingBundle(protection, values, sha256);
  const { version } = protection;
  return {
    open: false,
    version,
    dataset: ({ header, counts, reports }) =>
      leaving({
        header: headerOf(header, protection, values),
        counts,
        async *reports(parts) {
          // Names may begin before a tag and end in it, so that the whole text has to be looked at.
          for await (const each of reports({ ...parts, text: true })) yield withParts(bundle(each), parts);
        },
      }),
    event: (row) => eventOf(row, protection, values),
    value: (value) => values.value(value),
    words: values.words,
    namesIn: (text) => [...new Set(values.finder.find(text).map(({ name }) => name))],
  };
}

const openGate = (version: number): Gate => ({
  open: true,
  version,
  dataset: leaving,
  event: (row) => row,
  value: (value) => value,
  words: (text) => text,
  namesIn: () => [],
});

const withParts = (bundle: ReportBundle, { text }: { text?: true }): ReportBundle =>
  text ? bundle : { ...bundle, report: { ...bundle.report, text: "", blocks: [] } };

function headerOf(header: DatasetHeader, { people, held }: Protection, values: OutgoingValues): DatasetHeader {
  const pseudonyms = new Map(people.map(({ id, pseudonym }) => [id, pseudonym]));
  const { people: named, entities, filters, codebook, ...about } = header;
  return {
    ...about,
    ...values.value(about),
    filters,
    codebook: values.value(codebook) ?? codebook,
    people: named.map(({ id, name }) => ({ id, name: pseudonyms.get(id) ?? name })),
    entities: entities.filter(({ id }) => !held.entities.includes(id)).flatMap((each) => values.value(each) ?? []),
  };
}

/** A row whose actors, place, date and words are what may leave of them. */
function eventOf(row: SheetEvent, { coarsenTo, widenTo }: Protection, values: OutgoingValues): SheetEvent {
  const { event } = row;
  const { place, date, ...derived } = event.derived;
  const use = values.placeUse(place);
  const content = values.value(event.content) ?? event.content;
  const touched = use !== undefined || derived.actors.some(({ id }) => values.isProtected(id));
  const days = touched ? widened({ ...date, ...(widenTo !== "as they are" && { words: [] }) }, widenTo) : date;
  return {
    ...row,
    event: {
      ...event,
      content,
      derived: {
        ...(values.value(derived) ?? derived),
        date: values.value(days) ?? days,
        place: placeOf(place, use, { coarsenTo, values }),
      },
    },
  };
}

type Place = SheetEvent["event"]["derived"]["place"];
type Coarsening = Pick<Protection, "coarsenTo"> & { values: OutgoingValues };

function placeOf(place: Place, use: "described" | "withheld" | undefined, { coarsenTo, values }: Coarsening): Place {
  const others = place.others.map(values.words).filter((name) => !name.includes(blocked));
  if (use === "withheld") return { missing: "no place", others };
  const kept = values.value({ ...place, others }) ?? { others };
  if (use === undefined) return kept;
  const precision = coarsePrecision(coarsenTo);
  return {
    ...kept,
    geoPrecision: kept.geoPrecision && kept.geoPrecision > precision ? kept.geoPrecision : precision,
    missing: "no coordinates",
    ...(place.words !== undefined && { words: maskedWhole(place.words) }),
  };
}
