import "server-only";
import { createHash } from "node:crypto";
import type { Actor, Standing } from "@/domain/access/actor";
import { applied } from "@/domain/event/sheet-back/apply";
import type { SheetData } from "@/domain/event/sheet-back/back";
import { compareRow, type FileRow, type SheetChange } from "@/domain/event/sheet-back/compare";
import { legacyContent } from "@/domain/event/sheet-back/legacy-row";
import { EventId, type ProjectId } from "@/domain/ids";
import type { AsideRow, Batch, KeptChange } from "@/server/data/events/sheet-back";
import { contentsAt, type EventRow, sheetRowsOf } from "@/server/data/events/sheet-rows";
import type { Sql } from "@/server/data/transaction";
import { idFor } from "@/server/new-id";
import { isUuid, placed, type Survey } from "./survey";
import type { SheetRow } from "./xlsx-rows";

export type Judging = {
  db: Sql;
  viewer: { actor: Actor; standing: Standing };
  projectId: ProjectId;
  file: string;
  data: SheetData;
  survey: Survey;
  types: { names: ReadonlyMap<string, string>; slugs: ReadonlyMap<string, string> };
  /** How often a row without an id from before stood there already. */
  same: Map<string, number>;
};

/** What some rows come to, with the columns that are not taken and the titles of the events they change. */
export type Judged = Batch & { locked: string[]; titles: Map<string, string>; strangeTypes: string[] };

type Placed = { row: number; cells: FileRow; other: Record<string, string> };

/** Decides what becomes of some rows: events from before, changes of events that are here, or set aside with the reason. */
export async function judge(judging: Judging, rows: readonly SheetRow[]): Promise<Judged> {
  const judged: Judged = { legacy: [], changes: [], aside: [], locked: [], titles: new Map(), strangeTypes: [] };
  const own: (Placed & { id: string; version: number | undefined })[] = [];
  for (const each of rows) {
    const found = { row: each.row, ...placed(judging.survey, each) };
    const id = found.cells["event_id"]?.text.trim().toLowerCase() ?? "";
    const version = Number(found.cells["version"]?.text.trim() || Number.NaN);
    if (hasMoved(judging.survey, each, id)) setAside(judged, found, [moved]);
    else if (id !== "") own.push({ ...found, id, version: Number.isInteger(version) ? version : undefined });
    else if (found.cells["version"] || found.cells["claim_ids"])
      setAside(judged, found, ["It has a version or claims and no event_id: the id was lost."]);
    else judgeLegacy(judging, found, judged);
  }
  await judgeOwn(judging, own, judged);
  return judged;
}

const moved =
  "It has more cells than there are columns, so that some stand in the wrong one: words with a separator in them need quotation marks around them.";

/** Whether cells may stand in another column than theirs. Separators at the end of rows of a sheet from elsewhere say nothing. */
const hasMoved = ({ names }: Survey, { cells, longer }: SheetRow, id: string): boolean =>
  longer === true && (id !== "" || cells.slice(names.length).some(({ text }) => text.trim() !== ""));

function setAside({ aside }: { aside: AsideRow[] }, { row, cells, other }: Placed, reasons: readonly string[]): void {
  const record = JSON.stringify({
    ...Object.fromEntries(Object.entries(cells).map(([name, { text }]) => [name, text])),
    ...other,
  });
  aside.push({ row, reason: reasons.join(" "), record });
}

function judgeLegacy(judging: Judging, found: Placed, judged: Judged): void {
  const { projectId, file, data, survey, types, same } = judging;
  const { geoPrecision, coordinateBasis } = data;
  const around = { order: survey.order, usual: { geoPrecision, coordinateBasis }, types: types.slugs };
  const formerId = found.cells["former_id"]?.text.trim();
  const lost = lostId(formerId, survey);
  const made = lost === undefined ? legacyContent({ ...found, file, ...around }) : { troubles: [lost] };
  if ("troubles" in made) {
    setAside(judged, found, made.troubles);
    return;
  }
  const { type } = made.content;
  if (type !== undefined && !types.names.has(type)) judged.strangeTypes.push(type);
  judged.legacy.push({ id: idOfRow(projectId, same, { formerId, found }), row: found.row, content: made.content });
}

/** What a spreadsheet did to an id from before. */
function lostId(id: string | undefined, { width }: Survey): string | undefined {
  if (!id) return undefined;
  if (/^\d+(?:[.,]\d+)?e\+\d+$/i.test(id)) return `The spreadsheet wrote “${id}” for a longer id.`;
  return width !== undefined && /^\d+$/.test(id) && id.length < width
    ? `“${id}” is shorter than the other ids: a spreadsheet may have cut zeros off it.`
    : undefined;
}

