import type { Task } from "../../import/annotated/task";
import type { Connection } from "./queries";

/** How a file names a report. */
export type Reference = { report?: string; sha256?: string; url?: string; title?: string };

/** A report of the project that a file names, or how many it could be: none, or more than one. */
export type Named = { is: "report"; id: string; title: string; revisionId: string } | { is: "unclear"; count: number };

export type ReportsHere = {
  find(reference: Reference): Promise<Named>;
  textOf(revisionId: string): Promise<string>;
};

type Row = { id: string; title: string; revision_id: string };

/** What a reference is looked for by, the surest first. A report that came after the job was asked for is not found. */
const ways = [
  ["sha256", "r.text_sha256 = $3"],
  ["report", "r.id::text = $3"],
  [
    "report",
    `r.id in (select l.report_id from job_line l join job o on o.workspace_id = l.workspace_id and o.id = l.job_id
               where l.workspace_id = $1 and o.project_id = p.project_id and l.former_id = $3 and l.outcome = 'imported')`,
  ],
  ["report", "exists (select 1 from jsonb_each_text(r.fields) f where f.value = $3)"],
  ["url", "r.url = $3"],
  ["title", "r.title = $3"],
  ["report", "r.title = $3"],
] as const;

/** The project's reports as files name them. */
export function reportsHere(client: Connection, { workspaceId, id: job }: Task["job"]): ReportsHere {
  const by = async (condition: string, said: string): Promise<Row[]> =>
    (
      await client.query<Row>(
        `select r.id, r.title, r.revision_id from job p
           join report r on r.workspace_id = p.workspace_id and r.project_id = p.project_id and r.created_at <= p.created_at
          where p.workspace_id = $1 and p.id = $2 and ${condition} limit 10`,
        [workspaceId, job, said],
      )
    ).rows;
  return {
    async find(reference) {
      for (const [name, condition] of ways) {
        const said = reference[name];
        const [row, ...others] = said === undefined ? [] : await by(condition, said);
        if (row && others.length === 0)
          return { is: "report", id: row.id, title: row.title, revisionId: row.revision_id };
        if (row) return { is: "unclear", count: others.length + 1 };
      }
      return { is: "unclear", count: 0 };
    },
    async textOf(revisionId) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce((select string_agg(b.before || b.text, '' order by b.ordinal) from block b
                           where b.workspace_id = v.workspace_id and b.revision_id = v.id), '') || v.tail as text
           from revision v where v.workspace_id = $1 and v.id = $2`,
        [workspaceId, revisionId],
      );
      return rows[0]?.text ?? "";
    },
  };
}
