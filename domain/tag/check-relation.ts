import type { Layer } from "@/domain/access/layer";
import { retiredIn } from "@/domain/codebook/attribute-schema";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Problem } from "@/domain/failure";
import type { TagId } from "@/domain/ids";
import { type Checked, checkAnchor } from "@/domain/tag/check-anchor";
import { checkAttributes, namedEntities, strangers } from "@/domain/tag/check-annotation";
import { attributesOfRelation } from "@/domain/tag/relation";
import { endsOf, isCoreRelation, type RelationKind, relationTypeOf } from "@/domain/tag/relation-values";
import type { Situation } from "@/domain/tag/situation";
import type { PutRelation, Relation, Tag } from "@/domain/tag/tag";

type Said = Pick<Relation, "kind" | "from" | "to" | "toEntity" | "toArticle" | "cue" | "attributes">;

/** The tags as the changes before this one left them, and which of the batch's changes was refused for a tag. */
export type Ends = { find: (id: TagId) => Tag | undefined; refusedAt: (id: TagId) => number | undefined };

/** Checks what a relation says: both ends, its cue words and its attributes, everything wrong at once. */
export function checkRelation(
  situation: Situation,
  body: PutRelation,
  { layer, ends, before }: { layer: Layer; ends: Ends; before?: Relation | undefined },
): Checked<Said> {
  const codebook = situation.codebook.content;
  const allowed = endsOf(body.kind, codebook);
  const attributes = checkAttributes(attributesOfRelation(body.kind, codebook), body.attributes);
  const cue = body.cue && checkAnchor(situation, body.cue, "cue");
  const { from, to, toEntity, toArticle } = body;
  const problems = [
    ...endProblems(situation, { field: "from", id: from, kinds: allowed.from, layer, ends }),
    ...(to ? endProblems(situation, { field: "to", id: to, kinds: allowed.to, layer, ends }) : []),
    ...(to === from ? [{ field: "to", reason: "A link cannot lead back to where it starts." }] : []),
    ...(toEntity ? strangers(situation, [{ field: "toEntity", id: toEntity }]) : []),
    ...otherEndProblems(body, allowed.to),
    ...typeProblems(situation, body, before),
    ...(attributes.ok && !isCoreRelation(body.kind)
      ? strangers(situation, namedEntities(body.kind, attributes.value))
      : []),
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

/** A retired relation type stays on what has it already, and so does what is retired of its attributes. */
function typeProblems({ codebook }: Situation, { kind, attributes }: PutRelation, before?: Relation): Problem[] {
  if (isCoreRelation(kind)) return [];
  const type = relationTypeOf(kind, codebook.content);
  if (!type) return [{ field: "kind", reason: "The project's codebook has no such relation type." }];
  const same = before?.kind === kind;
  if (type.retired && !same)
    return [
      {
        field: "kind",
        reason: `“${type.name}” is retired: existing links keep it, but it can’t be used for new ones.`,
      },
    ];
  return retiredIn(type.attributes, attributes, same ? before.attributes : {});
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

function otherEndProblems({ kind, toEntity, toArticle }: PutRelation, allowed: readonly string[]): Problem[] {
  return [
    ...(toEntity && !allowed.includes("entity") ? [{ field: "toEntity", reason: `${kind} joins no entity.` }] : []),
    ...(toArticle && !allowed.includes("article")
      ? [{ field: "toArticle", reason: `${kind} does not lead to the article itself.` }]
      : []),
  ];
}

/** Whether a relation could still end at this annotation if it were of that kind. */
export function stillFits(
  kind: RelationKind,
  { end, annotationKind }: { end: "from" | "to"; annotationKind: string },
  codebook: Pick<Codebook, "relationTypes">,
): boolean {
  return endsOf(kind, codebook)[end].includes(annotationKind);
}
