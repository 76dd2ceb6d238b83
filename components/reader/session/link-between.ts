import type { ClaimLinkKind, Link } from "@/components/reader/session/session";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

/** The link that choosing a tag means, from the kind of what was chosen. */
export function linkBetween(from: TagId, { id: to, kind }: Annotation, as: ClaimLinkKind): Link | undefined {
  if (kind === "claim") return { kind: as, from, to, attributes: {} };
  if (kind === "place") return { kind: "located-at", from, to, attributes: { role: "at" } };
  if (kind === "source") return { kind: "attributed-to", from, to, attributes: { how: "explicit" } };
  return undefined;
}
