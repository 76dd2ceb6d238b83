import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { AskedExport, ExportPreview } from "@/domain/formats/asked";
import type { DatasetHeader, ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import { foreseen, mostTried } from "@/domain/formats/foreseen";
import { type ExportFile, type ExportOptions, type Format, fileAlone } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import { formatById, formats } from "@/domain/formats/registry";
import { type ProjectId, ReportId } from "@/domain/ids";
import type { OffsetUnit } from "@/domain/interchange/units";
import { lossesOfProtection } from "@/domain/protection/losses";
import type { Protection } from "@/domain/protection/protection";
import { tagStates } from "@/domain/tag/tag";
import { now } from "@/server/clock";
import { remember } from "@/server/data/entries";
import { countLeaving } from "@/server/data/export/counts";
import { aboutProject, entitiesOf, peopleOf } from "@/server/data/export/header";
import type { Asked } from "@/server/data/export/leaving";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";
import { statementsFor } from "@/server/data/export/statements";
import { isPractice } from "@/server/data/projects";
import { protectionOf } from "@/server/data/protection/load";
import { standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { env } from "@/server/env";
import type { Counted } from "@/server/export/workshop/messages";
import { openWriting, type Writing } from "@/server/export/workshop/thread";
import { whileNothingIsTightened } from "@/server/operations/protect/while-nothing-is-tightened";
import { version } from "@/server/version";

/** A whole project, or one report of it. */
export type ExportTarget = { projectId: ProjectId } | { reportId: ReportId };

export type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };

const generator = `glossator ${version}`;
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

type Leaving = { filters: ExportFilters; options: ExportOptions; protection: Protection };

/** What is held back by an embargo or protected, and what the format cannot carry. */
function lossesOf(format: Format, counts: ExportCounts, { filters, options, protection }: Leaving): Loss[] {
  const held: Loss[] =
    counts.embargoed > 0 ? [{ what: "embargoed-reports", count: counts.embargoed, how: "dropped" }] : [];
  return [...held, ...lossesOfProtection(protection), ...format.losses(counts, filters, options)];
}

/** The counts of what leaves: threads that nobody asked for do not. */
const leaving = (counts: ExportCounts, { comments }: ExportOptions): ExportCounts =>
  comments ? counts : { ...counts, threads: 0, comments: 0 };

type Found = { asked: Asked; format: Format; files: readonly ExportFile[]; options: ExportOptions };
/** What was asked for, bound by what the project protects. */
type Bound = Found & { protection: Protection };

async function boundIn(snapshot: Snapshot, found: Found): Promise<Bound> {
  const protection = await protectionOf(snapshot, found.asked);
  return { ...found, protection, asked: { ...found.asked, held: protection.held } };
}

function optionsOf(wanted: AskedExport, format: Format, files: readonly ExportFile[]): ExportOptions {
  const [only] = files;
  const named = files.length === 1 && only?.onlyWhenAsked === true;
  return {
    raw: wanted.raw,
    byteOrderMark: wanted.bom ?? (format.usually.byteOrderMark && !wanted.raw),
    comments: wanted.comments ?? (named || format.usually.comments),
    ...(format.units ? { unit: wanted.unit ?? format.units[0] } : {}),
  };
}

/** The files of one layer, or all that leave without being asked for by name. */
function filesOf(format: Format, wanted: AskedExport): readonly ExportFile[] {
  const { layer, comments = format.usually.comments } = wanted;
  if (layer === undefined) return format.files.filter(({ onlyWhenAsked }) => comments || !onlyWhenAsked);
  const now = format.formerLayers?.[layer] ?? layer;
  return format.files.filter((file) => file.layer === now);
}

async function allowed(actor: Actor, target: ExportTarget, wanted: AskedExport): Promise<Result<Found>> {
  const on = "reportId" in target ? await standingOn(sql, actor, target.reportId) : undefined;
  const projectId = "projectId" in target ? target.projectId : on?.projectId;
  const standing = projectId && (on?.standing ?? (await standingIn(sql, actor, projectId)));
  if (!projectId || !standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "export");
  if (refusal) return fail(refusal);
  if (await isPractice(sql, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
  const format = formatById(wanted.format);
  if (!format) return invalid("format", `One of ${formats.map(({ id }) => id).join(", ")}.`);
  const files = filesOf(format, wanted);
  if (files.length === 0) return invalid("layer", `One of ${format.files.map(({ layer }) => layer).join(", ")}.`);
  if (wanted.unit && !format.units?.includes(wanted.unit)) {
    return invalid(
      "unit",
      format.units ? `One of ${format.units.join(", ")}.` : `${format.name} has no choice of units.`,
    );
  }
  const options = optionsOf(wanted, format, files);
  const reportId = "reportId" in target ? ReportId.parse(target.reportId) : undefined;
  const asked = {
    actor,
    standing,
    projectId,
    reportId,
    states: wanted.state,
    kinds: wanted.kind ?? null,
    comments: options.comments,
  };
  return ok({ asked, format, files, options });
}

const filtersOf = ({ states, kinds, reportId }: Asked, { standing }: AskedExport) => ({
  states: [...states],
  kinds: kinds === null ? null : [...kinds],
  reportId: reportId ?? null,
  standing,
});

async function headerOf(snapshot: Snapshot, asked: Asked, wanted: AskedExport): Promise<DatasetHeader> {
  const about = await aboutProject(snapshot, asked);
  return {
    generator,
    exportedAt: now().toISOString(),
    ...about,
    filters: filtersOf(asked, wanted),
    people: await peopleOf(snapshot, asked),
    entities: await entitiesOf(snapshot, asked),
  };
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
