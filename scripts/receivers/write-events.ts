import { deriveEvent } from "@/domain/event/derive";
import { EventContent } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, claimId } from "@/domain/event/evidence.fixture";
import { type SheetEvent, sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import { eventMapFormats } from "@/domain/event/sheet-map";
import { byteOrderMark, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import { EventId, ProjectId, UserId } from "@/domain/ids";

const [by, at] = [UserId.parse("0190a000-0000-7000-8000-000000000001"), "2026-11-30T10:00:00.000Z"];
const projectId = ProjectId.parse("0190a000-0000-7000-8000-000000000003");

function anEvent(nth: number, title: string, claim: Evidence): SheetEvent {
  const content = EventContent.parse({ title, claims: [{ id: claim.claimId, part: "supports" }] });
  const derived = deriveEvent(content, [claim], []);
  const id = EventId.parse(`0190a000-0000-7000-8000-00000000010${nth}`);
  const event = { id, projectId, state: "accepted", version: 1, content, derived } as const;
  return {
    event: { ...event, createdBy: by, createdAt: at, updatedBy: by, updatedAt: at },
    type: "Clash",
    reports: [],
  };
}

const place = { id: claimId("p"), words: "حماة", name: "Hama", primary: true } as const;
const located = { ...place, featureType: "settlement", latitude: 35.1, longitude: 36.7 } as const;
const time = { from: "2026-11-23", precision: "day" } as const;

const events = [
  anEvent(1, "Clash, in Hama", aClaim("A", { places: [located], time })),
  anEvent(2, "=Clash somewhere", aClaim("B", { places: [place] })),
];

/** Two accepted events as the event sheet and for maps: one with a day and a point, one with neither. */
export function writeEvents(put: (path: string, content: string) => void): void {
  const names = sheetColumns.map(({ name }) => name);
  const rows = events.map((event) => csvRow(names, sheetCells(event), false));
  put("events/events.csv", [byteOrderMark, csvLine([...names, safeColumn]), ...rows].join(""));
  const { begin, between, end, of } = eventMapFormats.geojson;
  put("events/events.geojson", begin + events.map(of).join(between) + end);
}
