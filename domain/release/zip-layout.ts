/** A file as an archive holds it: its bytes deflated already. */
export type Packed = { name: string; bytes: number; packed: number; crc32: number };

/** A stretch of an archive: bytes of its own, or all deflated bytes of a file. `start` counts from the archive's first byte. */
export type Stretch = { start: number; length: number } & (
  | { is: "own"; bytes: Uint8Array }
  | { is: "file"; nth: number }
);

/** No part of an archive without extensions may lie beyond. */
export const mostOfArchive = 0xff_ff_ff_ff;

const deflated = 8;
/** Names are UTF-8. */
const flags = 0x0800;
const needed = 20;
/** The first day that an archive can name: the same release is the same archive, whenever it is fetched. */
const firstDay = 0x21;

/** What archive the files make, known without reading one of them, so that any stretch of it can be sent alone. */
export function zipLayout(files: readonly Packed[]): { stretches: Stretch[]; length: number } {
  const stretches: Stretch[] = [];
  let at = 0;
  const own = (bytes: Uint8Array) => {
    stretches.push({ is: "own", bytes, start: at, length: bytes.length });
    at += bytes.length;
  };
  const entries = files.map((file, nth) => {
    const start = at;
    own(bytesOf([0x04034b50, 4], ...headOf(file), ...nameOf(file), file.name));
    stretches.push({ is: "file", nth, start: at, length: file.packed });
    at += file.packed;
    return { file, start };
  });
  const directory = at;
  for (const { file, start } of entries) {
    const rest: Field[] = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [start, 4],
    ];
    own(bytesOf([0x02014b50, 4], [needed, 2], ...headOf(file), ...nameOf(file), ...rest, file.name));
  }
  const size = at - directory;
  const count = files.length;
  own(bytesOf([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [directory, 4], [0, 2]));
  return { stretches, length: at };
}

/** A number in so many bytes, the least first. */
type Field = readonly [number, number];

const headOf = ({ crc32, packed, bytes }: Packed): Field[] => [
  [needed, 2],
  [flags, 2],
  [deflated, 2],
  [0, 2],
  [firstDay, 2],
  [crc32, 4],
  [packed, 4],
  [bytes, 4],
];

const nameOf = ({ name }: Packed): Field[] => [
  [new TextEncoder().encode(name).length, 2],
  [0, 2],
];

function bytesOf(...parts: readonly (Field | string)[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) {
    if (typeof part === "string") bytes.push(...new TextEncoder().encode(part));
    else for (let nth = 0; nth < part[1]; nth += 1) bytes.push(Math.floor(part[0] / 256 ** nth) % 256);
  }
  return Uint8Array.from(bytes);
}
