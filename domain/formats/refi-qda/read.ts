import { aroundSources } from "@/domain/formats/refi-qda/around";
import { documentOfSource } from "@/domain/formats/refi-qda/read-source";
import { each, partsOf, type Tree } from "@/domain/formats/refi-qda/tree";
import { notRead } from "@/domain/formats/shared/asides";
import { wholeOf } from "@/domain/interchange/lines";
import type { FormatReader, Found, SentFile } from "@/domain/interchange/reader";
import { type OffsetUnit, offsetUnits } from "@/domain/interchange/units";

/** The standard says code points; NVivo and what reads its files count UTF-16 units. */
const units = ["code point", "UTF-16 code unit"] as const satisfies readonly OffsetUnit[];

/** Reads projects of any tool: an opened .qdpx with its project.qde and texts, or a codebook alone, which has no text. */
export const refiQdaReader: FormatReader = {
  extensions: [".qde", ".qdc", ".txt"],
  recognises(name, head) {
    if (/urn:QDA-XML:(?:project|codebook):/.test(head)) return 1;
    return /\.(?:qdpx|qde|qdc)$/i.test(name) ? 0.9 : 0;
  },
  asks: [{ name: "unit", answers: units, usual: "code point" }],
  async *read(files, { unit: asked }) {
    const unit = offsetUnits.find((one) => one === asked) ?? "code point";
    const texts = new Map<string, SentFile>();
    const projects: SentFile[] = [];
    for await (const file of files) {
      if (/\.(?:qde|qdc)$/i.test(file.name)) projects.push(file);
      else if (/\.txt$/i.test(file.name)) texts.set(baseName(file.name), file);
    }
    for (const file of projects) yield* readProject(file, { texts, unit });
  },
};

const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1).toLowerCase();

type Reading = { texts: ReadonlyMap<string, SentFile>; unit: OffsetUnit };

async function* readProject(file: SentFile, { texts, unit }: Reading): AsyncGenerator<Found> {
  const around = await aroundSources(file);
  const read = (path: string | undefined) => textAt(path, texts);
  for (const note of around.notes.values()) note.body ??= await read(note.path);
  for (const entity of around.entities) yield { is: "entity", entity };
  yield* around.found;
  for await (const { item } of partsOf(file, (group) => group === "Sources")) {
    for (const source of textsIn(item)) yield* documentOfSource(source, { around, unit, file: file.name, read });
    yield* notTexts(item, file.name);
  }
}

/** A text, or the text that stands for a PDF. */
function textsIn(item: Tree): Tree[] {
  if (item.name === "TextSource") return [item];
  return item.name === "PDFSource"
    ? each(item, "Representation").map((text) => ({
        ...text,
        has: { ...item.has, ...text.has, name: item.has["name"] ?? "" },
      }))
    : [];
}

const media = new Set(["PictureSource", "AudioSource", "VideoSource"]);

function* notTexts(item: Tree, file: string): Generator<Found> {
  const spot = { file, line: item.line };
  if (media.has(item.name)) yield notRead(item.name, spot, item.has["name"]);
  for (const selection of item.inner)
    if (selection.name === "PDFSelection") yield notRead("PDFSelection", { file, line: selection.line });
}

/** The text of a path such as "internal://GUID.txt"; undefined where no such file came along. */
async function textAt(path: string | undefined, texts: ReadonlyMap<string, SentFile>): Promise<string | undefined> {
  const file = path === undefined ? undefined : texts.get(baseName(path));
  return file && (await wholeOf(file));
}
