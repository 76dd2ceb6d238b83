import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import type { ReleaseFile } from "@/domain/release/release";
import type { ClaimedJob } from "@/server/data/jobs/jobs";
import { addFile, addReleasePart, endFile } from "@/server/data/releases/making";
import { partSize } from "@/server/data/releases/parts";
import { sql } from "@/server/data/transaction";

const deflated = promisify(deflateRaw);
/** Each part ends where another may follow; text gets hardly smaller at a higher level. */
const how = { level: 3, finishFlush: constants.Z_SYNC_FLUSH };

const lineEnd = 10;

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) lines += 1;
  return lines;
}

export type Keeping = {
  job: ClaimedJob;
  signal: AbortSignal /** Hears of lines that were kept. */;
  kept(lines: number): void;
};

/** Keeps a file of a release as it comes, a part at a time. */
export async function keepFile(
  { job, signal, kept }: Keeping,
  { nth, name }: { nth: number; name: string },
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReleaseFile> {
  await addFile(sql, job, { nth, name });
  const digest = createHash("sha256");
  let [bytes, sum, part, waiting] = [0, 0, 0, Buffer.alloc(0)];
  const keep = async (some: Buffer) => {
    signal.throwIfAborted();
    await addReleasePart(sql, job, { file: nth, part, packed: await deflated(some, how) });
    part += 1;
  };
  for await (const chunk of chunks) {
    digest.update(chunk);
    sum = crc32(chunk, sum);
    bytes += chunk.length;
    kept(linesIn(chunk));
    waiting = waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk]);
    for (; waiting.length >= partSize; waiting = waiting.subarray(partSize)) await keep(waiting.subarray(0, partSize));
  }
  if (waiting.length > 0) await keep(waiting);
  const file = { name, bytes, sha256: digest.digest("hex") };
  await endFile(sql, job, { nth, ...file, crc32: sum });
  return file;
}

/** A file that is made at once. */
export async function* textChunks(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
