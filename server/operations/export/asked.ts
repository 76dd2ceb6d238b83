import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { AskedExport } from "@/domain/formats/asked";
import type { DatasetHeader, ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import type { ExportFile, ExportOptions, Format } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import { formatById, formats } from "@/domain/formats/registry";
import { type ProjectId, ReportId } from "@/domain/ids";
import { lossesOfProtection } from "@/domain/protection/losses";
import type { Protection } from "@/domain/protection/protection";
import { now } from "@/server/clock";
import { aboutProject, entitiesOf, peopleOf } from "@/server/data/export/header";
import type { Asked } from "@/server/data/export/leaving";
import type { Snapshot } from "@/server/data/export/snapshot";
import { isPractice } from "@/server/data/projects";
import { protectionOf } from "@/server/data/protection/load";
import { standingIn, standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { version } from "@/server/version";

/** A whole project, or one report of it. */
export type ExportTarget = { projectId: ProjectId } | { reportId: ReportId };

const generator = `glossator ${version}`;
type Leaving = { filters: ExportFilters; options: ExportOptions; protection: Protection };

/** What is held back by an embargo or protected, and what the format cannot carry. */
export function lossesOf(format: Format, counts: ExportCounts, { filters, options, protection }: Leaving): Loss[] {
  const held: Loss[] =
    counts.embargoed > 0 ? [{ what: "embargoed-reports", count: counts.embargoed, how: "dropped" }] : [];
  return [...held, ...lossesOfProtection(protection), ...format.losses(counts, filters, options)];
}

/** The counts of what leaves: threads that nobody asked for do not. */
export const leaving = (counts: ExportCounts, { comments }: ExportOptions): ExportCounts =>
  comments ? counts : { ...counts, threads: 0, comments: 0 };

export type Found = { asked: Asked; format: Format; files: readonly ExportFile[]; options: ExportOptions };
/** What was asked for, bound by what the project protects. */
export type Bound = Found & { protection: Protection };

export async function boundIn(snapshot: Snapshot, found: Found): Promise<Bound> {
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

export async function allowed(actor: Actor, target: ExportTarget, wanted: AskedExport): Promise<Result<Found>> {
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

export const filtersOf = ({ states, kinds, reportId }: Asked, { standing }: AskedExport) => ({
  states: [...states],
  kinds: kinds === null ? null : [...kinds],
  reportId: reportId ?? null,
  standing,
});

export async function headerOf(snapshot: Snapshot, asked: Asked, wanted: AskedExport): Promise<DatasetHeader> {
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
