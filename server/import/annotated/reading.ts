import type { EntityRecord, ReportBundle } from "@/domain/formats/dataset";
import type { Format } from "@/domain/formats/format";
import { readNative } from "@/domain/formats/native/read";
import { formats } from "@/domain/formats/registry";
import type { AnnotatedDocument, NamedEntity, Spot } from "@/domain/interchange/document";
import type { SentFile, SetAside, Unread } from "@/domain/interchange/reader";
import { headOf } from "./files";

/** What an import takes out of files, whatever their format. Our own files tell more of reports and entities. */
export type Piece =
  | { is: "document"; document: AnnotatedDocument }
  | { is: "entity"; entity: NamedEntity }
  | { is: "set-aside"; aside: SetAside }
  | { is: "unread"; unread: Unread }
  | { is: "person"; id: string; name: string }
  | { is: "codebook"; content: unknown }
  | { is: "own-entity"; entity: EntityRecord }
  | { is: "bundle"; bundle: ReportBundle; spot: Spot };

export type Readable = Format & Required<Pick<Format, "reader">>;

/** Every format that comes in. */
export const readable: readonly Readable[] = formats.flatMap((format) =>
  format.reader ? [{ ...format, reader: format.reader }] : [],
);

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
  return taken.length > 0 ? taken : [...files];
}

type Asked = { format: Readable; answers: Readonly<Record<string, string>>; own: boolean };

/** Everything in the files, one after the other. Throws `BrokenFile` where one can't be read on. */
export async function* piecesIn(files: readonly SentFile[], { format, answers, own }: Asked): AsyncGenerator<Piece> {
  if (own) {
    for (const file of files) yield* ownPieces(file);
    return;
  }
  async function* each() {
    yield* files;
  }
  yield* format.reader.read(each(), answers);
}

async function* ownPieces(file: SentFile): AsyncGenerator<Piece> {
  for await (const found of readNative(file)) {
    if (found.is === "person") yield { is: "person", ...found.person };
    else if (found.is === "codebook") yield { is: "codebook", content: found.codebook.content };
    else if (found.is === "entity") yield { is: "own-entity", entity: found.entity };
    else if (found.is === "bundle" || found.is === "set-aside") yield found;
  }
}
