import type { Problem } from "@/domain/failure";
import type { TagId } from "@/domain/ids";
import { type Checked, checkAnchor } from "@/domain/tag/check-anchor";
import { checkAttributes, strangers } from "@/domain/tag/check-annotation";
import type { Layer } from "@/domain/tag/layer";
import { relations } from "@/domain/tag/relation";
import { otherEnds, type RelationKind } from "@/domain/tag/relation-values";
import type { Situation } from "@/domain/tag/situation";
import type { PutRelation, Relation, Tag } from "@/domain/tag/tag";

type Said = Pick<Relation, "kind" | "from" | "to" | "toEntity" | "toArticle" | "cue" | "attributes">;

/** The tags as the changes before this one left them, and which of the batch's changes was refused for a tag. */
export type Ends = { find: (id: TagId) => Tag | undefined; refusedAt: (id: TagId) => number | undefined };

/** Checks what a relation says: both ends, its cue words and its attributes, everything wrong at once. */
export function checkRelation(situation: Situation, body: PutRelation, layer: Layer, ends: Ends): Checked<Said> {
  const attributes = checkAttributes(relations[body.kind].attributes, body.attributes);
  const cue = body.cue && checkAnchor(situation, body.cue, "cue");
  const { from, to, toEntity, toArticle } = body;
  const problems = [
    ...endProblems(situation, { field: "from", id: from, kinds: ["claim"], layer, ends }),
    ...(to ? endProblems(situation, { field: "to", id: to, kinds: otherEnds[body.kind], layer, ends }) : []),
    ...(to === from ? [{ field: "to", reason: "A link cannot lead back to where it starts." }] : []),
    ...(toEntity ? strangers(situation, [{ field: "toEntity", id: toEntity }]) : []),
    ...otherEndProblems(body),
    ...(cue && !cue.ok ? cue.problems : []),
    ...(attributes.ok ? [] : attributes.problems),
  ];
  if (problems.length > 0 || !attributes.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      kind: body.kind,
      from,
      ...(to && { to }),
      ...(toEntity && { toEntity }),
      ...(toArticle && { toArticle }),
      ...(cue?.ok && { cue: cue.value }),
      attributes: attributes.value,
    },
  };
}

type End = { field: "from" | "to"; id: TagId; kinds: readonly string[]; layer: Layer; ends: Ends };

function endProblems({ report }: Situation, { field, id, kinds, layer, ends }: End): Problem[] {
  const because = (reason: string) => [{ field, reason }];
  const tag = ends.find(id);
  if (!tag) {
    const refusedAt = ends.refusedAt(id);
    return because(
      refusedAt === undefined
        ? "There is no such annotation in this project."
        : `It waits for operations.${refusedAt} of this batch, which was refused.`,
    );
  }
  if (tag.projectId !== report.projectId) return because("There is no such annotation in this project.");
  if (tag.state === "withdrawn") return because("This annotation is withdrawn.");
  if (tag.layer !== layer) return because("This annotation lies in another layer.");
  if (field === "from" && tag.reportId !== report.id) return because("A link belongs to the report it starts in.");
  return fits(tag, kinds) ? [] : because(`Expected a ${kinds.join(" or ")}, found a ${tag.kind}.`);
}

const fits = (tag: Tag, kinds: readonly string[]) => tag.type === "annotation" && kinds.includes(tag.kind);

function otherEndProblems({ kind, toEntity, toArticle }: PutRelation): Problem[] {
  const allowed: readonly string[] = otherEnds[kind];
  return [
    ...(toEntity && !allowed.includes("entity") ? [{ field: "toEntity", reason: `${kind} joins no entity.` }] : []),
    ...(toArticle && !allowed.includes("article")
      ? [{ field: "toArticle", reason: `${kind} does not lead to the article itself.` }]
      : []),
  ];
}

/** Whether a relation could still end at this annotation if it were of that kind. */
export function stillFits(kind: RelationKind, end: "from" | "to", annotationKind: string): boolean {
  const allowed: readonly string[] = end === "from" ? ["claim"] : otherEnds[kind];
  return allowed.includes(annotationKind);
}
