import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatasetHeader, ExportCounts } from "@/domain/formats/dataset";
import type { Protection } from "@/domain/protection/protection";
import type { Asked } from "@/server/data/export/leaving";
import type { Snapshot } from "@/server/data/export/snapshot";
import { statementsFor } from "@/server/data/export/statements";
import { env } from "@/server/env";
import { openWriting, type Writing } from "@/server/export/workshop/thread";
import type { DataFile } from "@/server/release/view";

/** Milliseconds between two looks for a thread that is free: people's exports go first. */
const between = 500;

async function freeWriting(signal: AbortSignal): Promise<Writing> {
  for (;;) {
    signal.throwIfAborted();
    const writing = openWriting();
    if (writing) return writing;
    await sleep(between);
  }
}

export type DataJob = {
  snapshot: Snapshot;
  asked: Asked;
  header: DatasetHeader;
  counts: ExportCounts;
  protection: Protection;
  signal: AbortSignal;
};

/** The bytes of one file of data, written by an export's thread from the release's view of the database. */
export async function* dataChunks(
  { snapshot, asked, header, counts, protection, signal }: DataJob,
  { format, layer }: Pick<DataFile, "format" | "layer">,
): AsyncGenerator<Uint8Array> {
  const writing = await freeWriting(signal);
  try {
    const statements = await statementsFor(snapshot, asked);
    const options = { raw: false, byteOrderMark: format.usually.byteOrderMark, comments: false };
    const how = { header, format: format.id, layers: [layer], options, gz: false, protection };
    await writing.begin({ databaseUrl: env().databaseUrl, snapshot: await snapshot.share(), statements, ...how });
    writing.counted({ counts, losses: [] });
    for await (const chunk of writing.chunks()) {
      signal.throwIfAborted();
      yield chunk;
    }
  } finally {
    await writing.end();
  }
}
