import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { seesEverybodysWork } from "@/domain/access/policy";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { ReportFilters, ReportRow } from "@/domain/report/report";
import { usualSort } from "@/domain/report/sorting";
import { givenBack } from "@/server/data/assignments";
import { countingFor, tagCounts, toSettle } from "@/server/data/counted";
import { orderOf, type ReportAfter } from "@/server/data/report-order";
import { rowFrom, type StoredReport } from "@/server/data/report-row";
import { seenThreads } from "@/server/data/threads";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

export const storedColumns = `
  r.id, r.project_id, r.title, r.outlet, r.author, r.published, r.retrieved, r.url, r.language, r.direction, r.state,
  r.triage, r.duplicate_of, r.words, r.code_points, r.created_at, r.created_by, r.revision_id, r.original_sha256,
  r.text_sha256, r.encoding, r.encoding_basis, r.language_guessed, r.found_confirmed, r.media_type, r.file_name, r.byte_length, r.closed_at, r.archived_at, r.layers_opened_at,
  r.priority, to_char(r.due, 'YYYY-MM-DD') as due, r.embargo_until, r.fields`;

/** A report's tags and threads as this person counts them, as columns beside `report r`. */
export function countsOf(actor: Actor, standing: Standing): string {
  const who = countingFor(actor, standing);
  const threads = seenThreads(actor, standing);
  return `
  ${tagCounts(who)} as tags, ${toSettle(who)} as to_settle,
  (select count(*)::int from thread h
    where h.workspace_id = r.workspace_id and h.report_id = r.id and h.state = 'open' and ${threads}) as open_threads,
  (select json_agg(a.user_id order by a.created_at, a.user_id) from assignment a
    where a.workspace_id = r.workspace_id and a.report_id = r.id and not ${givenBack}
      and ${seesWork(actor, standing)}) as assignees`;
}

/** Whose work this person may know of, as a condition on `assignment a` beside `report r`. */
const seesWork = (actor: Actor, standing: Standing): string =>
  seesEverybodysWork(standing, false) ? "true" : `(r.layers_opened_at is not null or a.user_id = '${actor.userId}')`;

/** A report that somebody has whom this person may know of; `person` is a value bound. */
const hasWork = (actor: Actor, standing: Standing, person?: string) =>
  `exists (select 1 from assignment a where a.workspace_id = r.workspace_id and a.report_id = r.id
     and not ${givenBack} and ${seesWork(actor, standing)}${person ? ` and a.user_id = ${person}` : ""})`;

const likeWords = (words: string) => `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const day = "coalesce(left(r.published, 10), to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD'))";

/** What is asked of the list of reports. A cursor goes on in the order in which its page was sorted. */
export type AskedReports = {
  projectId: ProjectId;
  filters: ReportFilters;
  limit: number;
  after: ReportAfter | undefined;
};

/** A page of the project's reports, newest import first unless the filters sort it. */
export async function reportsOf(
  db: Sql,
  actor: Actor,
  standing: Standing,
  asked: AskedReports,
): Promise<Page<ReportRow>> {
  const { filters, after, limit } = asked;
  const sort = after?.[0] ?? filters.sort ?? usualSort;
  const values: unknown[] = [actor.workspaceId, asked.projectId];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const order = orderOf(sort, after, bound);
  const conditions = [
    `r.archived_at is ${filters.archived === "true" ? "not " : ""}null`,
    filters.state && `r.state = ${bound(filters.state)}`,
    filters.outlet && `r.outlet = ${bound(filters.outlet)}`,
    filters.language && `r.language = ${bound(filters.language)}`,
    filters.from && `${day} >= ${bound(filters.from)}`,
    filters.q && `r.title ilike ${bound(likeWords(filters.q))}`,
    filters.field && !filters.fieldValue && `r.fields ? ${bound(filters.field)}`,
    filters.field &&
      filters.fieldValue &&
      `r.fields->>${bound(filters.field)} ilike ${bound(likeWords(filters.fieldValue))}`,
    filters.assignee === "nobody" && `not ${hasWork(actor, standing)}`,
    filters.assignee && filters.assignee !== "nobody" && hasWork(actor, standing, `${bound(filters.assignee)}::uuid`),
    filters.due && `r.due <= ${bound(filters.due)}::date`,
    filters.priority !== undefined && `r.priority >= ${bound(filters.priority)}`,
    filters.to && `${day} <= ${bound(filters.to)}`,
    order.beyond,
  ].filter((condition) => typeof condition === "string" && condition !== "");
  const rows = await db.rows<StoredReport & { sort_key: string | number | Date }>(
    `select ${storedColumns}, ${countsOf(actor, standing)}, r.sort_key from (
       select r.*, ${order.key} as sort_key
         from report r where ${["r.workspace_id = $1", "r.project_id = $2", ...conditions].join(" and ")}
        order by ${order.by} limit ${bound(limit + 1)}) r
      order by r.sort_key ${order.way}, r.id ${order.way}`,
    values,
  );
  const page = toPage(rows, limit, ({ sort_key: key, id }) => [
    sort,
    key instanceof Date ? key.toISOString() : key,
    id,
  ]);
  return { ...page, items: page.items.map(rowFrom) };
}

/** The outlets and languages that filters can choose from, at most 200 each. */
export async function filterChoices(db: Sql, actor: Actor, projectId: ProjectId) {
  const choices = async (column: "outlet" | "language") => {
    const rows = await db.rows<{ value: string }>(
      `select distinct ${column} as value from report
        where workspace_id = $1 and project_id = $2 and ${column} is not null order by 1 limit 200`,
      [actor.workspaceId, projectId],
    );
    return rows.map(({ value }) => value);
  };
  const [outlets, languages] = [await choices("outlet"), await choices("language")];
  return { outlets, languages };
}

/** One report's row, with what this person sees of its tags. */
export async function findReport(
  db: Sql,
  actor: Actor,
  standing: Standing,
  id: ReportId,
): Promise<StoredReport | undefined> {
  const [row] = await db.rows<StoredReport>(
    `select ${storedColumns}, ${countsOf(actor, standing)} from report r where r.workspace_id = $1 and r.id = $2`,
    [actor.workspaceId, id],
  );
  return row;
}

/** Writes the given columns; `undefined` leaves one as it is, null empties it. */
export async function changeReport(
  tx: Tx,
  id: ReportId,
  change: Readonly<Record<string, string | number | boolean | Date | null | undefined>>,
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const set = given.map(([column], at) => `${column} = $${at + 3}`).join(", ");
  await tx.rows(`update report set ${set} where workspace_id = $1 and id = $2`, [
    tx.workspaceId,
    id,
    ...given.map(([, value]) => value),
  ]);
}

/** The bytes as they came. */
export async function originalOf(db: Sql, actor: Actor, id: ReportId) {
  const [row] = await db.rows<{ bytes: Buffer; media_type: string; file_name: string | null }>(
    `select o.bytes, r.media_type, r.file_name from report r
       join report_original o on o.workspace_id = r.workspace_id and o.report_id = r.id
      where r.workspace_id = $1 and r.id = $2`,
    [actor.workspaceId, id],
  );
  return row;
}
