import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import { csv } from "@/domain/formats/csv/csv";
import type { DatasetHeader, ExportCounts } from "@/domain/formats/dataset";
import type { Format } from "@/domain/formats/format";
import { jsonl } from "@/domain/formats/jsonl";
import type { Loss } from "@/domain/formats/loss";
import type { ProjectId, UserId } from "@/domain/ids";
import { lossesOfProtection } from "@/domain/protection/losses";
import type { Protection } from "@/domain/protection/protection";
import type { ReleaseFilters } from "@/domain/release/asked";
import { releasableStates } from "@/domain/release/release-values";
import { aboutProject, entitiesOf, peopleOf } from "@/server/data/export/header";
import type { Asked } from "@/server/data/export/leaving";
import { lastSaid } from "@/server/data/releases/holdings";
import type { Sql } from "@/server/data/transaction";
import { version } from "@/server/version";

export type Who = { actor: Actor; standing: Standing; projectId: ProjectId };

export const generator = `glossator ${version}`;

/** What leaves in a release: the rule of exports, narrowed to what was asked for. Comments stay in the house. */
export const askedIn = (who: Who, filters: ReleaseFilters): Asked => {
  const { languages, reports, people, date } = filters;
  return {
    ...who,
    reportId: undefined,
    states: filters.states,
    kinds: filters.kinds,
    comments: false,
    narrowed: { languages, reports, people, date },
  };
};

/** An analyst's own layer, in whatever state its tags are: nobody decides on those. What is still blind stays out. */
export const askedOfAnalyst = (asked: Asked, analyst: UserId): Asked => ({
  ...asked,
  states: releasableStates,
  layer: analystLayer(analyst),
});

/** One file that the export's thread writes, with how many rows it will have. */
export type DataFile = { format: Format; layer: string; name: string; rows(counts: ExportCounts): number };

const filters = { standing: "asserted" } as const;

/** The files of every release: everything as JSON Lines, and each table. */
export const dataFiles: readonly DataFile[] = [jsonl, csv].flatMap((format) =>
  format.files
    .filter(({ onlyWhenAsked }) => !onlyWhenAsked)
    .map(({ layer, name, rows }) => ({ format, layer, name, rows: (counts) => rows(counts, filters) })),
);

/** The header of a release's data; what is in it says until when, no clock does. */
export async function headerIn(db: Sql, asked: Asked): Promise<DatasetHeader> {
  return {
    generator,
    exportedAt: await lastSaid(db, asked),
    ...(await aboutProject(db, asked)),
    filters: {
      states: [...asked.states],
      kinds: asked.kinds === null ? null : [...asked.kinds],
      reportId: null,
      ...filters,
    },
    people: await peopleOf(db, asked),
    entities: await entitiesOf(db, asked),
  };
}

/** What an embargo or what a project protects holds back, and what tables cannot carry; JSON Lines beside them carry it. */
export function lossesIn(counts: ExportCounts, header: DatasetHeader, protection: Protection): Loss[] {
  const held: Loss[] =
    counts.embargoed > 0 ? [{ what: "embargoed-reports", count: counts.embargoed, how: "dropped" }] : [];
  const options = { raw: false, byteOrderMark: true, comments: true };
  return [...held, ...lossesOfProtection(protection), ...jsonl.losses(counts, header.filters, options)];
}
