import "server-only";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import type { ReleaseId, WorkspaceId } from "@/domain/ids";
import type { Packed } from "@/domain/release/zip-layout";
import type { Sql } from "@/server/data/transaction";

/** Bytes of a file that one row holds; only the last of a file has fewer. */
export const partSize = 1024 * 1024;
/** What ends a stream of deflated parts: an empty block that says it is the last. */
export const lastBlock = Buffer.from([0x03, 0x00]);

const inflated = promisify(inflateRaw);
const flush = { finishFlush: 2 };

export type Held = { workspaceId: WorkspaceId; id: ReleaseId };

/** The files as an archive holds them. */
export async function packedFiles(db: Sql, { workspaceId, id }: Held): Promise<Packed[]> {
  const rows = await db.rows<{ file: Packed }>(
    `select json_build_object('name', f.name, 'bytes', f.bytes, 'crc32', f.crc32, 'packed', (
              select coalesce(sum(p.length), 0) from release_part p
               where p.workspace_id = f.workspace_id and p.release_id = f.release_id and p.file = f.nth)) as file
       from release_file f where f.workspace_id = $1 and f.release_id = $2 order by f.nth`,
    [workspaceId, id],
  );
  return rows.map(({ file }) => ({ ...file, packed: file.packed + lastBlock.length }));
}

async function packedPart(db: Sql, { workspaceId, id }: Held, file: number, part: number) {
  const [row] = await db.rows<{ packed: Buffer }>(
    "select packed from release_part where workspace_id = $1 and release_id = $2 and file = $3 and part = $4",
    [workspaceId, id, file, part],
  );
  return row?.packed;
}

/** Bytes `start` to `end` of a file as it is. */
export async function* bytesOfFile(
  db: Sql,
  held: Held,
  { nth, start, end }: { nth: number; start: number; end: number },
): AsyncGenerator<Uint8Array> {
  for (let part = Math.floor(start / partSize); part * partSize < end; part += 1) {
    const packed = await packedPart(db, held, nth, part);
    if (!packed) throw new Error("A part of a release is not there any more.");
    const bytes = await inflated(packed, flush);
    const from = part * partSize;
    yield bytes.subarray(Math.max(0, start - from), Math.max(0, Math.min(bytes.length, end - from)));
  }
}

/** Bytes `start` to `end` of a file as an archive holds it, deflated. */
export async function* packedBytesOfFile(
  db: Sql,
  held: Held,
  { nth, start, end }: { nth: number; start: number; end: number },
): AsyncGenerator<Uint8Array> {
  const lengths = await db.rows<{ part: number; length: number }>(
    `select part, length from release_part where workspace_id = $1 and release_id = $2 and file = $3 order by part`,
    [held.workspaceId, held.id, nth],
  );
  let at = 0;
  for (const { part, length } of lengths) {
    if (at < end && at + length > start) {
      const packed = await packedPart(db, held, nth, part);
      if (!packed) throw new Error("A part of a release is not there any more.");
      yield packed.subarray(Math.max(0, start - at), end - at);
    }
    at += length;
  }
  const last = lastBlock.subarray(Math.max(0, start - at), Math.max(0, end - at));
  if (last.length > 0) yield last;
}

/** A whole file as text, a part at a time. */
export async function* textOfFile(
  db: Sql,
  held: Held,
  { nth, bytes }: { nth: number; bytes: number },
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  for await (const some of bytesOfFile(db, held, { nth, start: 0, end: bytes }))
    yield decoder.decode(some, { stream: true });
  yield decoder.decode();
}
