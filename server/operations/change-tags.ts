import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { type Answer, decideChanges, type Sent } from "@/domain/tag/change";
import type { Tag } from "@/domain/tag/tag";
import { askedBy } from "@/server/data/tags/asked";
import { putAssignment } from "@/server/operations/assign";
import { writeTags } from "@/server/operations/write-tags";

/**
 * Changes tags of one report: each change is answered for itself, in order. The first change of somebody who was
 * assigned begins their work.
 */
export async function changeTags(
  actor: Actor,
  reportId: ReportId,
  sent: readonly Sent[],
): Promise<Result<readonly Answer[]>> {
  let wasAssigned = false;
  const asked = askedBy(sent.flatMap((each) => (each.ok ? [each.value] : [])));
  const answers = await writeTags<readonly Answer[]>(actor, reportId, {
    deed: "tag",
    asked,
    // What analysts said is settled by one person at a time.
    locked: asked.derived.length > 0,
    decide(situation) {
      wasAssigned = situation.ownWork === "assigned";
      return decideChanges(situation, sent);
    },
  });
  if (wasAssigned && answers.ok && answers.value.some(({ ok }) => ok)) {
    // The tags are kept either way; whoever was faster has begun the work or taken it away.
    await putAssignment(actor, { reportId, userId: actor.userId }, { state: "in progress", seen: "assigned" });
  }
  return answers;
}

/** A single change, answered as the tag itself. */
export async function changeTag(actor: Actor, reportId: ReportId, sent: Sent): Promise<Result<Tag>> {
  const answers = await changeTags(actor, reportId, [sent]);
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  if (!answer) throw new Error("A change was not answered.");
  return answer.ok ? ok(answer.tag) : answer;
}
