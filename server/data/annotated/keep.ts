import type { Client } from "pg";
import { reportState } from "@/domain/review/report-state";
import type { Around } from "../../import/annotated/around";
import { nowOf, type Prepared, type PreparedTag } from "../../import/annotated/prepared";
import {
  addReport,
  addTag,
  addThread,
  columnsOf,
  newRows,
  type Place,
  type Rows,
  tableNames,
} from "../../import/annotated/rows";
import { Stopped, type Task } from "../../import/annotated/task";
import { copyIn } from "./copy";
import type { People } from "./people";

/** One record as it is written: a document, or what was set aside; `whole`: in place of a document. */
export type Item =
  | { is: "document"; prepared: Prepared }
  | { is: "set-aside"; file: string; line: number | undefined; reason: string; record: string; whole?: true };

export type Keeping = { client: Client; job: Task["job"]; around: Around; people: People };

/** How far a job is: reports behind it, pieces of the files, and lines of its result. */
export type Position = { done: number; pieces: number; lines: number; total: number };

/** A report that is here already. */
type Known = {
  id: string;
  title: string;
  text: string;
  original: string;
  revision_id: string;
  closed: boolean;
  archived: boolean;
};

/**
 * Writes some records and how far that brings the job, all or nothing: a COPY for each table. Answers reports that were
 * there and have new tags. Throws `Stopped` where the job is no longer this process's to go on with.
 */
