import { beforeEach, describe, expect, test } from "vitest";
import type { SheetCheck, SheetResult } from "@/domain/event/sheet-back/back";
import { byteOrderMark } from "@/domain/formats/csv/cells";
import { EventId, JobId } from "@/domain/ids";
import type { Job } from "@/domain/job/job";
import { sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { changeEvent } from "@/server/operations/change-events";
import { anEventDesk, value } from "@/server/operations/event-desk.fixture";
import { exportSheet } from "@/server/operations/export-sheet";
import { readJob, readLines } from "@/server/operations/jobs";
import { listEvents } from "@/server/operations/read-events";
import { decideOnSheetChanges, listSheetChanges } from "@/server/operations/sheet-changes";
import { startJob } from "@/server/operations/start-job";
import { makeUpload, putFile } from "@/server/operations/uploads";
import { recordsOf } from "../tables/csv";

type Desk = Awaited<ReturnType<typeof anEventDesk>>;
let desk: Desk;
beforeEach(async () => {
  desk = await anEventDesk();
});

async function brought(kind: Job["kind"], file: string | Buffer, more: object = {}, name = "sheet.csv"): Promise<Job> {
  const { editor, projectId } = desk;
  const upload = value(await makeUpload(editor, projectId));
  const body = typeof file === "string" ? file : new Uint8Array(file);
  value(await putFile(editor, upload.id, { name, request: new Request("http://localhost/", { method: "PUT", body }) }));
  const job = value(await startJob(editor, projectId, { kind, data: { upload: upload.id, ...more } }));
  await runJob({ workspaceId: editor.workspaceId, id: job.id }, jobKindsHere);
  return value(await readJob(editor, job.id));
}

async function exported(format: "csv" | "xlsx" = "csv"): Promise<Buffer> {
  const asked = { format, table: "events", states: ["open", "accepted"], from: undefined, to: undefined } as const;
  const pieces: Uint8Array[] = [];
  for await (const piece of value(await exportSheet(desk.editor, desk.projectId, asked)).chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The sheet with some cells written anew, by event and column. */
function edited(sheet: Buffer, edits: Record<string, Record<string, string>>): string {
  const [head, ...rows] = [...recordsOf(sheet.toString("utf8").replace(byteOrderMark, ""))].map(({ values }) => [
    ...values,
  ]);
  const at = (name: string) => head?.indexOf(name) ?? -1;
  for (const row of rows) {
    for (const [name, text] of Object.entries(edits[row[at("event_id")] ?? ""] ?? {})) row[at(name)] = text;
  }
  return [head, ...rows].map((row) => row?.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}

const resultOf = (job: Job) => {
  if (job.state !== "done") throw new Error(job.error);
  return job.result as SheetResult;
};
const changes = async (state: "waiting" | "aside" | "taken") =>
  value(
    await listSheetChanges(desk.analyst, {
      projectId: desk.projectId,
      jobId: undefined,
      states: [state],
      after: undefined,
      limit: 100,
    }),
  ).items;
const current = async () =>
  value(
    await listEvents(desk.editor, {
      ...{ projectId: desk.projectId, q: "", type: undefined, states: ["open", "accepted"] },
      ...{ from: undefined, to: undefined, after: undefined, limit: 100 },
    }),
  ).items;
const none = { legacy: 0, known: 0, changed: 0, meanwhile: 0, unchanged: 0, setAside: 0 };

describe("a sheet that was not edited", () => {
  test.each(["csv", "xlsx"] as const)("changes nothing (%s)", async (format) => {
    const { id } = await desk.claim({ quantities: [{ what: "killed", low: 3, high: 3 }] });
    await desk.event("=Clash near Hama, “a”", [id], { note: "two\nlines" });
    const job = await brought("import-sheet", await exported(format), {}, `sheet.${format}`);
    expect(resultOf(job).counts).toEqual({ ...none, unchanged: 1 });
    expect(await changes("waiting")).toEqual([]);
    expect((await current())[0]?.version).toBe(1);
  });
});

describe("an edited sheet", () => {
  test("returns as changes with both values, taken one by one or all; blanks erase nothing", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id], { note: "Kept" });
    await desk.accept(event);
    const sheet = edited(await exported(), {
      [event.id]: { title: "Clash near Hama", note: "", killed_low: "3", killed_high: "5", initiators: "Rebels" },
    });
    const check = (await brought("check-sheet", sheet)).result as SheetCheck;
    expect(check).toMatchObject({ counts: { ...none, changed: 1 }, locked: [{ column: "initiators", count: 1 }] });
    expect(await changes("waiting")).toEqual([]);
    const job = await brought("import-sheet", sheet);
    expect(resultOf(job).counts).toEqual({ ...none, changed: 1 });
    expect(await changes("waiting")).toMatchObject([
      {
        field: "killed",
        row: 2,
        was: { killed_low: null, killed_high: null },
        becomes: { killed_low: 3, killed_high: 5 },
      },
      {
        field: "title",
        was: { title: "Clash" },
        becomes: { title: "Clash near Hama" },
        title: "Clash",
        version: 1,
        current: 1,
      },
    ]);
    const one = { decision: "take" as const, changes: [{ jobId: job.id, row: 2, field: "title" }] };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, one))).toMatchObject({
      taken: 1,
      waiting: 1,
    });
    // A title needs no new decision, a figure does.
    expect((await current())[0]).toMatchObject({
      state: "accepted",
      content: { title: "Clash near Hama", note: "Kept" },
    });
    const all = { decision: "take" as const, changes: { jobId: job.id, all: true as const } };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, all))).toEqual({
      taken: 1,
      left: 0,
      refused: [],
      waiting: 0,
    });
    expect((await current())[0]).toMatchObject({
      state: "open",
      content: { figures: [{ outcome: "killed", low: 3, high: 5, reason: "sheet.csv, row 2" }] },
    });
    // Sent again it does nothing again.
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, one))).toMatchObject({ taken: 0 });
    expect((await current())[0]?.version).toBe(3);
  });

  test("sets aside what was changed meanwhile with both values, and takes it only by itself", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id]);
    const sheet = edited(await exported(), { [event.id]: { title: "From the sheet" } });
    value(await changeEvent(desk.analyst, event.id, { ...event.content, title: "From here", version: 1 }));
    const job = await brought("import-sheet", sheet);
    expect(resultOf(job).counts).toEqual({ ...none, meanwhile: 1 });
    const [aside] = await changes("aside");
    expect(aside).toMatchObject({
      was: { title: "From here" },
      becomes: { title: "From the sheet" },
      version: 1,
      current: 2,
    });
    const all = { decision: "take" as const, changes: { jobId: job.id, all: true as const } };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, all))).toMatchObject({ taken: 0 });
    const one = { decision: "take" as const, changes: [{ jobId: job.id, row: 2, field: "title" }] };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, one))).toMatchObject({ taken: 1 });
    expect((await current())[0]?.content.title).toBe("From the sheet");
  });

  test("of an older version is no change where only the event has moved on", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id]);
    const sheet = await exported();
    value(await changeEvent(desk.analyst, event.id, { ...event.content, title: "From here", version: 1 }));
    expect(resultOf(await brought("import-sheet", sheet)).counts).toEqual({ ...none, unchanged: 1 });
  });

  test("finds an event changed between the import and the decision, and sets it aside with what it has now", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id]);
    const job = await brought("import-sheet", edited(await exported(), { [event.id]: { title: "From the sheet" } }));
    value(await changeEvent(desk.analyst, event.id, { ...event.content, title: "From here", version: 1 }));
    const all = { decision: "take" as const, changes: { jobId: job.id, all: true as const } };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, all))).toMatchObject({
      taken: 0,
      refused: [{ row: 2 }],
    });
    expect(await changes("aside")).toMatchObject([
      { was: { title: "From here" }, becomes: { title: "From the sheet" } },
    ]);
    expect((await current())[0]?.content.title).toBe("From here");
  });

  test("sets a row aside that has more cells than columns, as an unquoted comma makes it", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id], { note: "First note" });
    const sheet = (await exported()).toString("utf8").replace("First note", "First note, with a comma");
    const job = await brought("import-sheet", sheet);
    expect(resultOf(job).counts).toEqual({ ...none, setAside: 1 });
    const [line] = value(await readLines(desk.editor, { id: job.id, outcome: "set-aside", after: -1, limit: 1 })).items;
    expect(line?.reason).toMatch(/more cells than there are columns/);
    expect((await current()).find(({ id }) => id === event.id)?.content.note).toBe("First note");
  });

  test("names ids that are changed, lost or unknown with their row, and everything else that is wrong with one", async () => {
    const events = [];
    for (const title of ["One", "Two", "Three"]) events.push(await desk.event(title, [(await desk.claim()).id]));
    const unknown = newId(EventId);
    const [one, two, three] = events.map(({ id }) => id);
    const sheet = edited(await exported(), {
      [one ?? ""]: { event_id: unknown },
      [two ?? ""]: { event_id: "1.2E+15" },
      [three ?? ""]: { event_id: "" },
    });
    const job = await brought("import-sheet", sheet);
    expect(resultOf(job).counts).toEqual({ ...none, setAside: 3 });
    const lines = value(await readLines(desk.editor, { id: job.id, outcome: "set-aside", after: -1, limit: 10 })).items;
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 4]);
    const reasons = lines.map(({ reason }) => reason).join("\n");
    expect(reasons).toContain(`The project has no event with the id ${unknown}.`);
    expect(reasons).toContain("“1.2e+15” is no id of an event here");
    expect(reasons).toContain("the id was lost");
    const damaged = edited(await exported(), {
      [one ?? ""]: { killed_low: "dozens" },
      [two ?? ""]: { title: "=1+1", latitude: "361234" },
      [three ?? ""]: { type: "Parade" },
    });
    const check = (await brought("check-sheet", damaged)).result as SheetCheck;
    expect(check.setAside.examples.map(({ reason }) => reason).toSorted()).toEqual([
      expect.stringMatching(/^killed_low: “dozens” is no whole number/),
      expect.stringMatching(/^title: The cell begins like a formula.*latitude: “361234” is no number of degrees/),
      "type: The codebook has no event type “Parade”.",
    ]);
  });

  test("keeps claims in an event that stay behind by an embargo", async () => {
    const [free, held] = [await desk.claim(), await desk.claim()];
    const event = await desk.event("Clash", [free.id, held.id]);
    await sql.rows("update report set embargo_until = now() + interval '1 day' where id = $1", [held.report.reportId]);
    const job = await brought("import-sheet", edited(await exported(), { [event.id]: { title: "Other" } }));
    const all = { decision: "take" as const, changes: { jobId: job.id, all: true as const } };
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, all))).toMatchObject({ taken: 1 });
    expect((await current())[0]?.content).toMatchObject({ title: "Other", claims: [{ id: free.id }, { id: held.id }] });
  });

  test("is for people who may change events, in its own project", async () => {
    const event = await desk.event("Clash", [(await desk.claim()).id]);
    const job = await brought("import-sheet", edited(await exported(), { [event.id]: { title: "Other" } }));
    const all = { decision: "leave" as const, changes: { jobId: job.id, all: true as const } };
    expect(await decideOnSheetChanges(desk.reader, desk.projectId, all)).toMatchObject({
      failure: { kind: "forbidden" },
    });
    const other = await anEventDesk();
    expect(await decideOnSheetChanges(other.editor, desk.projectId, all)).toMatchObject({
      failure: { kind: "not-found" },
    });
    const strange = { decision: "leave" as const, changes: { jobId: JobId.parse(job.id), all: true as const } };
    expect(value(await decideOnSheetChanges(other.editor, other.projectId, strange))).toMatchObject({ left: 0 });
    expect(value(await decideOnSheetChanges(desk.analyst, desk.projectId, all))).toMatchObject({ left: 1 });
  });
});

