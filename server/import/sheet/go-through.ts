import "server-only";
import { refusalInProject } from "@/domain/access/policy";
import type { SheetCheck, SheetCounts, SheetData, SheetResult } from "@/domain/event/sheet-back/back";
import { ok } from "@/domain/failure";
import { safeColumn } from "@/domain/formats/csv/cells";
import { BrokenFile } from "@/domain/interchange/reader";
import { remember } from "@/server/data/entries";
import { type Batch, cameTo, countsOf, keepBatch, rowsBehind, takenIds } from "@/server/data/events/sheet-back";
import { eventTypesOf } from "@/server/data/events/sheet-rows";
import { starterOf } from "@/server/data/jobs/starter";
import { uploadedFiles } from "@/server/data/jobs/uploads";
import { findProject } from "@/server/data/projects";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { JobFailed, type Running } from "@/server/jobs/kind";
import { BrokenZip } from "../annotated/zip";
import { Unreadable } from "../documents/extracted";
import { type Judged, type Judging, judge } from "./judge";
import { sheetRows } from "./rows";
import { surveyed } from "./survey";
import type { SheetRow } from "./xlsx-rows";

type Run = Running<SheetData>;
/** Bytes of a sheet, rows that are judged together, and how many examples of each thing are told. */
const most = { bytes: 200 * 1024 * 1024, rows: 1000, told: 50 };

/** Says what a sheet would do, without doing it. */
export async function checkSheet(run: Run): Promise<SheetCheck> {
  const opened = await open(run);
  const { survey, file } = opened.judging;
  const counts: SheetCounts = { legacy: 0, known: 0, changed: 0, meanwhile: 0, unchanged: 0, setAside: 0 };
  const check: SheetCheck = {
    ...{ file, rows: survey.rows, counts, strangeTypes: [], locked: [] },
    header: survey.names.flatMap((name, at) =>
      name === safeColumn ? [] : [{ name, target: survey.targets[at] ?? null, example: survey.examples[at] ?? "" }],
    ),
    ...(survey.order && { days: survey.order }),
    changes: { count: 0, examples: [] },
    setAside: { count: 0, examples: [] },
  };
  const tally = { locked: new Map<string, number>(), types: new Set<string>() };
  let done = 0;
  for await (const rows of inBatches(opened.rows(), run.signal)) {
    const judged = await judge(opened.judging, rows);
    const ids = judged.legacy.map(({ id }) => id);
    const known = (await takenIds(sql, run.workspaceId, ids)).size;
    counts.known += known;
    counts.legacy += ids.length - known;
    add(check, judged, rows.length);
    for (const column of judged.locked) tally.locked.set(column, (tally.locked.get(column) ?? 0) + 1);
    for (const type of judged.strangeTypes) tally.types.add(type);
    done += rows.length;
    await run.progress(done, survey.rows);
  }
  check.locked = [...tally.locked].map(([column, count]) => ({ column, count }));
  check.strangeTypes = [...tally.types].slice(0, most.told);
  return check;
}

function add({ counts, changes, setAside }: SheetCheck, judged: Judged, rows: number): void {
  const rowsOf = (meanwhile: boolean) =>
    new Set(judged.changes.filter((change) => change.meanwhile === meanwhile).map(({ row }) => row)).size;
  const [changed, meanwhile] = [rowsOf(false), rowsOf(true)];
  counts.changed += changed;
  counts.meanwhile += meanwhile;
  counts.setAside += judged.aside.length;
  counts.unchanged += rows - judged.legacy.length - changed - meanwhile - judged.aside.length;
  changes.count += judged.changes.length;
  for (const { version: _version, eventId, ...change } of judged.changes.slice(0, most.told - changes.examples.length))
    changes.examples.push({
      ...change,
      eventId: eventId as SheetCheck["changes"]["examples"][number]["eventId"],
      title: judged.titles.get(eventId) ?? "",
    });
  setAside.count += judged.aside.length;
  for (const { row, reason } of judged.aside.slice(0, most.told - setAside.examples.length))
    setAside.examples.push({ row, reason });
}