export async function keep(keeping: Keeping, items: readonly Item[], after: Position): Promise<string[]> {
  const { client, job, around, people } = keeping;
  const rows = newRows();
  await client.query("begin");
  try {
    const known = await knownReports(keeping, items);
    const writing: Writing = { ...keeping, rows, known, touched: [], lines: after.lines - linesOf(items) };
    for (const item of items) await add(writing, item);
    await people.keep(client, job);
    for (const table of tableNames) await copyIn(client, table, columnsOf(table), rows.lines[table]);
    for (const id of writing.touched) await goesOn(client, job.workspaceId, id);
    const { rowCount } = await client.query(
      `update job set done = $4, total = $5, position = $6
        where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running' and cancel_at is null`,
      [job.workspaceId, job.id, job.attempt, after.done, after.total, after.pieces],
    );
    if (rowCount !== 1) throw new Stopped();
    await client.query("commit");
    return around.data.as === "open" ? [] : writing.touched;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Throws `Stopped` where the job was cancelled or another process has it; asked last in a transaction, it stays so. */
export async function stillOurs(client: Client, job: Task["job"]): Promise<void> {
  const { rowCount } = await client.query(
    `update job set position = position
      where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running' and cancel_at is null`,
    [job.workspaceId, job.id, job.attempt],
  );
  if (rowCount !== 1) throw new Stopped();
}

/** Lines of the result that some records make. */
export const linesOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + (item.is === "document" ? 1 + item.prepared.refused.length : 1), 0);

type Writing = Keeping & { rows: Rows; known: Map<string, Known>; touched: string[]; lines: number };

async function knownReports({ client, job }: Keeping, items: readonly Item[]): Promise<Map<string, Known>> {
  const reports = items.flatMap((item) => (item.is === "document" ? [item.prepared.report] : []));
  if (reports.length === 0) return new Map();
  const { rows } = await client.query<Known>(
    `select id, title, text_sha256 as text, original_sha256 as original, revision_id, closed_at is not null as closed,
            archived_at is not null as archived
       from report where workspace_id = $1 and project_id = $2
        and (text_sha256 = any($3) or original_sha256 = any($4))`,
    [
      job.workspaceId,
      job.projectId,
      reports.map(({ textSha256 }) => textSha256),
      reports.map(({ originalSha256 }) => originalSha256),
    ],
  );
  return new Map(rows.flatMap((row) => [[row.original, row] as const, [row.text, row] as const]));
}

async function add(writing: Writing, item: Item): Promise<void> {
  if (item.is === "set-aside") {
    const { file, line, reason, record } = item;
    return tell(writing, { file, line, outcome: "set-aside", reason, record });
  }
  const { prepared } = item;
  const { file, line } = prepared.spot;
  const before = writing.known.get(prepared.report.textSha256) ?? writing.known.get(prepared.report.originalSha256);
  if (before) await addTo(writing, prepared, before);
  else addNew(writing, prepared);
  for (const each of prepared.refused)
    tell(writing, { file, line: each.line ?? line, outcome: "set-aside", reason: each.reason, record: each.record });
}

function addNew(writing: Writing, { report, tags, threads, spot, formerId }: Prepared): void {
  const { rows, known } = writing;
  const place = placeOf(writing);
  const counts = { open: 0, accepted: 0, returned: 0, rejected: 0 };
  for (const { state } of tags) if (state in counts) counts[state as keyof typeof counts] += 1;
  const closed = report.closedAt !== null;
  const state = reportState({ closed, triage: report.triage as "untriaged", tags: counts });
  addReport(rows, place, report, state);
  for (const tag of tags) addTag(rows, place, report.id, tag);
  for (const thread of threads) addThread(rows, place, report.id, thread);
  remember(writing, report.id);
  const about = { text: report.textSha256, original: report.originalSha256, closed, archived: false };
  const made: Known = { ...about, id: report.id, title: report.title, revision_id: report.revisionId };
  known.set(report.textSha256, made).set(report.originalSha256, made);
  const told = { file: spot.file, line: spot.line, reportId: report.id, title: report.title, formerId };
  tell(writing, { ...told, outcome: "imported", tags: tags.length });
}

const placeOf = ({ job, around }: Keeping): Place => ({
  workspaceId: job.workspaceId,
  projectId: job.projectId,
  layer: around.layer,
});

function remember({ rows, job }: Writing, reportId: string): void {
  const refs = JSON.stringify({ jobId: job.id });
  rows.add("entry", [job.workspaceId, job.projectId, reportId, "imported-report", job.by, refs]);
}

/** Adds the tags to a report that has the text already; a tag that is there like that is not doubled. */
async function addTo(writing: Writing, prepared: Prepared, before: Known): Promise<void> {
  const { rows, around, touched } = writing;
  const { file, line } = prepared.spot;
  const told = { file, line, reportId: before.id, title: before.title, formerId: prepared.formerId };
  const skip = (reason: string) => tell(writing, { ...told, outcome: "skipped", reason });
  if (before.text !== prepared.report.textSha256) return skip("The project has this file with another text.");
  if (around.data.duplicates === "skip") return skip("The project has a report with this text.");
  if (before.archived) return skip("The project has this text in an archived report: restore it first.");
  if (before.closed) return skip("The project has this text in a closed report: reopen it first.");
  const tags = await withoutThose(writing, prepared.tags, before);
  const place = placeOf(writing);
  for (const tag of tags) addTag(rows, place, before.id, tag);
  const here = new Set(tags.map(({ id }) => id));
  for (const thread of prepared.threads.filter(({ tagId }) => tagId === null || here.has(tagId)))
    addThread(rows, place, before.id, {
      ...thread,
      anchor: thread.anchor && { ...thread.anchor, revisionId: before.revision_id as never },
    });
  remember(writing, before.id);
  touched.push(before.id);
  tell(writing, { ...told, outcome: "added-to", tags: tags.length });
}

type Here = {
  id: string;
  kind: string;
  span_start: number | null;
  span_end: number | null;
  from_id: string | null;
  to: string;
};

async function withoutThose(writing: Writing, tags: readonly PreparedTag[], before: Known): Promise<PreparedTag[]> {
  const { client, job, around } = writing;
  const { rows } = await client.query<Here>(
    `select id, kind, span_start, span_end, from_id, coalesce(to_id::text, to_entity_id::text, 'article') as to
       from tag where workspace_id = $1 and report_id = $2 and layer = $3 and state <> 'withdrawn'`,
    [job.workspaceId, before.id, around.layer],
  );
  const key = (...parts: unknown[]) => parts.join(" ");
  const here = new Map(
    rows.map((each) => [
      each.from_id ? key(each.kind, each.from_id, each.to) : key(each.kind, each.span_start, each.span_end),
      each.id,
    ]),
  );
  const ids = new Map<string, string>();
  const follow = (id: string | null) => (id === null ? null : (ids.get(id) ?? id));
  return tags.flatMap((tag) => {
    const now = nowOf(tag);
    const segments = now.anchor?.segments ?? [];
    const same =
      tag.type === "annotation"
        ? key(now.kind, segments[0]?.start, segments[segments.length - 1]?.end)
        : key(now.kind, follow(now.fromId), follow(now.toId) ?? now.toEntityId ?? "article");
    const known = here.get(same);
    if (known !== undefined) {
      ids.set(tag.id, known);
      return [];
    }
    const versions = tag.versions.map((each) => ({
      ...each,
      fromId: follow(each.fromId),
      toId: follow(each.toId),
      anchor: each.anchor && { ...each.anchor, revisionId: before.revision_id as never },
    }));
    return [{ ...tag, versions }];
  });
}

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

function tell(writing: Writing, { file, line, outcome, reason, reportId, title, formerId, tags, record }: Line): void {
  const { rows, job } = writing;
  const keepable = (text: string | undefined) => text?.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd") ?? null;
  rows.add("job_line", [
    ...[job.workspaceId, job.id, writing.lines, keepable(file), line ?? null, outcome, keepable(reason)],
    ...[reportId ?? null, keepable(title), keepable(formerId ?? undefined), tags ?? 0, keepable(record)],
  ]);
  writing.lines += 1;
}

/** A report that gets open tags is in work again; where other states came with them, the server counts afterwards. */
const goesOn = (client: Client, workspaceId: string, id: string) =>
  client.query(
    `update report set state = case state when 'new' then 'in work' when 'reviewed' then 'in review' else state end
      where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
