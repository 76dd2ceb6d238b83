import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { AskedExport, ExportPreview } from "@/domain/formats/asked";
import type { Dataset, DatasetHeader, ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import type { ExportFile, ExportOptions, Format, Loss } from "@/domain/formats/format";
import { formatById, formats } from "@/domain/formats/registry";
import { type ProjectId, ReportId } from "@/domain/ids";
import { tagStates } from "@/domain/tag/tag";
import { now } from "@/server/clock";
import { remember } from "@/server/data/entries";
import { bundlesOf } from "@/server/data/export/bundles";
import { countLeaving } from "@/server/data/export/counts";
import { aboutProject, entitiesOf, peopleOf } from "@/server/data/export/header";
import type { Asked } from "@/server/data/export/leaving";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";
import { isPractice } from "@/server/data/projects";
import { standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { zipped } from "@/server/export/zip";
import { version } from "@/server/version";

/** A whole project, or one report of it. */
export type ExportTarget = { projectId: ProjectId } | { reportId: ReportId };

export type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };

const generator = `glossator ${version}`;
const hash = () => {
  const digest = createHash("sha256");
  return { update: (text: string) => void digest.update(text), hex: () => digest.digest("hex") };
};

/** Counts what would leave and says what the format cannot carry. */
export async function previewExport(
  actor: Actor,
  target: ExportTarget,
  wanted: AskedExport,
): Promise<Result<ExportPreview>> {
  const found = await allowed(actor, target, wanted);
  if (!found.ok) return found;
  const { asked, format, files, options } = found.value;
  const snapshot = await openSnapshot();
  try {
    const counts = await countLeaving(snapshot, asked);
    const all = await countLeaving(snapshot, { ...asked, states: tagStates.filter((state) => state !== "withdrawn") });
    const filters = { ...filtersOf(asked, wanted) };
    return ok({
      format: format.id,
      offsetUnit: format.offsetUnit,
      filters: { states: filters.states, kinds: filters.kinds, standing: filters.standing },
      counts: leaving(counts, options),
      losses: lossesOf(format, counts, filters, options),
      files: files.map(({ layer, name, rows }) => ({ layer, name, rows: rows(counts, filters) })),
      inAllStates: all.annotations + all.relations,
    });
  } finally {
    await snapshot.end();
  }
}

/** Streams what was asked for from one snapshot; the history says who took what. */
export async function exportDataset(
  actor: Actor,
  target: ExportTarget,
  wanted: AskedExport,
): Promise<Result<Download>> {
  const found = await allowed(actor, target, wanted);
  if (!found.ok) return found;
  const { asked, format, files, options } = found.value;
  const snapshot = await openSnapshot();
  let header: DatasetHeader;
  let losses: Loss[];
  try {
    const counts = await countLeaving(snapshot, asked);
    header = await headerOf(snapshot, asked, wanted, leaving(counts, options));
    losses = lossesOf(format, counts, header.filters, options);
    await rememberExport(asked, header, format.id);
  } catch (error) {
    await snapshot.end();
    throw error;
  }
  const dataset: Dataset = { header, reports: () => bundlesOf(snapshot, asked) };
  const name = `${header.project.slug}-${header.exportedAt.slice(0, 10)}`;
  const [only] = files;
  if (only && files.length === 1) {
    const fileName = format.files.length === 1 ? `${name}.${format.extension}` : `${name}-${only.name}`;
    const chunks = closing(encoded(only.write(dataset, { ...options, hash })), snapshot);
    return ok({ fileName, mediaType: format.mediaType, chunks });
  }
  const chunks = closing(zipped(entries({ dataset, format, files, options, losses })), snapshot);
  return ok({ fileName: `${name}-${format.id}.zip`, mediaType: "application/zip", chunks });
}

/** What is held back by an embargo, and what the format cannot carry. */
function lossesOf(format: Format, counts: ExportCounts, filters: ExportFilters, options: ExportOptions): Loss[] {
  const held: Loss[] =
    counts.embargoed > 0 ? [{ what: "embargoed-reports", count: counts.embargoed, how: "dropped" }] : [];
  return [...held, ...format.losses(counts, filters, options)];
}

/** The counts of what leaves: threads that nobody asked for do not. */
const leaving = (counts: ExportCounts, { comments }: ExportOptions): ExportCounts =>
  comments ? counts : { ...counts, threads: 0, comments: 0 };

type Found = { asked: Asked; format: Format; files: readonly ExportFile[]; options: ExportOptions };

function optionsOf(wanted: AskedExport, format: Format, files: readonly ExportFile[]): ExportOptions {
  const [only] = files;
  const named = files.length === 1 && only?.onlyWhenAsked === true;
  return {
    raw: wanted.raw,
    byteOrderMark: wanted.bom ?? (format.usually.byteOrderMark && !wanted.raw),
    comments: wanted.comments ?? (named || format.usually.comments),
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

async function headerOf(
  snapshot: Snapshot,
  asked: Asked,
  wanted: AskedExport,
  counts: ExportCounts,
): Promise<DatasetHeader> {
  const about = await aboutProject(snapshot, asked);
  return {
    formatVersion: 1,
    generator,
    exportedAt: now().toISOString(),
    ...about,
    filters: filtersOf(asked, wanted),
    counts,
    people: await peopleOf(snapshot, asked),
    entities: await entitiesOf(snapshot, asked),
  };
}

const rememberExport = ({ actor, projectId, reportId }: Asked, { counts, filters }: DatasetHeader, format: string) =>
  inTransaction(actor.workspaceId, async (tx) => {
    const refs = { format, states: filters.states.join(","), annotations: counts.annotations };
    await remember(tx, { by: actor.userId, did: "exported", projectId, reportId, refs });
    return ok(undefined);
  });

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < 64 * 1024) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  if (waiting !== "") yield encoder.encode(waiting);
}

/** Gives the connection back however the download ends: to its end, by an error, or dropped by its reader. */
async function* closing(chunks: AsyncIterable<Uint8Array>, snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } finally {
    await snapshot.end();
  }
}

type Written = { name: string; bytes: number; sha256: string };

/** The files of a zip, what stands in them, and last the manifest with the SHA-256 of each. */
type Archive = Omit<Found, "asked"> & { dataset: Dataset; losses: readonly Loss[] };

async function* entries({ dataset, format, files, options, losses }: Archive) {
  const written: Written[] = [];
  for (const file of files) {
    const digest = createHash("sha256");
    let bytes = 0;
    const watched = async function* () {
      for await (const chunk of encoded(file.write(dataset, { ...options, hash }))) {
        digest.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
      written.push({ name: file.name, bytes, sha256: digest.digest("hex") });
    };
    yield { name: file.name, chunks: watched() };
  }
  const readme = format.readme?.(dataset.header, files, options);
  if (readme !== undefined) yield { name: "README.md", chunks: page(readme) };
  yield { name: "manifest.json", chunks: page(manifestOf({ dataset, format, files, options, losses }, written)) };
}

function manifestOf({ dataset, format, options, losses }: Archive, files: readonly Written[]): string {
  const { people: _people, entities: _entities, guidelines: _guidelines, codebook, ...said } = dataset.header;
  const { id, offsetUnit } = format;
  const all = { format: id, offsetUnit, ...options, ...said, codebookVersion: codebook.version, losses, files };
  return `${JSON.stringify(all, null, 2)}\n`;
}

async function* page(text: string) {
  yield new TextEncoder().encode(text);
}
