import type { Fetched } from "@/client/desk/fetch-report";
import { followed } from "@/client/outbox/followed";
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

const isEntity = (answer: object): answer is Entity => "name" in answer && "aliases" in answer;
const isThread = (answer: object): answer is Thread => "comments" in answer;

/** What an acknowledgement says, sorted by what it is about. */
export function saidIn(change: Change, answer: unknown, onVerdict: (tag: TagId, verdict: VerdictId) => void): Fetched {
  if (typeof answer !== "object" || answer === null) return {};
  if ("tag" in answer && isTag(answer.tag)) {
    if ("verdict" in answer && change.deed === "decide") {
      const { verdictId } = followed(answer);
      if (verdictId) onVerdict(answer.tag.id, verdictId);
    }
    return saidIn(change, answer.tag, onVerdict);
  }
  if (isTag(answer)) return answer.type === "annotation" ? { annotations: [answer] } : { relations: [answer] };
  if (change.deed === "put-entity" && isEntity(answer)) return { entities: [answer] };
  if (isThread(answer)) return { threads: [answer] };
  return {};
}
