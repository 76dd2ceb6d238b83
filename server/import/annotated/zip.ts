import { type Duplex, pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { BrokenFile } from "@/domain/interchange/reader";
import { pieces, type Source } from "./source";

/**
 * Reads a zip by its central directory (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), entry by entry, as it is
 * unpacked. What it says of itself is not believed: an entry that unpacks to more than it says, or a name that leads out
 * of the archive, is refused before anything is made of it.
 */

export type ZipEntry = { name: string; size: number; open(): AsyncGenerator<Buffer> };

/** What one archive may hold: entries, bytes once unpacked, and how many times as many as are sent. */
export const zipLimits = { entries: 10_000, bytes: 4 * 1024 ** 3, ratio: 1000 } as const;

/** Why an archive is not read at all, or which entry stops it, in a sentence. */
export class BrokenZip extends Error {}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const localSign = 0x04034b50;
const longestEnd = 22 + 0xffff;

export async function entriesOf(source: Source): Promise<ZipEntry[]> {
  const { count, at, size } = await endOf(source);
  if (count > zipLimits.entries) throw new BrokenZip(`It holds ${count} files; ${zipLimits.entries} are read at most.`);
  if (at + size > source.size || size > 64 * 1024 * 1024) throw new BrokenZip(cutOff);
  const directory = await whole(source, at, size);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let [place, unpacked] = [0, 0];
  for (let nth = 0; nth < count; nth += 1) {
    const found = entryAt(directory, place);
    place += found.length;
    if (found.name.endsWith("/") || isLitter(found.name)) continue;
    const name = safeName(found.name);
    if (names.has(name)) throw new BrokenZip(`${name} is in it twice.`);
    names.add(name);
    unpacked += found.size;
    if (unpacked > zipLimits.bytes) throw new BrokenZip("Unpacked it is larger than 4 GB.");
    if (found.size > 1024 * 1024 && found.size > found.packed * zipLimits.ratio)
      throw new BrokenZip(`${name} unpacks to more than ${zipLimits.ratio} times its size.`);
    entries.push({ name, size: found.size, open: () => unpack(source, { ...found, name }) });
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const cutOff = "The archive ends early: it was cut off.";

async function endOf(source: Source): Promise<{ count: number; at: number; size: number }> {
  const from = Math.max(0, source.size - longestEnd);
  const tail = await whole(source, from, source.size - from);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSign || at + 22 + tail.readUInt16LE(at + 20) > tail.length) continue;
    const end = { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) };
    if (end.count === 0xffff || end.at === 0xffffffff)
      throw new BrokenZip("It is a ZIP64 archive, for more than 4 GB or 65,535 files. Make several smaller ones.");
    return end;
  }
  throw new BrokenZip(cutOff);
}

type Found = {
  name: string;
  method: number;
  flags: number;
  packed: number;
  size: number;
  crc: number;
  at: number;
  length: number;
};

function entryAt(directory: Buffer, at: number): Found {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySign) throw new BrokenZip(cutOff);
  const nameLength = directory.readUInt16LE(at + 28);
  const length = 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (at + length > directory.length) throw new BrokenZip(cutOff);
  return {
    name: directory.toString("utf8", at + 46, at + 46 + nameLength),
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
    length,
  };
}

/** What archivers add by themselves. */
const isLitter = (name: string) => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(name);

function safeName(name: string): string {
  const parts = name.split("/");
  const leads = name.includes("\\") || name.includes("\0") || /^[a-z]:/i.test(name) || name.startsWith("/");
  if (leads || parts.some((part) => part === ".." || part === "." || part === ""))
    throw new BrokenZip(`It holds a file with the name ${JSON.stringify(name.slice(0, 200))}, which leads out of it.`);
  return name;
}

async function* unpack(source: Source, entry: Found): AsyncGenerator<Buffer> {
  const spot = { file: entry.name };
  if (entry.flags & 1) throw new BrokenFile("not-this-format", spot, "It is encrypted.");
  if (entry.method !== 0 && entry.method !== 8)
    throw new BrokenFile("not-this-format", spot, `It is packed in a way that is not read (${entry.method}).`);
  const head = await source.slice(entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== localSign) throw new BrokenFile("cut-off", spot);
  const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const to = from + entry.packed;
  if (to > source.size) throw new BrokenFile("cut-off", spot);
  const packed = pieces(source, from, to);
  yield* counted(entry.method === 0 ? packed : inflated(packed, createInflateRaw(), spot), entry, spot);
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  { size, crc }: Found,
  spot: { file: string },
): AsyncGenerator<Buffer> {
  let [seen, sum] = [0, 0];
  for await (const piece of bytes) {
    seen += piece.length;
    if (seen > size) throw new BrokenFile("too-large", spot, "It unpacks to more than it says.");
    sum = crc32(piece, sum);
    yield piece;
  }
  if (seen < size) throw new BrokenFile("cut-off", spot);
  if (sum !== crc) throw new BrokenFile("changed", spot);
}

/** Unpacks as it is read; what zlib can't read is a file that was cut off or damaged. */
export async function* inflated(
  packed: AsyncIterable<Buffer>,
  stream: Duplex,
  spot: { file: string },
): AsyncGenerator<Buffer> {
  const unpacking = pipeline(Readable.from(packed), stream, () => undefined);
  try {
    for await (const piece of unpacking) yield piece;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new BrokenFile(error.code === "Z_BUF_ERROR" ? "cut-off" : "changed", spot);
    throw error;
  }
}

async function whole(source: Source, from: number, length: number): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces(source, from, from + length)) all.push(piece);
  return Buffer.concat(all);
}