/** Brings a sheet back: rows from before become events, changes of events wait to be looked at. Each batch is whole or not at all. */
export async function importSheet(run: Run): Promise<SheetResult> {
  const { judging, rows } = await open(run);
  const { file, survey } = judging;
  const { as } = run.data;
  if (as === "accepted" && (await twoPersonRule(judging)))
    throw new JobFailed(
      "The project wants another person to accept an event: import the rows as open. Nothing was imported.",
    );
  const behind = await rowsBehind(sql, run);
  await run.progress(behind, survey.rows);
  let done = 0;
  for await (const some of inBatches(rows(), run.signal)) {
    done += some.length;
    const judged = await judge(judging, some);
    // Rows that an earlier attempt kept are judged again only for what they count.
    if (done <= behind) continue;
    await keep(run, judging, { batch: judged, done });
  }
  const counts = await countsOf(sql, run, survey.rows);
  await inTransaction(run.workspaceId, async (tx) => {
    const refs = { jobId: run.id, events: counts.legacy, changes: counts.changed };
    await remember(tx, { by: run.by, did: "imported-sheet", projectId: run.projectId, refs });
    return ok(undefined);
  });
  return { file, counts };
}

async function keep(run: Run, { file }: Judging, { batch, done }: { batch: Batch; done: number }): Promise<void> {
  const kept = await inTransaction(run.workspaceId, async (tx) => {
    await keepBatch(tx, { job: run, file, as: run.data.as }, batch);
    if (!(await cameTo(tx, run, done))) throw new Gone();
    return ok(undefined);
  });
  if (!kept.ok)
    throw new JobFailed("The database could not keep the rows. What was imported before is listed and complete.");
}

/** The job was cancelled, or another process has it. */
class Gone extends Error {}

const twoPersonRule = async ({ viewer, projectId }: Judging) =>
  (await findProject(sql, viewer.actor, projectId))?.twoPersonRule === true;

async function open(run: Run): Promise<{ judging: Judging; rows: () => AsyncGenerator<SheetRow> }> {
  const { data, projectId } = run;
  const actor = await starterOf(sql, run);
  const standing = actor && (await standingIn(sql, actor, projectId));
  if (!standing || refusalInProject(actor, standing, "import"))
    throw new JobFailed("You may not import here any more.");
  const [file, ...more] = await uploadedFiles(sql, run.workspaceId, data.upload, most.bytes);
  if (!file) throw new JobFailed("There is no file any more: files are kept for a week. Send it again.");
  if (more.length > 0) throw new JobFailed("Bring one sheet back at a time. Nothing was imported.");
  if (!file.bytes) throw new JobFailed("The sheet is larger than 200 MB. Divide it. Nothing was imported.");
  const { name, bytes } = file;
  const header = () => dropped(inWords(sheetRows(name, bytes)));
  const survey = await surveyed(inWords(sheetRows(name, bytes)), { columns: data.columns, days: data.days });
  if (!survey || survey.rows === 0)
    throw new JobFailed("The sheet has no rows below its first one. Nothing was imported.");
  const types = await eventTypesOf(sql, run.workspaceId, projectId);
  return {
    judging: { db: sql, viewer: { actor, standing }, projectId, file: name, data, survey, types, same: new Map() },
    rows: header,
  };
}

async function* dropped(rows: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  let first = true;
  for await (const row of rows) {
    if (!first) yield row;
    first = false;
  }
}

/** What can't be read is said in words. */
async function* inWords(rows: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof BrokenZip)
      throw new JobFailed(`${error.message} Nothing was imported.`);
    if (error instanceof BrokenFile)
      throw new JobFailed("The file is damaged: it was cut off or changed. Nothing was imported.");
    throw error;
  }
}

async function* inBatches(rows: AsyncIterable<SheetRow>, signal: AbortSignal): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const row of rows) {
    signal.throwIfAborted();
    batch.push(row);
    if (batch.length < most.rows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
