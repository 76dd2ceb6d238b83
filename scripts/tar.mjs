import { closeSync, fstatSync, openSync, read } from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** The little of the tar format (POSIX ustar) that a backup needs: plain files with short names, one after the other. */

const block = 512;
const readAt = promisify(read);
export const expanded = promisify(gunzip);

/** An archive that can't be read. The message says why, in half a sentence. */
export class Unreadable extends Error {}

/** @param {number} size what fills the last block of a file of this size */
const padding = (size) => Buffer.alloc((block - (size % block)) % block);

/** Two empty blocks. */
export const endOfArchive = Buffer.alloc(2 * block);

/**
 * One file as it stands in an archive.
 * @param {string} name shorter than 100 bytes @param {Buffer} content @param {Date} at
 */
export function fileOf(name, content, at) {
  const header = Buffer.alloc(block);
  const octal = (/** @type {number} */ number, /** @type {number} */ length) =>
    `${number.toString(8).padStart(length - 1, "0")}\0`;
  header.write(name, 0, 100);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(content.length, 12), 124);
  header.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(`${octal(sumOf(header), 7)} `, 148);
  return Buffer.concat([header, content, padding(content.length)]);
}

/** @param {Buffer} header with spaces where the sum will stand */
const sumOf = (header) => header.reduce((sum, byte) => sum + byte, 0);

/**
 * The files of an archive, one at a time; the archive is closed when they are no longer asked for.
 * @param {string} path
 * @returns {AsyncGenerator<{ name: string, content: Buffer }>} throws Unreadable
 */
export async function* filesIn(path) {
  const file = openSync(path, "r");
  try {
    const end = fstatSync(file).size;
    for (let at = 0; ; ) {
      const header = await exactly(file, block, { at, end });
      if (header.every((byte) => byte === 0)) return;
      const size = sizeIn(header);
      const content = await exactly(file, size, { at: at + block, end });
      yield { name: header.toString("utf8", 0, 100).replace(/\0.*$/s, ""), content };
      at += block + size + padding(size).length;
    }
  } finally {
    closeSync(file);
  }
}

/** @param {Buffer} header */
function sizeIn(header) {
  const number = (/** @type {number} */ from, /** @type {number} */ to) =>
    Number.parseInt(header.toString("latin1", from, to), 8);
  const [size, sum] = [number(124, 136), number(148, 156)];
  const plain = Buffer.from(header);
  plain.write("        ", 148);
  if (!(size >= 0) || sum !== sumOf(plain)) throw new Unreadable("it is not a backup, or it was changed or damaged");
  return size;
}

/** @param {number} file @param {number} length @param {{ at: number, end: number }} where */
async function exactly(file, length, { at, end }) {
  const incomplete = () => new Unreadable("it is incomplete: making or copying it was cut short");
  if (at + length > end) throw incomplete();
  const bytes = Buffer.alloc(length);
  for (let have = 0; have < length; ) {
    const { bytesRead } = await readAt(file, bytes, have, length - have, at + have);
    if (bytesRead === 0) throw incomplete();
    have += bytesRead;
  }
  return bytes;
}
