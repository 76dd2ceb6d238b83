import { byId } from "@/client/desk/by-id";
import type { DeskState, Link } from "@/client/desk/desk";
import { linkBetween, linkKindsBetween, oneOf, usualOf } from "@/client/desk/link-between";
import { idOf } from "@/client/new-id";
import type { EntityId, TagId } from "@/domain/ids";
import type { RelationKind } from "@/domain/tag/relation-values";

type Known = Pick<DeskState, "annotations" | "linkingAs" | "project">;

/**
 * The link that choosing "article", "tag:<id>", "entity:<id>" or another report's "claim:<id>" means for a tag; "unsaid"
 * while it has to be asked how the two are related.
 */
export function linkTo(
  { annotations, linkingAs: as, project: { codebook } }: Known,
  from: TagId,
  chosen: string,
): Link | "unsaid" | undefined {
  const start = annotations.get(from);
  if (!start) return undefined;
  if (chosen === "article") return { kind: "attributed-to", from, toArticle: true, attributes: { how: "none" } };
  // The values were made from ids by whoever offers them.
  if (chosen.startsWith("entity:")) {
    const kind = oneOf(linkKindsBetween(start.kind, "entity", codebook), as);
    if (kind === "unsaid" || !kind) return kind;
    return { kind, from, toEntity: idOf<EntityId>(chosen.slice(7)), attributes: usualOf(kind) };
  }
  if (chosen.startsWith("claim:")) {
    return linkBetween(start, { id: idOf<TagId>(chosen.slice(6)), kind: "claim" }, { as, codebook });
  }
  const to = byId(annotations, chosen.slice(4));
  return to && linkBetween(start, to, { as, codebook });
}

/** The kinds that a link to what was chosen may have, for whoever asks which is meant. */
export function kindsOfLinkTo(
  { annotations, project: { codebook } }: Pick<Known, "annotations" | "project">,
  from: TagId,
  chosen: string,
): RelationKind[] {
  const [what = "", id = ""] = chosen.split(":");
  const end = what === "tag" ? byId(annotations, id)?.kind : what;
  const start = annotations.get(from)?.kind;
  return start && end ? linkKindsBetween(start, end, codebook) : [];
}
