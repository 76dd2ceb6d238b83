import "server-only";
import { ok } from "@/domain/failure";
import { type FileLine, linesIn } from "@/domain/gazetteer/file-lines";
import {
  type FiledName,
  type FiledPlace,
  type GeonamesFileKind,
  kindOfLine,
  readNameLine,
  readPlaceLine,
} from "@/domain/gazetteer/geonames-files";
import { placeNameLimits, type ReadPlaceNames } from "@/domain/job/place-name-file";
import {
  type BrokenLine,
  type Filed,
  filedCount,
  keepNames,
  keepPlaces,
  listBroken,
  noteFiled,
} from "@/server/data/gazetteer/filing";
import { dropPlaceNameFiles, formerFiles } from "@/server/data/gazetteer/place-name-files";
import { dropUpload, partsOf } from "@/server/data/jobs/uploads";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { codesHeaderOf, readAreaCodes } from "@/server/gazetteer/read-area-codes";
import { JobFailed, type RunningInWorkspace } from "@/server/jobs/kind";

type Job = RunningInWorkspace<ReadPlaceNames>;

/** Lines that are kept together, all or none. */
const atOnce = 1000;

/**
 * Reads a country file or a file of alternate names into the gazetteer, some lines at a time, and a table of P-codes as a
 * whole. What can't be read is listed and passed over. Begun again, it does the same again: everything has a number or a code of its own.
 */
export async function readPlaceNames(job: Job): Promise<Omit<Filed, "lines" | "total">> {
  const total = await linesOf(job);
  const lines = () => linesIn(bytesOf(job));
  const header = await codesHeaderOf(lines());
  const filed = await (header ? readAreaCodes(job, header, { total, lines }) : readGeonamesFile(job, total));
  await inTransaction(job.workspaceId, async (tx) => {
    await dropPlaceNameFiles(tx, await formerFiles(tx, { id: job.id, name: job.data.name }));
    await dropUpload(tx, job.workspaceId, job.data.upload);
    return ok(undefined);
  });
  const { kind, kept, broken, passedOver } = filed;
  return { kind, kept, broken, passedOver };
}

async function readGeonamesFile(job: Job, total: number): Promise<Filed> {
  let [filed, kind]: [Filed | undefined, GeonamesFileKind | undefined] = [undefined, undefined];
  for await (const lines of someAtATime(linesIn(bytesOf(job)))) {
    job.signal.throwIfAborted();
    kind ??= kindOf(lines);
    filed = await keep(job, kind, { before: filed ?? { kind, ...none, total }, lines });
    await checkRoom(job, kind, filed);
  }
  if (!filed) throw new JobFailed("The file has no lines. Nothing was changed.");
  return filed;
}

const none = { lines: 0, kept: 0, broken: 0, passedOver: 0 };

const bytesOf = ({ workspaceId, data }: Job) => partsOf(sql, { workspaceId, id: data.upload, nth: 1 });

async function linesOf(job: Job): Promise<number> {
  let [ends, last] = [0, 10];
  for await (const bytes of bytesOf(job)) {
    job.signal.throwIfAborted();
    for (const byte of bytes) if (byte === 10) ends += 1;
    last = bytes.at(-1) ?? last;
  }
  return last === 10 ? ends : ends + 1;
}

async function* someAtATime(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine[]> {
  let some: FileLine[] = [];
  for await (const line of lines) {
    some.push(line);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The kind that the first lines are of; a broken one among them does not decide. */
function kindOf(lines: readonly FileLine[]): GeonamesFileKind {
  if (lines[0]?.text.startsWith("PK\u0003\u0004"))
    throw new JobFailed("This is a ZIP file. Unpack it and add the text file in it. Nothing was changed.");
  const kinds = lines.slice(0, 20).flatMap(({ text }) => kindOfLine(text) ?? []);
  if (kinds[0]) return kinds[0];
  throw new JobFailed(
    "This is no country file (19 columns between tabs), no file of alternate names (4 to 10) and no table of P-codes (a header with ADM1_PCODE). Nothing was changed.",
  );
}

type Read = { places: FiledPlace[]; names: FiledName[]; broken: BrokenLine[]; passedOver: number };

function readLines(kind: GeonamesFileKind, lines: readonly FileLine[]): Read {
  const read: Read = { places: [], names: [], broken: [], passedOver: 0 };
  for (const { number, text, broken } of lines) {
    const reason = broken ?? take(read, kind, text);
    if (reason !== undefined) read.broken.push({ number, reason, text });
  }
  return read;
}

/** Answers why a line can't be read. */
function take(read: Read, kind: GeonamesFileKind, text: string): string | undefined {
  if (text === "") return undefined;
  if (kind === "places") {
    const place = readPlaceLine(text);
    if (typeof place === "string") return place;
    if (place) read.places.push(place);
    else read.passedOver += 1;
  } else {
    const name = readNameLine(text);
    if (typeof name === "string") return name;
    if (name) read.names.push(name);
    else read.passedOver += 1;
  }
  return undefined;
}

async function keep(
  job: Job,
  kind: GeonamesFileKind,
  { before, lines }: { before: Filed; lines: readonly FileLine[] },
): Promise<Filed> {
  const read = readLines(kind, lines);
  const kept = await inTransaction(job.workspaceId, async (tx) => ok(await keepRead(tx, job, { before, read, lines })));
  if (!kept.ok)
    throw new JobFailed("The database was away for too long. What was read before is kept; add the file again.");
  return kept.value;
}

async function keepRead(
  tx: Tx,
  job: Job,
  { before, read, lines }: { before: Filed; read: Read; lines: readonly FileLine[] },
): Promise<Filed> {
  const { places, names, broken, passedOver } = read;
  const after: Filed = {
    ...before,
    lines: before.lines + lines.length,
    broken: before.broken + broken.length,
  };
  if (!(await noteFiled(tx, job, after))) throw new Error("The job is no longer this process's.");
  if (places.length > 0) await keepPlaces(tx, job.id, places);
  const named = names.length > 0 ? await keepNames(tx, job.id, names) : 0;
  after.kept += places.length + named;
  after.passedOver += passedOver + names.length - named;
  await noteFiled(tx, job, after);
  const room = Math.max(0, placeNameLimits.listed - before.broken);
  if (broken.length > 0 && room > 0) await listBroken(tx, { id: job.id, name: job.data.name }, broken.slice(0, room));
  return after;
}

/** Looked at only now and then, since counting takes time. */
async function checkRoom({ workspaceId }: Job, kind: GeonamesFileKind, { kept, lines }: Filed): Promise<void> {
  if (lines % (50 * atOnce) !== 0 && kept < placeNameLimits[kind]) return;
  if ((await filedCount(sql, workspaceId, kind)) <= placeNameLimits[kind]) return;
  const most = placeNameLimits[kind].toLocaleString("en");
  throw new JobFailed(
    `The files of this workspace hold more than ${most} ${kind}, and no more are taken. What was read is kept; remove a file, or add one of a single country.`,
  );
}
