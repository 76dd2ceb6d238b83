import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { AskedExport } from "@/domain/formats/asked";
import type { DatasetHeader, ExportCounts } from "@/domain/formats/dataset";
import { fileAlone } from "@/domain/formats/format";
import type { OffsetUnit } from "@/domain/interchange/units";
import { remember } from "@/server/data/entries";
import { countLeaving } from "@/server/data/export/counts";
import type { Asked } from "@/server/data/export/leaving";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";
import { statementsFor } from "@/server/data/export/statements";
import { inTransaction } from "@/server/data/transaction";
import { env } from "@/server/env";
import type { Counted } from "@/server/export/workshop/messages";
import { openWriting, type Writing } from "@/server/export/workshop/thread";
import {
  allowed,
  type Bound,
  boundIn,
  type ExportTarget,
  type Found,
  headerOf,
  leaving,
  lossesOf,
} from "@/server/operations/export/asked";
import { whileNothingIsTightened } from "@/server/operations/protect/while-nothing-is-tightened";

export type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };

/**
 * Streams what was asked for from one snapshot, written by a thread of its own; the history says who took what before
 * any record leaves.
 */
export async function exportDataset(
  actor: Actor,
  target: ExportTarget,
  wanted: AskedExport,
): Promise<Result<Download>> {
  const found = await allowed(actor, target, wanted);
  if (!found.ok) return found;
  const writing = openWriting();
  if (!writing) return fail({ kind: "unavailable", reason: "busy" });
  const { format, files, options } = found.value;
  const snapshot = await openSnapshot().catch(async (error: unknown) => {
    await writing.end();
    throw error;
  });
  try {
    const bound = await boundIn(snapshot, found.value);
    const { asked, protection } = bound;
    const header = await headerOf(snapshot, asked, wanted);
    const statements = await statementsFor(snapshot, asked);
    const layers = files.map(({ layer }) => layer);
    const how = { header, format: format.id, layers, options, gz: wanted.gz, protection };
    await writing.begin({ databaseUrl: env().databaseUrl, snapshot: await snapshot.share(), statements, ...how });
    const counted = countedAndRemembered(snapshot, bound, header);
    const chunks = whileNothingIsTightened(asked, protection.version, chunksOf(writing, counted));
    return ok({ ...namedBy(header, bound, wanted), chunks });
  } catch (error) {
    await writing.end();
    await snapshot.end();
    throw error;
  }
}

/** Gives the snapshot back, which the thread has for itself by now. */
async function countedAndRemembered(snapshot: Snapshot, bound: Bound, header: DatasetHeader): Promise<Counted> {
  const { asked, protection, format, files, options } = bound;
  const all = await countLeaving(snapshot, asked).finally(() => snapshot.end());
  const counts = leaving(all, options);
  const layer = files.length === 1 && format.files.length > 1 ? files[0]?.layer : undefined;
  const taken = { header, counts, format: format.id, layer, unit: options.unit, protection: protection.version };
  const remembered = await rememberExport(asked, taken);
  if (!remembered.ok) throw new Error(`The history did not take an export: ${remembered.failure.kind}.`);
  return { counts, losses: lossesOf(format, all, { filters: header.filters, options, protection }) };
}

/** What comes first names the project and no record of it; everything else waits until it was counted and remembered. */
async function* chunksOf(writing: Writing, counting: Promise<Counted>): AsyncGenerator<Uint8Array> {
  const counted = counting.then((told) => writing.counted(told));
  // Whoever asks for more hears what went wrong; somebody who left early does not.
  counted.catch(() => undefined);
  try {
    let first = true;
    for await (const chunk of writing.chunks()) {
      if (!first) await counted;
      first = false;
      yield chunk;
    }
    await counted;
  } finally {
    await writing.end();
  }
}

function namedBy({ project, exportedAt }: DatasetHeader, { format, files }: Found, { gz }: AskedExport) {
  const name = `${project.slug}-${exportedAt.slice(0, 10)}`;
  const alone = fileAlone(files);
  if (!alone) return { fileName: `${name}-${format.id}.zip`, mediaType: "application/zip" };
  const fileName = format.files.length === 1 ? `${name}.${format.extension}` : `${name}-${alone.name}`;
  return gz ? { fileName: `${fileName}.gz`, mediaType: "application/gzip" } : { fileName, mediaType: format.mediaType };
}

type Taken = {
  header: DatasetHeader;
  counts: ExportCounts;
  format: string;
  /** The one file that was asked for. */
  layer: string | undefined;
  unit: OffsetUnit | undefined;
  /** The version of the project's protection that it held to. */
  protection: number;
};

const rememberExport = ({ actor, projectId, reportId }: Asked, { header, counts, ...taken }: Taken) =>
  inTransaction(actor.workspaceId, async (tx) => {
    const { states, kinds } = header.filters;
    const { format, layer, unit, protection } = taken;
    const refs = {
      format,
      protection,
      states: states.join(","),
      annotations: counts.annotations,
      ...(kinds ? { kinds: kinds.join(",") } : {}),
      ...(layer === undefined ? {} : { layer }),
      ...(unit === undefined ? {} : { unit }),
    };
    await remember(tx, { by: actor.userId, did: "exported", projectId, reportId, refs });
    return ok(undefined);
  });