describe("rows from before", () => {
  const acled = [
    "event_id_cnty;event_date;time_precision;event_type;actor1;location;latitude;longitude;geo_precision;fatalities;notes;inter1",
    "SYR1;13/05/2014;1;Battles;Army;Hama;35,13;36,75;1;4;Shelling;1",
    "SYR2;14/05/2014;1;Battles;Army;Homs;34,73;36,71;1;0;;1",
    "SYR3;99/05/2014;1;Battles;Army;Homs;34,73;36,71;1;0;;1",
  ].join("\r\n");

  test("become events with their origin, and none becomes two when it comes again", async () => {
    const check = (await brought("check-sheet", acled, {}, "2014.csv")).result as SheetCheck;
    expect(check).toMatchObject({ days: "day first", strangeTypes: ["Battles"], counts: { legacy: 2, setAside: 1 } });
    expect(check.header.find(({ name }) => name === "inter1")).toMatchObject({ target: null, example: "1" });
    expect(resultOf(await brought("import-sheet", acled, { as: "accepted" }, "2014.csv")).counts).toEqual({
      ...none,
      legacy: 2,
      setAside: 1,
    });
    const [homs, hama] = await current();
    expect(hama).toMatchObject({
      state: "accepted",
      content: {
        ...{ title: "Battles, Hama, 2014-05-13", type: "Battles", note: "Shelling" },
        legacy: { file: "2014.csv", row: 2, formerId: "SYR1", said: { initiators: "Army" }, other: { inter1: "1" } },
      },
      derived: {
        date: { from: "2014-05-13" },
        place: { name: "Hama", latitude: 35.13 },
        figures: [{ low: 4, high: 4 }],
      },
    });
    expect(homs?.verdict).toMatchObject({ decision: "accept", reason: "Decided on before: 2014.csv" });
    expect(resultOf(await brought("import-sheet", acled, {}, "2014.csv")).counts).toEqual({
      ...none,
      known: 2,
      setAside: 1,
    });
    const sheet = (await exported()).toString("utf8");
    expect(sheet).toContain("2014.csv, row 2, SYR1");
    // As a sheet it comes back like any other, and what follows from claims elsewhere can be edited here.
    expect(resultOf(await brought("import-sheet", await exported())).counts).toEqual({ ...none, unchanged: 2 });
    const job = await brought("import-sheet", edited(await exported(), { [hama?.id ?? ""]: { initiators: "Rebels" } }));
    value(
      await decideOnSheetChanges(desk.analyst, desk.projectId, {
        decision: "take",
        changes: { jobId: job.id, all: true },
      }),
    );
    expect((await current()).find(({ id }) => id === hama?.id)?.content.legacy?.said).toEqual({ initiators: "Rebels" });
  });

  test("an event of one can be accepted and changed, and where it came from stays", async () => {
    await brought("import-sheet", acled, {}, "2014.csv");
    const [event] = await current();
    if (!event?.content.legacy) throw new Error("There is no event.");
    expect(await desk.accept(event)).toMatchObject({ state: "accepted" });
    const legacy = { ...event.content.legacy, file: "other.csv" };
    expect(await changeEvent(desk.analyst, event.id, { ...event.content, legacy, version: 1 })).toMatchObject({
      failure: { kind: "invalid" },
    });
  });

  test("with damaged ids are set aside: zeros that were cut off, numbers in short form", async () => {
    const sheet = "id,date,type\n00123,2014-05-06,A\n00124,2014-05-06,A\n125,2014-05-06,A\n1.2E+11,2014-05-06,A\n";
    const job = await brought("import-sheet", sheet, {}, "old.csv");
    expect(resultOf(job).counts).toEqual({ ...none, legacy: 2, setAside: 2 });
  });

  test("a file that is none is refused in words, and nothing is made", async () => {
    const job = await brought("import-sheet", "not a workbook", {}, "sheet.xlsx");
    expect(job).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/encrypted, old or something else.*Nothing was imported/),
    });
    expect(await brought("import-sheet", "title,note\r\n")).toMatchObject({ state: "failed" });
  });

  test("come in by the thousand, and a job that is begun again makes none twice", { timeout: 900_000 }, async () => {
    const count = Number(process.env["GLOSSATOR_ROWS"] ?? 5000);
    const lines = Array.from(
      { length: count },
      (_, nth) => `L${nth},2014-05-06,Battles,Army,Hama,35.13,36.75,${nth % 9},Words of row ${nth}`,
    );
    const sheet = `former_id,date_from,type,initiators,place,latitude,longitude,killed,note\n${lines.join("\n")}\n`;
    const begun = performance.now();
    const job = await brought("import-sheet", sheet, {}, "big.csv");
    expect(resultOf(job).counts).toEqual({ ...none, legacy: count });
    if (process.env["GLOSSATOR_ROWS"])
      process.stdout.write(`${count} rows: ${Math.round(performance.now() - begun)} ms\n`);
    await sql.rows(
      "update job set state = 'running', lease_until = now() - interval '1 second', position = $2 where id = $1",
      [job.id, 2000],
    );
    await runJob({ workspaceId: desk.editor.workspaceId, id: job.id }, jobKindsHere);
    expect(resultOf(value(await readJob(desk.editor, job.id))).counts).toEqual({ ...none, legacy: count });
    const [row] = await sql.rows<{ count: number }>("select count(*)::int as count from event where project_id = $1", [
      desk.projectId,
    ]);
    expect(row?.count).toBe(count);
  });
});
