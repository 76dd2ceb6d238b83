import { inflateRawSync } from "node:zlib";
import { Unreadable } from "./extracted";

/** One file of an archive, not yet inflated. */
export interface Entry {
  /** Its path, with `/`, never leading out of the archive. */
  readonly path: string;
  /** Bytes it says it will have. */
  readonly size: number;
  read: () => Uint8Array;
}

export interface Archive {
  readonly entries: readonly Entry[];
  get: (path: string) => Uint8Array | undefined;
}

/**
 * What an archive may be at most: entries, bytes of one and of all; and how many times an entry may grow that is larger
 * than `small` bytes.
 */
export const archiveLimits = {
  entries: 5000,
  entry: 64 * 1024 * 1024,
  total: 256 * 1024 * 1024,
  ratio: 200,
  small: 4 * 1024 * 1024,
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Reads the directory of a ZIP file (PKWARE's APPNOTE 6.3.10, 4.3). Sizes and names are checked before anything is
 * inflated, and again while it is: no entry may be larger than it says. Throws `Unreadable`.
 */
export function openArchive(bytes: Uint8Array, limits = archiveLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries)
    throw new Unreadable(`The archive has ${count} files; at most ${limits.entries} are read.`);
  const entries: Entry[] = [];
  let total = 0;
  for (let at = view.getUint32(end + 16, true), nth = 0; nth < count; nth += 1) {
    const head = headAt(view, at, bytes);
    at = head.next;
    if (head.path.endsWith("/")) continue;
    total += head.size;
    const swells = head.size > limits.small && head.size > head.packed * limits.ratio;
    if (swells || head.size > limits.entry || total > limits.total) {
      throw new Unreadable(`The archive would grow too large when unpacked (“${shortened(head.path)}”).`);
    }
    entries.push({ path: safePath(head.path), size: head.size, read: () => inflate(view, bytes, head) });
  }
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  return { entries, get: (path) => byPath.get(path.replace(/^\/+/, "").toLowerCase())?.read() };
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable("The file is cut off or damaged: its directory is missing. Get a whole copy.");
}

type Head = { path: string; packed: number; size: number; method: number; local: number; next: number };

function headAt(view: DataView, at: number, bytes: Uint8Array): Head {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const path = new TextDecoder(flags & 0x800 ? "utf-8" : "ibm866").decode(name);
  if (flags & 1) throw new Unreadable("The file is encrypted. Save it without a password and import it again.");
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 24, true);
  if (method !== 0 && method !== 8)
    throw new Unreadable(`“${shortened(path)}” is packed in a way that isn’t read here.`);
  return { path, packed: view.getUint32(at + 20, true), size, method, local: view.getUint32(at + 42, true), next };
}

function inflate(view: DataView, bytes: Uint8Array, { local, packed, size, method, path }: Head): Uint8Array {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw damaged();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const body = bytes.subarray(from, from + packed);
  if (body.byteLength < packed) throw damaged();
  if (method === 0) return body;
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new Unreadable(`“${shortened(path)}” in it is damaged or larger than it says. Get a whole copy.`);
  }
}

const damaged = () => new Unreadable("The file is cut off or damaged. Get a whole copy.");
const shortened = (path: string) => (path.length > 60 ? `…${path.slice(-60)}` : path);

/** A path that leads out of the archive is refused with the whole archive: nobody makes one by accident. */
function safePath(path: string): string {
  const plain = path.replaceAll("\\", "/");
  if (/^\/|^[a-z]:/i.test(plain) || plain.split("/").includes("..")) {
    throw new Unreadable(`The archive names a file outside itself (“${shortened(path)}”). It isn’t opened.`);
  }
  return plain;
}
