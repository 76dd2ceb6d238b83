import { createGunzip } from "node:zlib";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { bytesSource, pieces, type Source } from "./source";
import { entriesOf, inflated, type ZipEntry, zipLimits } from "./zip";

/** The files of an upload as readers take them: archives but workbooks opened, gzip unpacked, in the order of their names. */
export async function filesIn(sources: readonly Source[]): Promise<SentFile[]> {
  const files: SentFile[] = [];
  for (const source of sources) {
    const head = await source.slice(0, 4);
    const workbook = /\.xlsx$/i.test(source.name);
    if (!workbook && head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
      const folder = sources.length > 1 ? `${source.name}/` : "";
      files.push(...(await opened(await entriesOf(source), folder)));
    } else if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b) {
      files.push(sentFile(source.name.replace(/\.gz$/i, ""), () => gunzipped(source)));
    } else files.push(sentFile(source.name, () => pieces(source)));
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Bytes of an archive within an archive, which is unpacked into memory. */
const mostWithin = 256 * 1024 * 1024;

/** The entries of an archive; a REFI-QDA project in it, which is an archive too, is opened as well. */
async function opened(entries: readonly ZipEntry[], folder: string): Promise<SentFile[]> {
  const files: SentFile[] = [];
  for (const { name, size, open } of entries) {
    if (!/\.qdpx$/i.test(name) || size > mostWithin) {
      files.push(sentFile(`${folder}${name}`, open));
      continue;
    }
    const bytes: Buffer[] = [];
    for await (const piece of open()) bytes.push(piece);
    const within = await entriesOf(bytesSource(name, Buffer.concat(bytes)));
    files.push(...within.map((each) => sentFile(`${folder}${name}/${each.name}`, each.open)));
  }
  return files;
}

async function* gunzipped(source: Source): AsyncGenerator<Buffer> {
  const spot = { file: source.name };
  let seen = 0;
  for await (const piece of inflated(pieces(source), createGunzip(), spot)) {
    seen += piece.length;
    const most = Math.min(zipLimits.bytes, Math.max(source.size * zipLimits.ratio, 1024 * 1024));
    if (seen > most) throw new BrokenFile("too-large", spot);
    yield piece;
  }
}

const sentFile = (name: string, open: () => AsyncGenerator<Buffer>): SentFile => ({
  name,
  bytes: open,
  text: () => decoded(name, open()),
});

async function* decoded(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of bytes) {
      const text = decoder.decode(piece, { stream: true });
      if (text !== "") yield text;
    }
    const rest = decoder.decode();
    if (rest !== "") yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new BrokenFile("not-utf8", { file });
    throw error;
  }
}

/** The first 64 KiB of a file as text, for telling its format. */
export async function headOf(file: SentFile): Promise<string> {
  const most = 64 * 1024;
  let head = Buffer.alloc(0);
  for await (const piece of file.bytes()) {
    head = Buffer.concat([head, piece]);
    if (head.length >= most) break;
  }
  return new TextDecoder().decode(head.subarray(0, most));
}
