import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId, TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";
import type { TagStory } from "@/domain/tag/tag-story";
import { activityOf } from "@/server/data/activity";
import { standingOn } from "@/server/data/standings";
import { findTag } from "@/server/data/tags/find";
import { seesTag, tagsAsJson, verdictsOn, versionsOf } from "@/server/data/tags/read";
import { sql } from "@/server/data/transaction";

/** All tags of a report that this person sees, as one JSON text: nothing of it is needed here. */
export async function readTags(
  actor: Actor,
  reportId: ReportId,
  which: { withdrawn: boolean; ids?: readonly TagId[] | undefined },
): Promise<Result<string>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  if (refusal) return fail(refusal);
  const { annotations, relations } = await tagsAsJson(sql, actor, on.standing, { reportId, ...which });
  return ok(`{"annotations":${annotations},"relations":${relations}}`);
}

/** One tag with all its versions, the decisions that stand and its latest hundred history entries. */
export async function readTag(actor: Actor, { id, type }: Pick<Tag, "id" | "type">): Promise<Result<TagStory>> {
  const tag = await findTag(sql, actor, id);
  const on = tag?.type === type ? await standingOn(sql, actor, tag.reportId) : undefined;
  if (!tag || !on || !(await seesTag(sql, actor, on.standing, id))) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  if (refusal) return fail(refusal);
  const versions = await versionsOf(sql, actor, id);
  if (refusalInProject(actor, on.standing, "see-activity")) {
    return ok({ tag, versions: versions.filter(({ number }) => number === tag.version), verdicts: [], entries: [] });
  }
  const asked = { subject: { tag_id: id }, before: undefined, limit: 100 };
  const { items: entries } = await activityOf(sql, actor, on.standing, asked);
  return ok({ tag, versions, verdicts: await verdictsOn(sql, actor, id), entries });
}
