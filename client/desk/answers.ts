import type { Fetched } from "@/client/desk/fetch-report";
import type { Change } from "@/domain/change/change";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { TagId, VerdictId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

export const isTag = (value: unknown): value is Tag =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  (value.type === "annotation" || value.type === "relation");

/** What an acknowledgement says, sorted by what it is about. */
export function saidIn(change: Change, answer: unknown, onVerdict: (tag: TagId, verdict: VerdictId) => void): Fetched {
  if (typeof answer !== "object" || answer === null) return {};
  if ("tag" in answer && isTag(answer.tag)) {
    if ("verdict" in answer && change.deed === "decide") {
      onVerdict(answer.tag.id, (answer.verdict as { id: VerdictId }).id);
    }
    return saidIn(change, answer.tag, onVerdict);
  }
  if (isTag(answer)) return answer.type === "annotation" ? { annotations: [answer] } : { relations: [answer] };
  if (change.deed === "put-entity") return { entities: [answer as Entity] };
  if ("comments" in answer) return { threads: [answer as Thread] };
  return {};
}
