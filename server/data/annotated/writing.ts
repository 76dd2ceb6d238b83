import type { Client } from "pg";
import type { Around } from "../../import/annotated/around";
import type { Place, Rows } from "../../import/annotated/rows";
import type { Task } from "../../import/annotated/task";
import type { People } from "./people";

export type Keeping = { client: Client; job: Task["job"]; around: Around; people: People };

/** A report that is here already. */
export type Known = {
  id: string;
  title: string;
  text: string;
  original: string;
  revision_id: string;
  closed: boolean;
  archived: boolean;
};

export type Writing = Keeping & { rows: Rows; known: Map<string, Known>; touched: string[]; lines: number };

export const placeOf = ({ job, around }: Keeping): Place => ({
  workspaceId: job.workspaceId,
  projectId: job.projectId,
  layer: around.layer,
});

type Line = {
  file: string;
  line: number | undefined;
  outcome: string;
  reason?: string;
  reportId?: string;
  title?: string;
  formerId?: string | null;
  tags?: number;
  record?: string;
};

export function tell(
  writing: Writing,
  { file, line, outcome, reason, reportId, title, formerId, tags, record }: Line,
): void {
  const { rows, job } = writing;
  const keepable = (text: string | undefined) => text?.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd") ?? null;
  rows.add("job_line", [
    ...[job.workspaceId, job.id, writing.lines, keepable(file), line ?? null, outcome, keepable(reason)],
    ...[reportId ?? null, keepable(title), keepable(formerId ?? undefined), tags ?? 0, keepable(record)],
  ]);
  writing.lines += 1;
}
