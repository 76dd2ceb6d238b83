import "server-only";
import type { ProjectId, ReportId, RevisionId, UserId } from "@/domain/ids";
import type { EncodingBasis, Provenance, ReportRow, ReportState, Triage } from "@/domain/report/report";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { countsOf, type ToSettle } from "@/domain/review/counting";

/** A report as its columns hold it. */
export type StoredReport = {
  id: ReportId;
  project_id: ProjectId;
  title: string;
  outlet: string | null;
  author: string | null;
  published: string | null;
  retrieved: string | null;
  url: string | null;
  language: string;
  direction: "ltr" | "rtl";
  state: ReportState;
  triage: Triage;
  duplicate_of: ReportId | null;
  words: number;
  code_points: number;
  created_at: Date;
  created_by: UserId;
  revision_id: RevisionId;
  original_sha256: string;
  text_sha256: string;
  encoding: string;
  encoding_basis: EncodingBasis;
  language_guessed: boolean;
  found_confirmed: boolean;
  media_type: string;
  file_name: string | null;
  byte_length: number;
  closed_at: Date | null;
  archived_at: Date | null;
  layers_opened_at: Date | null;
  tags: Record<string, number> | null;
  to_settle: ToSettle | null;
  open_threads: number;
  priority: number;
  due: string | null;
  embargo_until: Date | null;
  fields: ReportFieldValues;
  assignees: UserId[] | null;
};

const provenanceOf = (row: StoredReport): Provenance => ({
  title: row.title,
  ...(row.outlet === null ? {} : { outlet: row.outlet }),
  ...(row.author === null ? {} : { author: row.author }),
  ...(row.published === null ? {} : { published: row.published }),
  ...(row.retrieved === null ? {} : { retrieved: row.retrieved }),
  ...(row.url === null ? {} : { url: row.url }),
});

export const rowFrom = (row: StoredReport): ReportRow => ({
  ...provenanceOf(row),
  id: row.id,
  projectId: row.project_id,
  language: row.language,
  direction: row.direction,
  ...(Object.keys(row.fields).length > 0 && { fields: row.fields }),
  state: row.state,
  triage: row.triage,
  ...(row.duplicate_of === null ? {} : { duplicateOf: row.duplicate_of }),
  words: row.words,
  codePoints: row.code_points,
  tags: countsOf(row.tags, row.to_settle),
  ...(row.to_settle === null ? {} : { toSettle: row.to_settle }),
  openThreads: row.open_threads,
  priority: row.priority,
  ...(row.due === null ? {} : { due: row.due }),
  ...(row.layers_opened_at === null ? {} : { layersOpenedAt: row.layers_opened_at.toISOString() }),
  ...(row.archived_at === null ? {} : { archivedAt: row.archived_at.toISOString() }),
  ...(row.embargo_until === null ? {} : { embargoUntil: row.embargo_until.toISOString() }),
  assignees: row.assignees ?? [],
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
});