/** The same row has the same event, however often it comes; two rows that say the same are two. */
function idOfRow(
  projectId: ProjectId,
  same: Map<string, number>,
  { formerId, found }: { formerId: string | undefined; found: Placed },
) {
  const said = formerId
    ? `id ${formerId}`
    : createHash("sha256")
        .update(JSON.stringify([found.cells, found.other]))
        .digest("hex");
  const nth = (same.get(said) ?? 0) + 1;
  same.set(said, nth);
  return idFor(EventId, [projectId, "legacy", said, String(nth)]);
}

type Own = Placed & { id: string; version: number | undefined };

async function judgeOwn(judging: Judging, rows: readonly Own[], judged: Judged): Promise<void> {
  const { db, viewer, projectId, types } = judging;
  const ids = rows.flatMap(({ id }) => (isUuid(id) ? id : []));
  const here = await sheetRowsOf(db, viewer, { projectId, ids, names: types.names });
  const old = rows.flatMap(({ id, version }) => {
    const found = here.get(id);
    return found && version !== undefined && version < found.event.version ? [{ id, version }] : [];
  });
  const bases = await contentsAt(db, viewer.actor.workspaceId, old);
  for (const row of rows) {
    const known = here.get(row.id);
    const trouble = troubleWith(row, known);
    if (!known || trouble) setAside(judged, row, [trouble ?? ""]);
    else judgeEvent(judging, row, { known, base: bases.get(row.id), judged });
  }
}

function troubleWith({ id, version }: Own, known: EventRow | undefined): string | undefined {
  if (!isUuid(id)) return `“${id.slice(0, 60)}” is no id of an event here: it was changed or comes from elsewhere.`;
  if (!known) return `The project has no event with the id ${id}.`;
  const { state, mergedInto, version: current } = known.event;
  if (state === "withdrawn") return mergedInto ? `The event is part of ${mergedInto} now.` : "The event was withdrawn.";
  if (known.event.derived.claims === 0 && !known.event.content.legacy) return "Its reports are under embargo.";
  if (version === undefined) return "It has no version, so that nobody can tell what was changed since.";
  return version > current || version < 1 ? `The event has no version ${version}; it is at ${current}.` : undefined;
}

/** Fields of which it is known what they were when the sheet left, whatever their claims say by now. */
const plain = ["title", "phase", "likelihood", "confidence", "note"] as const;

type Against = {
  known: EventRow;
  base: Awaited<ReturnType<typeof contentsAt>> extends Map<string, infer C> ? C | undefined : never;
  judged: Judged;
};

function judgeEvent({ survey, types, file }: Judging, row: Own, { known, base, judged }: Against): void {
  const { event, cells: now, whole } = known;
  const several = row.cells["day_of_event"] !== undefined || (survey.events.get(row.id)?.length ?? 1) > 1;
  const legacy = event.content.legacy !== undefined && event.derived.claims === 0;
  const compared = compareRow(now, row.cells, { legacy, order: survey.order });
  const around = { now: whole, reason: reasonOf(file, row.row), types: types.slugs };
  const changes = compared.changes.filter(({ field, becomes }) => {
    // An event that leaves as a row for each day has as many dates; none of them is a change.
    if (several && field === "date") return false;
    const before = base && plain.find((name) => name === field);
    return !before || base?.[before] !== becomes[before];
  });
  const unfit = changes.flatMap((change) => {
    const made = applied(event.content, change, around);
    return "trouble" in made ? made.trouble : [];
  });
  const troubles = [...compared.troubles, ...unfit];
  if (troubles.length > 0) {
    setAside(judged, row, troubles);
    return;
  }
  judged.locked.push(...compared.locked);
  judged.titles.set(event.id, event.content.title);
  const meanwhile = row.version !== event.version;
  for (const change of changes)
    keepChange(judged, { ...change, row: row.row, eventId: event.id, version: row.version ?? 0, meanwhile });
}

/** Rows of one event that say the same are one change. */
function keepChange(judged: Judged, change: KeptChange): void {
  const same = ({ eventId, field, becomes }: SheetChange & { eventId: string }) =>
    eventId === change.eventId && field === change.field && JSON.stringify(becomes) === JSON.stringify(change.becomes);
  if (!judged.changes.some(same)) judged.changes.push(change);
}

export const reasonOf = (file: string, row: number): string => `${file}, row ${row}`;
