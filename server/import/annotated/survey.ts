import { createHash } from "node:crypto";
import type { EntityRecord } from "@/domain/formats/dataset";
import { wholenessOf } from "@/domain/formats/native/read";
import type { ImportData, ImportResult } from "@/domain/import/annotated";
import type { NamedEntity } from "@/domain/interchange/document";
import { damageInWords } from "@/domain/interchange/in-words";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { sourcesOf } from "../../data/annotated/database";
import type { Connection } from "../../data/annotated/queries";
import type { ReportsHere } from "../../data/annotated/reports-here";
import { filesIn } from "./files";
import type { Piece } from "./piece";
import { filesOf, isOwn, piecesIn, type Readable, readable } from "./reading";
import { CannotImport, type Task } from "./task";
import { BrokenZip } from "./zip";

export type Reader = { format: Readable; answers: ImportData["answers"]; own: boolean; reports: ReportsHere };
export type Damage = NonNullable<ImportResult["damage"]>;

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
export async function surveyed(files: readonly SentFile[], reader: Reader, data: ImportData): Promise<Survey> {
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
