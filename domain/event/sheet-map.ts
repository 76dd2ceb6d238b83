import { type SheetEvent, sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import type { Cell } from "@/domain/formats/csv/cells";
import { xmlText } from "@/domain/formats/xml";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";

/** A way to write events for maps: what stands before, between and after them, and one event. */
export type EventMapFormat = {
  mediaType: string;
  begin: string;
  between: string;
  end: string;
  of(row: SheetEvent): string;
};

/** Where a map puts an event; undefined where no coordinates are known, never 0, 0. */
function pointOf({ event }: SheetEvent): readonly [number, number] | undefined {
  const { latitude, longitude } = event.derived.place;
  return latitude === undefined || longitude === undefined ? undefined : [longitude, latitude];
}

const named = (row: SheetEvent): [string, Cell][] =>
  sheetCells(row).map((cell, at) => [sheetColumns[at]?.name ?? "", cell]);

/** RFC 7946. Every column of the event sheet stands in every feature: readers take the columns from the first one. */
const geojson: EventMapFormat = {
  mediaType: "application/geo+json",
  begin: `{"type":"FeatureCollection","name":"events","attribution":${JSON.stringify(gazetteerAttribution)},"features":[\n`,
  between: ",\n",
  end: "\n]}\n",
  of(row) {
    const point = pointOf(row);
    const geometry = point ? { type: "Point", coordinates: point } : null;
    const properties = Object.fromEntries(named(row).map(([name, cell]) => [name, cell ?? null]));
    return JSON.stringify({ type: "Feature", id: row.event.id, geometry, properties });
  },
};

/** ISO 8601 days, which KML takes as they are. A day before which something happened is no begin. */
function timeOf({ event }: SheetEvent): string {
  const { from, to } = event.derived.date;
  if (from === undefined && to === undefined) return "";
  const begin = from === undefined ? "" : `<begin>${xmlText(from)}</begin>`;
  const end = to === undefined ? "" : `<end>${xmlText(to)}</end>`;
  return `<TimeSpan>${begin}${end}</TimeSpan>`;
}

/** OGC KML 2.3 (12-007r2): an event is a Placemark, what the sheet says of it is its ExtendedData; blank cells are left out. */
const kml: EventMapFormat = {
  mediaType: "application/vnd.google-earth.kml+xml",
  begin: `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>events</name><description>${xmlText(gazetteerAttribution)}</description>
`,
  between: "\n",
  end: "\n</Document></kml>\n",
  of(row) {
    const point = pointOf(row);
    const data = named(row).flatMap(([name, cell]) =>
      cell === undefined ? [] : [`<Data name="${xmlText(name)}"><value>${xmlText(String(cell))}</value></Data>`],
    );
    const shape = point ? `<Point><coordinates>${point.join(",")}</coordinates></Point>` : "";
    const name = `<name>${xmlText(row.event.content.title)}</name>`;
    return `<Placemark id="event-${row.event.id}">${name}${timeOf(row)}<ExtendedData>${data.join("")}</ExtendedData>${shape}</Placemark>`;
  },
};

export const eventMapFormats = { geojson, kml } as const;
