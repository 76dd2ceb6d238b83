import { Codebook } from "@/domain/codebook/codebook";
import type { ImportResult } from "@/domain/import/annotated";
import { troubleInWords } from "@/domain/interchange/in-words";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { bringCodebook } from "../../data/annotated/codebook";
import { connected } from "../../data/annotated/database";
import { bringEntities } from "../../data/annotated/entities";
import type { Item, Position } from "../../data/annotated/keep";
import { linkReports } from "../../data/annotated/link-reports";
import { peopleHere } from "../../data/annotated/people";
import { type Connection, outcomesOf, positionOf, projectOf } from "../../data/annotated/queries";
import { reportsHere } from "../../data/annotated/reports-here";
import type { Keeping } from "../../data/annotated/writing";
import type { Around } from "./around";
import { idsOf } from "./ids";
import { keepAll } from "./keep-all";
import type { Piece } from "./piece";
import { prepareBundle } from "./prepare-bundle";
import { prepareDocument } from "./prepare-document";
import { isOwn, piecesIn } from "./reading";
import { damageOf, opened, type Reader, surveyed } from "./survey";
import { type Say, Stopped, type Task } from "./task";

type ImportTask = Task & { is: "import" };

/** Imports the files of an upload, some records at a time, from where an earlier attempt ended. */
export async function importFiles(task: ImportTask, say: Say, stopped: () => boolean): Promise<ImportResult> {
  const [reading, writing] = [await connected(task.databaseUrl), await connected(task.databaseUrl)];
  try {
    const { files, format } = await opened(reading, task);
    const own = isOwn(format) && task.data.as === "as-in-file";
    const reader = { format, answers: task.data.answers, own, reports: reportsHere(reading, task.job) };
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
