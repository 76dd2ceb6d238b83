import "server-only";
import type { WorkspaceId } from "@/domain/ids";
import type { Query } from "@/domain/search/query";
import type { Bound } from "@/server/data/search/narrowing";
import { condition, conditions } from "@/server/data/search/tsquery";
import type { Sql } from "@/server/data/transaction";

/** What a query wants of words: PostgreSQL's query, and the long reports that meet its conditions in different parts. */
export type Words = { whole: string; long: readonly string[]; several: boolean };

/**
 * Among what to look. The planner can't know how many rows have a word, and both of its ways are slow for some words: a
 * frequent one is soon met among the `newest`, and only a rare one is looked up among `all`.
 */
export type Among = {
  among: "newest" | "all" | "since";
  words: Words | undefined;
  /** How many of the newest rows. */
  rows?: number | undefined;
  /** Only what is said of reports, and not their texts. */
  said?: boolean;
};

/** Reports of several parts that are looked at for a query with several conditions. */
const mostLong = 5000;
/** Rows that are read from the newest on in any case, and at most, rather than asking the index of words. */
const newest = { least: 500, most: 8000 };
/** In words that so many rows have the index is slower than reading rows from the newest on, however many are wanted. */
const frequent = 0.15;
/** The database takes the words of a phrase for independent of one another: of those that have them all, about so many have the phrase. */
const phrases = 20;

/**
 * From how many of the newest rows as many results as are wanted are to be expected, going by what the database knows of
 * how frequent words are; undefined where the index of words is quicker.
 */
export async function newestRows(db: Sql, { whole }: Words, wanted: number): Promise<number | undefined> {
  const [[plan], [table]] = await Promise.all([
    db.rows<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
      "explain (format json) select from search_part where words @@ $1::tsquery",
      [whole.replaceAll("<->", "&")],
    ),
    db.rows<{ rows: number }>("select reltuples as rows from pg_class where oid = 'search_part'::regclass"),
  ]);
  const fits = plan?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  const share = table && table.rows > 0 ? fits / table.rows : 0;
  const rows = Math.ceil((wanted / share) * 1.5);
  if (whole.includes("<->")) return rows <= newest.most ? Math.min(rows * phrases, newest.most) : undefined;
  return share >= frequent || rows <= newest.most ? Math.max(rows, newest.least) : undefined;
}

/** Undefined where a query consists of fields alone. */
export async function wordsOf(db: Sql, workspaceId: WorkspaceId, { parts }: Query): Promise<Words | undefined> {
  if (parts.length === 0) return undefined;
  const several = parts.length > 1;
  return { whole: conditions(parts), several, long: several ? await longOnes(db, workspaceId, parts) : [] };
}

/** Whether a query can only be met by what is said of reports. */
export const isOfSaid = ({ narrowings }: Query): boolean =>
  narrowings.some(
    (each) =>
      !each.not &&
      (["kind", "state", "source", "place"].includes(each.field) || (each.field === "in" && each.value !== "report")),
  );

const columns = "of, id, workspace_id, project_id, report_id, at, nth, block_from, block_to, kept_at";

/**
 * The rows that may fit, newest first, as a common table: $1 is the workspace, $3 the project or null, $4 and $5 where a
 * page goes on. A long report stands there in several parts, in each of which only some of the words are: it is found by
 * the first part that fits, or by its first one where every condition is met by some part.
 */
export function candidates(
  { among, words, said, rows: most = newest.most }: Among,
  since: string | undefined,
  bound: Bound,
): string {
  const place = `workspace_id = $1 and ($3::uuid is null or project_id = $3)
    and ($4::timestamptz is null or (at, id) < ($4::timestamptz, $5::uuid)) ${said ? "and of <> 'report'" : ""}`;
  const late = among === "since" ? `and kept_at > ${bound(since)}::timestamptz` : "";
  const order = "order by at desc, id desc";
  if (!words) return `not materialized (select ${columns} from search_part where ${place} and nth = 0 ${late})`;
  const whole = `${bound(words.whole)}::tsquery`;
  const fits = words.several
    ? `(x.words @@ ${whole} and x.parts = 1 or x.nth = 0 and x.parts > 1 and x.id = any(${bound(words.long)}::uuid[]))`
    : `x.words @@ ${whole} and (x.nth = 0 or not exists (select from search_part o
        where o.workspace_id = x.workspace_id and o.id = x.id and o.nth < x.nth and o.words @@ ${whole}))`;
  if (among === "newest") {
    const last = `(select * from search_part where ${place} ${order} limit ${most})`;
    return `not materialized (select ${columns} from ${last} x where ${fits})`;
  }
  const rows = `select ${columns} from search_part x where ${place} and ${fits} ${late}`;
  return `materialized (select * from (${rows} offset 0) y ${order})`;
}

/** Reports in several parts that meet every condition, each somewhere. */
async function longOnes(db: Sql, workspaceId: WorkspaceId, parts: Query["parts"]): Promise<string[]> {
  const values: unknown[] = [workspaceId];
  const ids = (nth: number) =>
    `select id from search_part where workspace_id = $1 and parts > 1 and words @@ $${nth}::tsquery`;
  const isNot = (part: (typeof parts)[number]) => part.is === "words" && part.not;
  const wanted = parts.filter((part) => !isNot(part)).map((part) => ids(values.push(condition(part))));
  const unwanted = parts.filter(isNot).map((part) => ids(values.push(condition(part))));
  if (wanted.length === 0) return [];
  const all = [wanted.join(" intersect "), ...unwanted].join(" except ");
  const rows = await db.rows<{ id: string }>(`select id from (${all}) x limit ${mostLong}`, values);
  return rows.map(({ id }) => id);
}
