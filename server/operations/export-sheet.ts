import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { checksOf, type EventCheck } from "@/domain/event/checks";
import { type Coverage, coverageCells, coverageColumns } from "@/domain/event/coverage";
import type { Event } from "@/domain/event/event";
import { type SheetEvent, sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import { eventMapFormats } from "@/domain/event/sheet-map";
import { sheetRows } from "@/domain/event/sheet-rows";
import { fail, ok, type Result } from "@/domain/failure";
import { byteOrderMark, type Cell, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import { workbookAt } from "@/domain/formats/xlsx/workbook";
import type { ProjectId } from "@/domain/ids";
import type { Protection } from "@/domain/protection/protection";
import type { Gate } from "@/domain/protection/what-may-leave";
import { now } from "@/server/clock";
import { currentCodebook } from "@/server/data/codebooks";
import { remember } from "@/server/data/entries";
import { coverageOf } from "@/server/data/events/coverage";
import { keptEvents, type WantedEvents, withDerived } from "@/server/data/events/find";
import { eventSettingsOf } from "@/server/data/events/settings";
import { findProject, isPractice } from "@/server/data/projects";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import { whileNothingIsTightened } from "@/server/operations/protect/while-nothing-is-tightened";

/** What somebody asks of the event sheet. */
export type AskedSheet = {
  format: "csv" | "xlsx" | "geojson" | "kml";
  /** In a workbook both are sheets of it; a map has no coverage. */
  table: "events" | "coverage";
  states: readonly Event["state"][];
  from: string | undefined;
  to: string | undefined;
};

type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };
export type Taking = { actor: Actor; standing: Standing; projectId: ProjectId; protection: Protection; gate: Gate };

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  geojson: eventMapFormats.geojson.mediaType,
  kml: eventMapFormats.kml.mediaType,
} as const;

/** The event sheet of a project: one row an event, without what an embargo holds back, and what was covered. */
export async function exportSheet(actor: Actor, projectId: ProjectId, asked: AskedSheet): Promise<Result<Download>> {
  const allowed = await mayTake(actor, projectId);
  if (!allowed.ok) return allowed;
  const project = await findProject(sql, actor, projectId);
  const { format, table } = asked;
  const refs = { format: `events ${format}`, protection: allowed.value.protection.version };
  const remembered = await inTransaction(actor.workspaceId, async (tx) => {
    await remember(tx, { by: actor.userId, did: "exported", projectId, refs });
    return ok(undefined);
  });
  if (!remembered.ok) return remembered;
  const name = `${project?.slug ?? "project"}-${format === "csv" ? table : "events"}-${now().toISOString().slice(0, 10)}`;
  const { protection } = allowed.value;
  const chunks = whileNothingIsTightened(allowed.value, protection.version, writers[format](allowed.value, asked));
  return ok({ fileName: `${name}.${format}`, mediaType: mediaTypes[format], chunks });
}

/** What to look at before events are released, with the events concerned, and what was covered. */
export async function readSheetChecks(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ checks: EventCheck[]; coverage: Coverage[] }>> {
  const allowed = await mayTake(actor, projectId);
  if (!allowed.ok) return allowed;
  const states = ["open", "accepted", "returned"] as const;
  const checks: EventCheck[] = [];
  for await (const { event } of sheetEvents(sql, allowed.value, { states, from: undefined, to: undefined })) {
    const found = checksOf(event);
    if (found.length > 0) checks.push({ eventId: event.id, title: event.content.title, checks: found });
    if (checks.length >= mostChecks) break;
  }
  return ok({ checks, coverage: await coverageOf(sql, { ...allowed.value, workspaceId: actor.workspaceId }) });
}

/** So many events with something to look at are listed. */
const mostChecks = 500;

