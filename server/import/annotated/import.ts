import { createHash } from "node:crypto";
import { Codebook } from "@/domain/codebook/codebook";
import type { EntityRecord } from "@/domain/formats/dataset";
import { wholenessOf } from "@/domain/formats/native/read";
import type { ImportData, ImportResult } from "@/domain/import/annotated";
import type { NamedEntity } from "@/domain/interchange/document";
import { damageInWords, troubleInWords } from "@/domain/interchange/in-words";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { bringCodebook } from "../../data/annotated/codebook";
import { connected, sourcesOf } from "../../data/annotated/database";
import { bringEntities } from "../../data/annotated/entities";
import { type Item, type Keeping, keep, linesOf, type Position } from "../../data/annotated/keep";
import { linkReports } from "../../data/annotated/link-reports";
import { peopleHere } from "../../data/annotated/people";
import { type Connection, outcomesOf, positionOf, projectOf } from "../../data/annotated/queries";
import type { Around } from "./around";
import { filesIn } from "./files";
import { idsOf } from "./ids";
import { prepareBundle } from "./prepare-bundle";
import { prepareDocument } from "./prepare-document";
import { filesOf, isOwn, type Piece, piecesIn, type Readable, readable } from "./reading";
import { CannotImport, type Say, Stopped, type Task } from "./task";
import { BrokenZip } from "./zip";

type ImportTask = Task & { is: "import" };

/** Imports the files of an upload, some records at a time, from where an earlier attempt ended. */
export async function importFiles(task: ImportTask, say: Say, stopped: () => boolean): Promise<ImportResult> {
  const [reading, writing] = [await connected(task.databaseUrl), await connected(task.databaseUrl)];
  try {
    const { files, format } = await opened(reading, task);
    const own = isOwn(format) && task.data.as === "as-in-file";
    const reader = { format, answers: task.data.answers, own };
    const survey = await surveyed(files, reader, task.data);
    await bringCodebook(writing, task, own ? survey.codebook : undefined);
    const keeping = await prepared(writing, task);
    await bringEntities(keeping, { ...survey, here: keeping.entities });
    const run: Run = {
      ...keeping,
      position: await positionOf(writing, task.job, survey.total),
      later: task.job.attempt > 1,
    };
    say({ is: "progress", done: run.position.done, total: survey.total });
    const damage = await importEach(run, files, reader, { say, stopped });
    const linked = run.later && own ? await linkReports(run, piecesIn(files, reader), stopped) : 0;
    const outcomes = await outcomesOf(writing, task.job);
    const broken = damage ?? survey.damage;
    return {
      format: { id: format.id, name: format.name },
      ...outcomes,
      tags: outcomes.tags + linked,
      leftOut: [...run.leftOut].map(([what, count]) => ({ what, count })),
      ...(broken && { damage: broken }),
    };
  } finally {
    await Promise.all([reading.end(), writing.end()]);
  }
}

type Reader = { format: Readable; answers: ImportData["answers"]; own: boolean };
type Damage = NonNullable<ImportResult["damage"]>;

/** The files and the format that they are read as. */
export async function opened(
  client: Connection,
  { job, data }: Task,
): Promise<{ files: SentFile[]; format: Readable }> {
  const files = await filesIn(await sourcesOf(client, job, data.upload)).catch((error: unknown) => {
    throw error instanceof BrokenZip ? new CannotImport(`${error.message} Nothing was imported.`) : error;
  });
  const format = readable.find(({ id }) => id === data.format);
  if (!format) throw new CannotImport("There is no such format. Nothing was imported.");
  if (files.length === 0)
    throw new CannotImport("There are no files any more: they are kept for a week. Send them again.");
  return { files: filesOf(format, files), format };
}

type Survey = {
  total: number;
  entities: NamedEntity[];
  own: EntityRecord[];
  people: { id: string; name: string }[];
  codebook: unknown;
  damage: Damage | undefined;
};

/**
 * What has to be known before the first record is written: whether files are whole, how many records there are, and
 * whom they name. A damaged file is not imported unless somebody said so.
 */
async function surveyed(files: readonly SentFile[], reader: Reader, data: ImportData): Promise<Survey> {
  const survey: Survey = {
    ...{ total: 0, entities: [], own: [], people: [] },
    ...{ codebook: undefined, damage: undefined },
  };
  try {
    if (isOwn(reader.format)) await surveyOwn(files, reader, survey);
    else for await (const piece of piecesIn(files, reader)) note(survey, piece);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    survey.damage ??= damageOf(error);
  }
  const { damage } = survey;
  if (!damage || data.damaged) return survey;
  const where = damage.line === undefined ? damage.file : `${damage.file}, line ${damage.line}`;
  throw new CannotImport(`${where}: ${damage.reason} Nothing was imported.`);
}

/** Our own files count their reports cheaply, and name everybody before the first. */
async function surveyOwn(files: readonly SentFile[], reader: Reader, survey: Survey): Promise<void> {
  for (const file of files) {
    const { reports, damage } = await wholenessOf(file, sha256());
    survey.total += reports;
    if (damage) survey.damage ??= damageOf(damage);
    for await (const piece of piecesIn([file], reader)) {
      if (piece.is === "document" || piece.is === "bundle") break;
      note(survey, piece);
    }
  }
}

function note(survey: Survey, piece: Piece): void {
  if (piece.is === "document" || piece.is === "bundle") survey.total += 1;
  else if (piece.is === "entity") survey.entities.push(piece.entity);
  else if (piece.is === "own-entity") survey.own.push(piece.entity);
  else if (piece.is === "person") survey.people.push(piece);
  else if (piece.is === "codebook") survey.codebook = piece.content;
}

