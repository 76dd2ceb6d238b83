import { BrokenFile } from "@/domain/interchange/reader";
import type { Piece } from "../../import/annotated/piece";
import { prepareBundle } from "../../import/annotated/prepare-bundle";
import { nowOf, type PreparedTag } from "../../import/annotated/prepared";
import { addTag, columnsOf, newRows } from "../../import/annotated/rows";
import { Stopped } from "../../import/annotated/task";
import { copyIn } from "./copy";
import { stillOurs } from "./keep";
import type { Keeping } from "./writing";

/**
 * Writes links that lead to tags of other reports, once all reports are there. A link whose end was not imported is left
 * out; one that is there already, from an attempt before, is not doubled. Answers how many were written.
 */
export async function linkReports(
  keeping: Keeping,
  pieces: AsyncIterable<Piece>,
  stopped: () => boolean,
): Promise<number> {
  let linked = 0;
  // What there is no room for was counted when the reports came in.
  const around = { ...keeping.around, leftOut: () => undefined };
  try {
    for await (const piece of pieces) {
      if (piece.is !== "bundle") continue;
      const prepared = prepareBundle(piece.bundle, piece.spot, around);
      if (typeof prepared === "string" || prepared.later.length === 0) continue;
      if (stopped()) throw new Stopped();
      linked += await write(keeping, prepared.later);
    }
  } catch (error) {
    // Where a file can't be read on was said before.
    if (!(error instanceof BrokenFile)) throw error;
  }
  return linked;
}

async function write({ client, job, around, people }: Keeping, links: readonly PreparedTag[]): Promise<number> {
  const ends = links.flatMap((link) => [link.id, nowOf(link).fromId ?? "", nowOf(link).toId ?? ""]);
  const { rows: found } = await client.query<{ id: string; report_id: string }>(
    "select id, report_id from tag where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])",
    [job.workspaceId, job.projectId, ends],
  );
  const here = new Map(found.map(({ id, report_id }) => [id, report_id]));
  const rows = newRows();
  const place = { workspaceId: job.workspaceId, projectId: job.projectId, layer: around.layer };
  for (const link of links) {
    const { fromId, toId } = nowOf(link);
    const reportId = fromId ? here.get(fromId) : undefined;
    if (!reportId || here.has(link.id)) continue;
    if (!toId || !here.has(toId)) around.leftOut(`link ${nowOf(link).kind} to a report that was not imported`);
    else addTag(rows, place, reportId, link);
  }
  await client.query("begin");
  try {
    await people.keep(client, job);
    for (const table of ["tag", "tag_version", "verdict"] as const)
      await copyIn(client, table, columnsOf(table), rows.lines[table]);
    await stillOurs(client, job);
    await client.query("commit");
    return rows.lines.tag.length;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