async function mayTake(actor: Actor, projectId: ProjectId): Promise<Result<Taking>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "export");
  if (refusal) return fail(refusal);
  if (await isPractice(sql, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
  const protection = await protectionOf(sql, { actor, standing, projectId });
  return ok({ actor, standing, projectId, protection, gate: gateOf(protection) });
}

const pageOfEvents = 200;

/** The events as they leave, page by page: of reports under embargo or held back nothing, and no event that rests on those alone. */
export async function* sheetEvents(
  db: Sql,
  { actor, standing, projectId, protection, gate }: Taking,
  { states, from, to }: Pick<AskedSheet, "states" | "from" | "to">,
): AsyncGenerator<SheetEvent> {
  const viewer = { actor, standing };
  const codebook = await currentCodebook(db, actor.workspaceId, projectId);
  const types = new Map((codebook?.eventTypes ?? []).map(({ slug, name }) => [slug, name]));
  let after: WantedEvents["after"];
  do {
    const wanted = { projectId, q: "", type: undefined, states, from, to, after, limit: pageOfEvents };
    const kept = await keptEvents(db, viewer, wanted);
    const { events, evidence } = await withDerived(
      db,
      viewer,
      kept.map(({ event }) => event),
      { free: protection.held },
    );
    const reportOf = new Map(evidence.map(({ claimId, reportId }) => [claimId, reportId]));
    for (const event of events) {
      const { type, claims } = event.content;
      if (claims.length === 0 && event.state !== "withdrawn" && !event.content.legacy) continue;
      const reports = [...new Set(claims.flatMap(({ id }) => reportOf.get(id) ?? []))];
      yield gate.event({ event, type: type && (types.get(type) ?? type), reports });
    }
    const last = kept.at(-1);
    after = last && kept.length > pageOfEvents ? [last.day, last.event.id] : undefined;
  } while (after);
}

const columnNames = {
  events: sheetColumns.map(({ name }) => name),
  coverage: coverageColumns.map(({ name }) => name),
};

async function* cellsOf(taking: Taking, asked: AskedSheet): AsyncGenerator<readonly Cell[]> {
  if (asked.table === "events") {
    const settings = await eventSettingsOf(sql, taking.actor.workspaceId, taking.projectId);
    for await (const event of sheetEvents(sql, taking, asked)) {
      for (const row of sheetRows(event, settings)) yield sheetCells(row);
    }
    return;
  }
  for (const row of await coverageOf(sql, { ...taking, workspaceId: taking.actor.workspaceId })) {
    yield coverageCells(taking.gate.value(row) ?? row);
  }
}

/** RFC 4180 in UTF-8 with a mark that spreadsheets know it by; cells that a spreadsheet would run are made safe and named. */
async function* csv(taking: Taking, asked: AskedSheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = columnNames[asked.table];
  yield encoder.encode(byteOrderMark + csvLine([...names, safeColumn]));
  for await (const cells of cellsOf(taking, asked)) yield encoder.encode(csvRow(names, cells, false));
}

async function* workbook(taking: Taking, asked: AskedSheet): AsyncGenerator<Uint8Array> {
  const book = workbookAt(now().toISOString());
  for (const [table, columns] of [
    ["events", sheetColumns],
    ["coverage", coverageColumns],
  ] as const) {
    book.begin(table, columns);
    for await (const cells of cellsOf(taking, { ...asked, table })) {
      book.add(cells);
      yield* book.take();
    }
  }
  book.end();
  yield* book.take();
}

/** Events for a map, as they are read: one without coordinates has no geometry. */
const forMaps = (format: keyof typeof eventMapFormats) =>
  async function* write(taking: Taking, asked: AskedSheet): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    const { begin, between, end, of } = eventMapFormats[format];
    yield encoder.encode(begin);
    let before = "";
    for await (const row of sheetEvents(sql, taking, asked)) {
      yield encoder.encode(before + of(row));
      before = between;
    }
    yield encoder.encode(end);
  };

const writers = { csv, xlsx: workbook, geojson: forMaps("geojson"), kml: forMaps("kml") } as const;
