import type { Client } from "pg";
import type { LastAsked } from "@/domain/import/suggest";
import type { Task } from "../../import/annotated/task";
import type { Position } from "./keep";

/** A connection of a job's thread. */
export type Connection = Client;
type Job = Task["job"];

export type ProjectRow = {
  /** Milliseconds and as an instant: when the job was asked for. */
  began: string;
  now: string;
  mode: string;
  two_person_rule: boolean;
  languages: string[];
  version: number;
  content: unknown;
};

/** The project that a job works in, with the codebook in force. */
export async function projectOf(client: Connection, job: Job): Promise<ProjectRow | undefined> {
  const { rows } = await client.query<ProjectRow>(
    `select extract(epoch from j.created_at) * 1000 as began,
            to_char(j.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
            p.mode, p.two_person_rule, p.languages, p.codebook_version as version, c.content
       from job j join project p on p.workspace_id = j.workspace_id and p.id = j.project_id
       join codebook_version c on c.workspace_id = p.workspace_id and c.project_id = p.id and c.number = p.codebook_version
      where j.workspace_id = $1 and j.id = $2`,
    [job.workspaceId, job.id],
  );
  return rows[0];
}

/** What an earlier attempt left. */
export async function positionOf(client: Connection, job: Job, total: number): Promise<Position> {
  const { rows } = await client.query<{ done: number; pieces: number; lines: number }>(
    `select done, position as pieces, (select coalesce(max(nth) + 1, 0) from job_line l
                                        where l.workspace_id = j.workspace_id and l.job_id = j.id) as lines
       from job j where workspace_id = $1 and id = $2`,
    [job.workspaceId, job.id],
  );
  const [row] = rows;
  return { done: row?.done ?? 0, pieces: row?.pieces ?? 0, lines: row?.lines ?? 0, total };
}

/** How many records had each outcome, and how many tags came with them. */
export async function outcomesOf(client: Connection, job: Job) {
  const { rows } = await client.query<{ outcome: string; count: string; tags: string }>(
    `select outcome, count(*), coalesce(sum(tags), 0) as tags from job_line
      where workspace_id = $1 and job_id = $2 group by outcome`,
    [job.workspaceId, job.id],
  );
  const counts = new Map(rows.map(({ outcome, count }) => [outcome, Number(count)]));
  return {
    reports: counts.get("imported") ?? 0,
    addedTo: counts.get("added-to") ?? 0,
    skipped: counts.get("skipped") ?? 0,
    setAside: counts.get("set-aside") ?? 0,
    tags: rows.reduce((sum, { tags }) => sum + Number(tags), 0),
  };
}

/** The project's reports that have these texts, by the SHA-256 of a text. */
export async function reportsWith(client: Connection, job: Job, hashes: readonly string[]) {
  const { rows } = await client.query<{ text: string; id: string; title: string }>(
    `select text_sha256 as text, id, title from report
      where workspace_id = $1 and project_id = $2 and text_sha256 = any($3)`,
    [job.workspaceId, job.projectId, hashes],
  );
  return new Map(rows.map((row) => [row.text, row]));
}

/** What the last imports of a format were told in the project, latest first. */
export async function lastAsked(client: Connection, job: Job, format: string): Promise<LastAsked[]> {
  const { rows } = await client.query<{ data: LastAsked }>(
    `select data from job where workspace_id = $1 and project_id = $2 and kind = 'import-annotated'
        and data->>'format' = $3 order by created_at desc limit 5`,
    [job.workspaceId, job.projectId, format],
  );
  return rows.map(({ data }) => data);
}
