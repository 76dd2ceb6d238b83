import { gunzipSync, inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import type { Gate } from "@/domain/protection/what-may-leave";

/** A file that was written, or one inside of it: `table.xlsx/xl/worksheets/sheet1.xml`. */
export type WrittenFile = { name: string; bytes: Uint8Array };

/** A protected name that stands in a file. */
export type LeftIn = { file: string; name: string };

const begins = (bytes: Uint8Array, ...signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);
/** "PK" and "PAR1", and the first bytes of gzip and zlib. */
const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 3, 4);
const isParquet = (bytes: Uint8Array) => begins(bytes, 0x50, 0x41, 0x52, 0x31);
const isGzip = (bytes: Uint8Array) => begins(bytes, 0x1f, 0x8b);
const isZlib = (bytes: Uint8Array) => begins(bytes, 0x78) && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0);

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
const decoder = new TextDecoder("utf-8");

/** What can be read in a file once it and all that is in it are unpacked. */
async function* textsIn({ name, bytes }: WrittenFile): AsyncGenerator<{ file: string; text: string }> {
  if (isZip(bytes)) {
    for (const [inner, unpacked] of Object.entries(unzipSync(bytes))) {
      yield { file: name, text: inner };
      yield* textsIn({ name: `${name}/${inner}`, bytes: unpacked });
    }
    return;
  }
  if (isGzip(bytes)) return yield* textsIn({ name, bytes: gunzipSync(bytes) });
  if (isZlib(bytes)) return yield* textsIn({ name, bytes: inflateSync(bytes) });
  if (isParquet(bytes)) {
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    yield { file: name, text: JSON.stringify(rows, plain) };
    return;
  }
  yield { file: name, text: decoder.decode(bytes) };
}

/**
 * Looks for protected names in what was written, after everything was taken out of it that should not leave: nothing is
 * expected. What is found may be an ordinary word or the name of a column, so that a person looks at it.
 */
export async function leftIn(gate: Gate, files: readonly WrittenFile[]): Promise<LeftIn[]> {
  const found = new Map<string, LeftIn>();
  if (gate.open) return [];
  for (const each of files) {
    for await (const { file, text } of textsIn(each)) {
      for (const name of gate.namesIn(text)) found.set(`${file} ${name}`, { file, name });
    }
  }
  return [...found.values()];
}
