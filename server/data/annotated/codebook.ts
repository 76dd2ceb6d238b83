import type { Client } from "pg";
import { Codebook, ProjectLabel } from "@/domain/codebook/codebook";
import { slugOf } from "@/domain/import/slug-of";
import type { Task } from "../../import/annotated/task";

type ImportTask = Task & { is: "import" };

/**
 * Gives the project's codebook the labels that somebody asked for, and with a file of our own whatever it has and the
 * project lacks. What is there stays as it is; where nothing is missing no version is made.
 */
export async function bringCodebook(client: Client, task: ImportTask, brought: unknown): Promise<void> {
  const { job } = task;
  await client.query("begin");
  try {
    const { rows } = await client.query<{ version: number }>(
      "select codebook_version as version from project where workspace_id = $1 and id = $2 for update",
      [job.workspaceId, job.projectId],
    );
    const version = rows[0]?.version ?? 1;
    const { rows: found } = await client.query<{ content: unknown }>(
      "select content from codebook_version where workspace_id = $1 and project_id = $2 and number = $3",
      [job.workspaceId, job.projectId, version],
    );
    const before = Codebook.parse(found[0]?.content ?? {});
    const after = joined(before, task, brought);
    if (JSON.stringify(after) !== JSON.stringify(before)) await addVersion(client, task, version + 1, after);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function addVersion(client: Client, { job }: ImportTask, version: number, content: Codebook): Promise<void> {
  const { workspaceId, projectId, by, id } = job;
  await client.query(
    `insert into codebook_version (workspace_id, project_id, number, content, created_by) values ($1, $2, $3, $4, $5)`,
    [workspaceId, projectId, version, JSON.stringify(content), by],
  );
  await client.query("update project set codebook_version = $3 where workspace_id = $1 and id = $2", [
    workspaceId,
    projectId,
    version,
  ]);
  await client.query(
    `insert into entry (workspace_id, did, created_by, project_id, refs) values ($1, 'changed-project', $2, $3, $4)`,
    [workspaceId, by, projectId, JSON.stringify({ codebook: version, jobId: id })],
  );
}

function joined(before: Codebook, { data }: ImportTask, brought: unknown): Codebook {
  const file = Codebook.safeParse(brought ?? {});
  const other = file.success ? file.data : Codebook.parse({});
  const asked = Object.values(data.labels).flatMap((target) =>
    target !== null && typeof target === "object" ? [newLabel(target.new)] : [],
  );
  const wanted = other.labels.filter(({ slug }) => data.labels[`label:${slug}`] === undefined);
  return {
    ...before,
    eventTypes: withMissing(before.eventTypes, other.eventTypes).slice(0, 200),
    labels: withMissing(before.labels, [...asked, ...wanted].map(withoutKey)).slice(0, 100),
    relationTypes: withMissing(before.relationTypes, other.relationTypes).slice(0, 50),
    reportFields: withMissing(before.reportFields, other.reportFields).slice(0, 20),
  };
}

const newLabel = ({ slug, name, attributes }: { slug: string; name: string; attributes: readonly string[] }) =>
  ProjectLabel.parse({
    slug,
    name,
    attributes: withMissing(
      [],
      attributes.flatMap((each) => {
        const own = slugOf(each);
        return own === "" || own === "note" ? [] : [{ slug: own, name: each, type: "text" as const }];
      }),
    ),
  });

/** Two labels may want one key. */
const withoutKey = ({ key: _, ...label }: ProjectLabel): ProjectLabel => label;

function withMissing<T extends { slug: string }>(here: readonly T[], others: readonly T[]): T[] {
  const all = [...here];
  for (const each of others) if (!all.some(({ slug }) => slug === each.slug)) all.push(each);
  return all;
}
