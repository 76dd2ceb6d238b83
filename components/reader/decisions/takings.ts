import type { DeskState } from "@/client/desk/desk";
import { entityOf } from "@/client/desk/speaker";
import { otherEndName, wordsOf } from "@/components/annotate/tags/tag-words";
import { tagIn } from "@/domain/change/world";
import type { EntityId, TagId } from "@/domain/ids";
import { missingIn, needsRestatement } from "@/domain/review/missing";
import { stakesOf } from "@/domain/review/sampling";
import { flagsOf, type Taking } from "@/domain/review/taking";
import { canonical } from "@/domain/tag/same-attributes";
import type { Tag } from "@/domain/tag/tag";

type Seen = Pick<DeskState, "annotations" | "relations" | "entities" | "threads" | "report" | "project">;

/** Tags of this report as a list of what a decision would take shows them. */
export function takingsOf(seen: Seen, ids: readonly TagId[]): Taking[] {
  const tags = ids.flatMap((id) => tagIn(seen, id) ?? []);
  const incomplete = new Set(blockingIn(seen, tags));
  const discussed = new Set(
    [...seen.threads.values()].flatMap(({ state, target }) =>
      state === "open" && target.on === "tag" ? [target.tagId] : [],
    ),
  );
  return tags.map((tag) => ({
    id: tag.id,
    kind: tag.kind,
    words: tag.type === "annotation" ? wordsOf(tag) : (otherEndName(seen, tag) ?? "–"),
    content: contentOf(seen, tag),
    flags: flagsOf({
      ...stakesOf(tag.kind, tag.attributes),
      changed: tag.verdict !== undefined && tag.verdict.version < tag.version,
      discussed: discussed.has(tag.id),
      incomplete: incomplete.has(tag.id),
      origin: tag.origin,
    }),
  }));
}

/** What a tag says, as one text: the same where two say the same. Entities that were merged are one. */
export function contentOf({ entities }: Pick<DeskState, "entities">, tag: Tag): string {
  const { entityId, ...attributes } = tag.attributes as { entityId?: EntityId };
  const speaker = entityOf(entities, entityId)?.id ?? entityId;
  const said = canonical({ ...attributes, entityId: speaker });
  return tag.type === "annotation" ? said : canonical([said, tag.to, tag.toEntity, tag.toArticle]);
}

function blockingIn({ report, project }: Seen, tags: readonly Tag[]): TagId[] {
  const annotations = tags.filter((tag) => tag.type === "annotation");
  const foreign = needsRestatement(report.language, project.languages);
  return missingIn({ annotations, relations: [] }, { foreign, codebook: project.codebook }).flatMap(
    ({ tagId, required }) => (required ? [tagId] : []),
  );
}
