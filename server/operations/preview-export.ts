import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import type { AskedExport, ExportPreview } from "@/domain/formats/asked";
import type { ExportCounts } from "@/domain/formats/dataset";
import { foreseen, mostTried } from "@/domain/formats/foreseen";
import type { Loss } from "@/domain/formats/loss";
import { tagStates } from "@/domain/tag/tag";
import { countLeaving } from "@/server/data/export/counts";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";
import { statementsFor } from "@/server/data/export/statements";
import { env } from "@/server/env";
import { openWriting } from "@/server/export/workshop/thread";
import {
  allowed,
  type Bound,
  boundIn,
  type ExportTarget,
  filtersOf,
  headerOf,
  leaving,
  lossesOf,
} from "@/server/operations/export/asked";

/** Counts what would leave and says what the format cannot carry. */
export async function previewExport(
  actor: Actor,
  target: ExportTarget,
  wanted: AskedExport,
): Promise<Result<ExportPreview>> {
  const found = await allowed(actor, target, wanted);
  if (!found.ok) return found;
  const { format, files, options } = found.value;
  const snapshot = await openSnapshot();
  try {
    const bound = await boundIn(snapshot, found.value);
    const { asked, protection } = bound;
    const counts = await countLeaving(snapshot, asked);
    const all = await countLeaving(snapshot, { ...asked, states: tagStates.filter((state) => state !== "withdrawn") });
    const filters = { ...filtersOf(asked, wanted) };
    return ok({
      format: format.id,
      offsetUnit: options.unit ?? format.offsetUnit ?? "",
      filters: { states: filters.states, kinds: filters.kinds, standing: filters.standing },
      counts: leaving(counts, options),
      losses: foreseen(
        format,
        lossesOf(format, counts, { filters, options, protection }),
        await trialOf(snapshot, bound, { wanted, counts }),
      ),
      files: files.map(({ layer, name, rows }) => ({ layer, name, rows: rows(counts, filters) })),
      inAllStates: all.annotations + all.relations,
    });
  } finally {
    await snapshot.end();
  }
}

/** Milliseconds that a trial may take. */
const patience = 3_000;

/** What only writing finds out; undefined where there is too much to write for a preview, or all threads are writing. */
async function trialOf(
  snapshot: Snapshot,
  { asked, protection, format, files, options }: Bound,
  { wanted, counts }: { wanted: AskedExport; counts: ExportCounts },
): Promise<readonly Loss[] | undefined> {
  if (!format.whileWriting) return [];
  if (counts.annotations + counts.relations > mostTried) return undefined;
  const writing = openWriting();
  if (!writing) return undefined;
  try {
    const header = await headerOf(snapshot, asked, wanted);
    const statements = await statementsFor(snapshot, asked);
    const how = { header, format: format.id, layers: files.map(({ layer }) => layer), options, gz: false };
    const job = { databaseUrl: env().databaseUrl, snapshot: await snapshot.share(), statements, protection, ...how };
    return await writing.tried({ job, counts: leaving(counts, options), within: patience });
  } finally {
    await writing.end();
  }
}
