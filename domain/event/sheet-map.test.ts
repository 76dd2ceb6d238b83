import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { deriveEvent } from "@/domain/event/derive";
import { EventContent } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, claimId } from "@/domain/event/evidence.fixture";
import { type SheetEvent, sheetColumns } from "@/domain/event/sheet";
import { eventMapFormats } from "@/domain/event/sheet-map";
import { EventId, ProjectId, UserId } from "@/domain/ids";

const by = UserId.parse("0190a000-0000-7000-8000-000000000001");
const at = "2026-11-30T10:00:00.000Z";
const anEvent = (title: string, ...claims: Evidence[]): SheetEvent => {
  const supports = claims.map(({ claimId: id }) => ({ id, part: "supports" as const }));
  const content = EventContent.parse({ title, claims: supports });
  const id = EventId.parse("0190a000-0000-7000-8000-000000000002");
  const projectId = ProjectId.parse("0190a000-0000-7000-8000-000000000003");
  const derived = deriveEvent(content, claims, []);
  const event = { id, projectId, state: "accepted", version: 1, content, derived } as const;
  return {
    event: { ...event, createdBy: by, createdAt: at, updatedBy: by, updatedAt: at },
    type: "Clash",
    reports: [],
  };
};
const place = (more: object) => ({ id: claimId("p"), words: "حماة", name: "Hama", primary: true, ...more }) as const;
const hama = { featureType: "settlement", latitude: 35.1, longitude: 36.7 } as const;

/** The elements of one event as KML has them, by their path. */
function kmlOf(row: SheetEvent): Record<string, string[]> {
  const { begin, of, end } = eventMapFormats.kml;
  const found: Record<string, string[]> = {};
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => path.push(String(attributes["name"] ?? name)));
  parser.on("text", (text) => {
    const here = path.slice(2).join("/");
    found[here] = [...(found[here] ?? []), text];
  });
  parser.on("closetag", () => path.pop());
  parser.write(begin + of(row) + end).close();
  return found;
}

describe("an event on a map", () => {
  test.each([
    { when: "a town", at: hama, is: [36.7, 35.1] },
    { when: "0, 0, where somebody located it", at: { ...hama, latitude: 0, longitude: 0 }, is: [0, 0] },
    { when: "a town that nobody located", at: { featureType: "settlement" }, is: undefined },
    { when: "a road, whose ends give no point", at: { ...hama, featureType: "road" }, is: undefined },
  ] as const)("$when", ({ at: where, is }) => {
    const row = anEvent("Clash", aClaim("A", { places: [place(where)] }));
    const feature = JSON.parse(eventMapFormats.geojson.of(row));
    expect(feature.geometry).toEqual(is ? { type: "Point", coordinates: is } : null);
    expect(kmlOf(row)["Placemark/Point/coordinates"]).toEqual(is && [is.join(",")]);
  });

  test("has every column of the sheet in GeoJSON, and those that are not blank in KML", () => {
    const time = { from: "2026-11-28", precision: "day" } as const;
    const row = anEvent("Clash", aClaim("A", { time, places: [place(hama)] }));
    const { properties } = JSON.parse(eventMapFormats.geojson.of(row));
    expect(Object.keys(properties)).toEqual(sheetColumns.map(({ name }) => name));
    expect(properties).toMatchObject({ place: "Hama", type: "Clash", killed_low: null });
    const kml = kmlOf(row);
    expect(kml["Placemark/TimeSpan/begin"]).toEqual(["2026-11-28"]);
    expect(kml["Placemark/ExtendedData/place_as_reported/value"]).toEqual(["حماة"]);
    expect(Object.keys(kml).some((path) => path.includes("killed_low"))).toBe(false);
  });

  test("that is undated has no first day", () => {
    const kml = kmlOf(anEvent("Clash", aClaim("A", { published: "2026-11-30" })));
    expect(kml["Placemark/TimeSpan/begin"]).toBeUndefined();
    expect(kml["Placemark/TimeSpan/end"]).toEqual(["2026-11-30"]);
  });

  test("leaves with whatever title it has", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }).filter((title) => /^\P{C}+$/u.test(title.trim())),
        (title) => {
          const row = anEvent(title, aClaim("A"));
          const { content } = row.event;
          expect(kmlOf(row)["Placemark/name"]?.join("")).toBe(content.title);
          expect(JSON.parse(eventMapFormats.geojson.of(row)).properties.title).toBe(content.title);
        },
      ),
    );
  });
});
