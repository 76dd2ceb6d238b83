import type { Format } from "@/domain/formats/format";
import { readNative } from "@/domain/formats/native/read";
import { formats } from "@/domain/formats/registry";
import type { FormatReader, SentFile } from "@/domain/interchange/reader";
import type { ReportsHere } from "../../data/annotated/reports-here";
import { headOf } from "./files";
import type { Piece } from "./piece";
import { tablePieces } from "./table/read";

export type Readable = Pick<Format, "id" | "name"> & {
  reader: Pick<FormatReader, "extensions" | "recognises" | "asks"> & Partial<Pick<FormatReader, "read">>;
};

/** Tables with one row a tag, whoever wrote them: what their columns hold is asked. Reports may be the project's own. */
const table: Readable = {
  id: "table",
  name: "Table with one row a tag (CSV, TSV, Excel)",
  reader: {
    extensions: [".csv", ".tsv", ".xlsx"],
    recognises: (name, head) => (/\.(?:csv|tsv|xlsx)$/i.test(name) && !head.startsWith("#FORMAT=") ? 0.5 : 0),
    asks: [],
  },
};
export const isTable = ({ id }: Pick<Format, "id">): boolean => id === table.id;

/** Every format that comes in. */
export const readable: readonly Readable[] = [
  ...formats.flatMap(({ id, name, reader }) => (reader ? [{ id, name, reader }] : [])),
  table,
];

/** The format whose files say everything that a project keeps. */
export const isOwn = ({ id }: Pick<Format, "id">): boolean => id === "jsonl";

/** Formats that could read these files, likeliest first, by a few of the files. */
export async function formatsFor(files: readonly SentFile[]): Promise<Readable[]> {
  const heads = await Promise.all(
    files.slice(0, 8).map(async (file) => ({ name: file.name, head: await headOf(file) })),
  );
  return readable
    .map((format) => ({
      format,
      score: heads.reduce((sum, { name, head }) => sum + format.reader.recognises(name, head), 0),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ format }) => format);
}

/** Whether a reader of the format takes a file of this name. */
export const takes = ({ reader }: Readable, { name }: Pick<SentFile, "name">): boolean =>
  reader.extensions.some((extension) => name.toLowerCase().endsWith(extension));

/** The files that a format takes; all of them where it takes none by their names. */
export function filesOf(format: Readable, files: readonly SentFile[]): SentFile[] {
  const taken = files.filter((file) => takes(format, file));
  const own = taken.filter(({ name }) => /(?:^|\/)(?:annotations|reports)\.csv$/i.test(name));
  // Our own tables say of claims, places and sources again what the table of all tags says.
  if (isTable(format) && own.some(({ name }) => /annotations\.csv$/i.test(name))) return own;
  return taken.length > 0 ? taken : [...files];
}

type Asked = {
  format: Readable;
  answers: Readonly<Record<string, string>>;
  own: boolean;
  /** Where reports that tables name are looked for. */
  reports: ReportsHere;
};

/** Everything in the files, one after the other. Throws `BrokenFile` where one can't be read on. */
export async function* piecesIn(files: readonly SentFile[], asked: Asked): AsyncGenerator<Piece> {
  const { format, answers, own, reports } = asked;
  if (isTable(format)) {
    yield* tablePieces(files, answers, reports);
    return;
  }
  if (own) {
    for (const file of files) yield* ownPieces(file);
    return;
  }
  async function* each() {
    yield* files;
  }
  if (format.reader.read) yield* format.reader.read(each(), answers);
}

async function* ownPieces(file: SentFile): AsyncGenerator<Piece> {
  for await (const found of readNative(file)) {
    if (found.is === "person") yield { is: "person", ...found.person };
    else if (found.is === "codebook") yield { is: "codebook", content: found.codebook.content };
    else if (found.is === "entity") yield { is: "own-entity", entity: found.entity };
    else if (found.is === "bundle" || found.is === "set-aside") yield found;
  }
}
