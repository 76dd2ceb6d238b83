import type { Client } from "pg";
import { reportState } from "@/domain/review/report-state";
import { nowOf, type Prepared, type PreparedTag } from "../../import/annotated/prepared";
import { addReport, addTag, addThread, columnsOf, newRows, tableNames } from "../../import/annotated/rows";
import { Stopped, type Task } from "../../import/annotated/task";
import { bringBack } from "./bring-back";
import { copyIn } from "./copy";
import { type Keeping, type Known, placeOf, tell, type Writing } from "./writing";

/** One record as it is written: a document, or what was set aside; `whole`: in place of a document. */
export type Item =
  | { is: "document"; prepared: Prepared }
  | { is: "set-aside"; file: string; line: number | undefined; reason: string; record: string; whole?: true };

/** How far a job is: reports behind it, pieces of the files, and lines of its result. */
export type Position = { done: number; pieces: number; lines: number; total: number };

/**
 * Writes some records and how far that brings the job, all or nothing: a COPY for each table. Answers reports that were
 * there and have new tags, and how many lines of the result there are now. Throws `Stopped` where the job is no longer
 * this process's to go on with.
 */
export async function keep(
  keeping: Keeping,
  items: readonly Item[],
  after: Position,
): Promise<{ touched: string[]; lines: number }> {
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
    const { as, duplicates } = around.data;
    return { touched: as === "open" && duplicates !== "compare" ? [] : writing.touched, lines: writing.lines };
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
  else if (await isChangedText(writing, prepared)) skipChanged(writing, prepared);
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
  if (around.data.duplicates === "compare") {
    const changed = await bringBack(writing, prepared, before);
    if (changed > 0) remember(writing, before.id);
    touched.push(before.id);
    return;
  }
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

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A report that left here and whose text was changed on the way: no copy is made of it. */
async function isChangedText({ client, job, around }: Writing, { formerId }: Prepared): Promise<boolean> {
  if (around.data.duplicates !== "compare" || formerId === null || !uuid.test(formerId)) return false;
  const { rowCount } = await client.query(
    "select 1 from report where workspace_id = $1 and project_id = $2 and id = $3",
    [job.workspaceId, job.projectId, formerId],
  );
  return rowCount === 1;
}

function skipChanged(writing: Writing, { spot: { file, line }, report: { title }, formerId }: Prepared): void {
  const reason =
    "This report left here and its text comes back changed, so no tag of it can be compared. Nothing was changed here.";
  tell(writing, { file, line, outcome: "skipped", reason, reportId: formerId ?? "", title });
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

/** A report that gets open tags is in work again; where other states came with them, the server counts afterwards. */
const goesOn = (client: Client, workspaceId: string, id: string) =>
  client.query(
    `update report set state = case state when 'new' then 'in work' when 'reviewed' then 'in review' else state end
      where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
