import type { Layer } from "@/domain/access/layer";
import type { ReportId, TagId, UserId } from "@/domain/ids";
import type { NotificationKind } from "@/domain/notification/notification";
import type { KeptVerdict } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import type { Decision } from "@/domain/verdict";

/** One line for one author on one report, of all that was decided in one go. */
export type VerdictNotice = {
  kind: NotificationKind;
  to: UserId;
  reportId: ReportId;
  tagId: TagId;
  layer: Layer;
  count: number;
};

const kinds: Partial<Record<Decision, NotificationKind>> = {
  return: "returned",
  reject: "rejected",
  "accept-with-change": "corrected",
};

/**
 * What authors are told of verdicts: whoever wrote the version decided on, or, where the reviewer wrote it, whoever
 * made the tag. A plain accept is not news. `tags` are as they stood before.
 */
export function verdictNotices(verdicts: readonly KeptVerdict[], tags: ReadonlyMap<TagId, Tag>): VerdictNotice[] {
  const lines = new Map<string, VerdictNotice>();
  for (const { tagId, decision, by } of verdicts) {
    const [kind, tag] = [kinds[decision], tags.get(tagId)];
    if (!kind || !tag) continue;
    const to = tag.updatedBy === by ? tag.createdBy : tag.updatedBy;
    const { reportId, layer } = tag;
    const key = `${kind} ${to} ${reportId} ${layer}`;
    lines.set(key, { kind, to, reportId, layer, tagId, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}