export const damageOf = (error: BrokenFile): Damage => ({ ...error.spot, reason: damageInWords(error) });

export function sha256() {
  const hash = createHash("sha256");
  return { update: (text: string) => void hash.update(text), hex: () => hash.digest("hex") };
}

type Prepared = Keeping & { leftOut: Map<string, number>; entities: Map<string, string> };
type Run = Prepared & { position: Position; later: boolean };

async function prepared(client: Connection, { job, data }: ImportTask): Promise<Prepared> {
  const row = await projectOf(client, job);
  if (!row) throw new Stopped();
  const leftOut = new Map<string, number>();
  const entities = new Map<string, string>();
  const people = peopleHere(job, data.authors);
  const mode = row.mode === "independent" ? "independent" : "shared";
  const around: Around = {
    project: {
      id: job.projectId,
      mode,
      twoPersonRule: row.two_person_rule,
      languages: row.languages,
    },
    layer: mode === "independent" ? "final" : "shared",
    codebook: Codebook.parse(row.content),
    codebookVersion: row.version,
    data,
    by: job.by,
    now: row.now,
    ids: idsOf(job.id, Math.floor(Number(row.began))),
    person: people.person,
    entity: (key) => entities.get(key),
    leftOut: (what) => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1),
  };
  return { client, job, around, people, leftOut, entities };
}

/** Records of one transaction, and about how many characters of them. */
const most = { documents: 100, size: 4_000_000 };

type Hearing = { say: Say; stopped: () => boolean };

async function importEach(run: Run, files: readonly SentFile[], reader: Reader, { say, stopped }: Hearing) {
  const from = run.position.pieces;
  let items: Item[] = [];
  let [size, pieces, documents] = [0, 0, 0];
  // While the database takes some records, the next ones are read.
  let writing: Promise<void> = Promise.resolve();
  const write = async (those: readonly Item[], until: number) => {
    const touched = await keepAll(run, those, until);
    if (touched.length > 0) say({ is: "touched", reports: touched });
  };
  const flush = async () => {
    await writing;
    if (stopped()) throw new Stopped();
    writing = write(items, pieces);
    // What goes wrong is heard before the next ones are written, or at the end.
    writing.catch(() => undefined);
    [items, size] = [[], 0];
  };
  try {
    for await (const piece of piecesIn(files, reader)) {
      pieces += 1;
      if (piece.is === "person") run.people.named(piece.id, piece.name);
      if (piece.is === "document" || piece.is === "bundle") documents += 1;
      if (pieces <= from) continue;
      const item = itemOf(piece, documents, run);
      if (!item) continue;
      if (item.is === "document" && item.prepared.later.length > 0) run.later = true;
      items.push(item);
      size += sizeOf(item);
      if (items.length >= most.documents || size > most.size) await flush();
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    await flush();
    await writing;
    return damageOf(error);
  }
  await flush();
  await writing;
  return undefined;
}

const sizeOf = (item: Item) =>
  item.is === "document" ? item.prepared.report.codePoints + item.prepared.tags.length * 1500 : item.record.length;

function itemOf(piece: Piece, nth: number, { around, leftOut }: Run): Item | undefined {
  switch (piece.is) {
    case "document":
      return documentItem(prepareDocument(piece.document, nth, around), piece.document.spot ?? { file: "" }, () =>
        JSON.stringify({ key: piece.document.key, title: piece.document.title }),
      );
    case "bundle":
      return documentItem(prepareBundle(piece.bundle, piece.spot, around), piece.spot, () =>
        JSON.stringify(piece.bundle.report),
      );
    case "set-aside": {
      const { spot, trouble, record } = piece.aside;
      return { is: "set-aside", file: spot.file, line: spot.line, reason: troubleInWords(trouble), record };
    }
    case "unread":
      leftOut.set(piece.unread.what, (leftOut.get(piece.unread.what) ?? 0) + 1);
      return undefined;
    default:
      return undefined;
  }
}

type Spot = { file: string; line?: number };

/** A document, or the line that says why there is none. */
function documentItem(made: ReturnType<typeof prepareBundle>, spot: Spot, record: () => string): Item {
  if (typeof made !== "string") return { is: "document", prepared: made };
  const place = { file: spot.file, line: spot.line };
  return { is: "set-aside", ...place, reason: made, record: record().slice(0, 2000), whole: true };
}

/** Keeps records; of those that the database refuses the one that it is about is set aside, and nothing else. */
async function keepAll(run: Run, items: readonly Item[], pieces: number, attempt = 1): Promise<string[]> {
  const { position } = run;
  const documents = items.filter((item) => item.is === "document" || item.whole).length;
  const after = { ...position, pieces, done: position.done + documents, lines: position.lines + linesOf(items) };
  try {
    const touched = await keep(run, items, after);
    run.position = after;
    return touched;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const raced = code === "23505" || code === "40001" || code === "40P01";
    if (raced && attempt < 4) return keepAll(run, items, pieces, attempt + 1);
    if (!/^2[23]/.test(code)) throw error;
    if (items.length === 1) return keepAll(run, items.map(refusedByDatabase), pieces);
    const half = Math.ceil(items.length / 2);
    // Only the last of them is the position from which a crash goes on.
    const touched = await keepAll(run, items.slice(0, half), position.pieces);
    return [...touched, ...(await keepAll(run, items.slice(half), pieces))];
  }
}

function refusedByDatabase(item: Item): Item {
  if (item.is === "set-aside") return { ...item, record: "" };
  const { spot, report } = item.prepared;
  const reason =
    "The database can’t keep it as it is: it refers to something that is not there, or stands there twice.";
  const place = { file: spot.file, line: spot.line };
  return { is: "set-aside", ...place, reason, record: JSON.stringify({ title: report.title }), whole: true };
}
