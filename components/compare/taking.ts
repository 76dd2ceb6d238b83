import type { Final } from "@/client/desk/desk";
import type { TagId } from "@/domain/ids";
import type { Comparison } from "@/domain/review/compare/compare";
import { annotationDraft, relationDraft } from "@/domain/review/compare/draft";
import { isLeftOut, type Settled } from "@/domain/review/compare/finals";
import type {
  AnnotationGroup,
  ComparedAnnotation,
  ComparedRelation,
  Group,
  RelationGroup,
  Saying,
} from "@/domain/review/compare/group";
import { counted } from "@/domain/review/compare/vote";

/** Where a decision is made: what was said, and what is settled of it already. */
export type Basis = {
  comparison: Pick<Comparison, "annotations" | "relations">;
  settled: ReadonlyMap<string, Settled>;
  newId: () => TagId;
};

/**
 * The final tags that taking one analyst's word makes. An annotation takes that analyst's undecided links along, a link
 * the ends that it still lacks: what belongs together is decided together. Ends come before their links.
 */
export function taking(basis: Basis, group: Group, by: string): Final[] {
  const made = finalsOf(basis);
  if (group.type === "relation") {
    made.relation(group, by);
    return made.finals();
  }
  made.annotation(group, by);
  for (const link of basis.comparison.relations) {
    if (link.from === group.id && !basis.settled.has(link.id)) made.relation(link, by);
  }
  return made.finals();
}

function finalsOf({ comparison, settled, newId }: Basis) {
  const finals: Final[] = [];
  const finalOf = new Map<TagId, TagId>();
  const groupOf = new Map<TagId, AnnotationGroup>();
  for (const group of comparison.annotations) {
    const final = settled.get(group.id);
    for (const { tag } of group.tags) {
      groupOf.set(tag.id, group);
      if (final && !final.leftOut) finalOf.set(tag.id, final.final.id);
    }
  }
  const idFor = (group: Group) => settled.get(group.id)?.final.id ?? newId();

  function annotation(group: AnnotationGroup, by: string) {
    const said = group.tags.find((each) => each.by === by);
    if (!said) return;
    const id = idFor(group);
    finals.push({ ...annotationDraft(group, said.tag), id });
    for (const { tag } of group.tags) finalOf.set(tag.id, id);
  }
  function relation(group: RelationGroup, by: string) {
    const said = group.tags.find((each) => each.by === by);
    if (!said) return;
    for (const end of [said.tag.from, said.tag.to]) {
      const missing = end && !finalOf.has(end) ? groupOf.get(end) : undefined;
      if (missing && !settled.has(missing.id)) annotation(missing, by);
    }
    const draft = relationDraft(group, said.tag, (id) => finalOf.get(id));
    if (draft) finals.push({ ...draft, id: idFor(group) });
  }
  return { annotation, relation, finals: () => finals };
}

/**
 * The final tag that leaves a group out. Undefined for a link whose ends are not decided yet: it would have nowhere
 * to stand.
 */
export function leavingOut(basis: Basis, group: Group): Final | undefined {
  const [first] = taking(basis, group, group.by[0] ?? "").filter(({ type }) => type === group.type);
  if (!first) return undefined;
  const [alone] = group.type === "relation" ? withoutEnds(basis, group) : [first];
  return alone && { ...alone, leftOut: true };
}

function withoutEnds(basis: Basis, group: RelationGroup): Final[] {
  const made = taking(basis, group, group.by[0] ?? "");
  return made.some(({ type }) => type === "annotation") ? [] : made;
}

/** What a group would say as most of its analysts say it: where one's own words begin. */
export function mostSaid(group: Group): string {
  const of = ({ tag }: Saying) => [tag.kind, tag.attributes, "segments" in tag ? tag.segments : tag.to];
  const [most] = counted((group.tags as readonly Saying[]).map(of));
  const like = (group.tags as readonly Saying[]).find(
    (each) => JSON.stringify(of(each)) === JSON.stringify(most?.value),
  );
  return like?.by ?? group.by[0] ?? "";
}

/** One field taken from one analyst, everything else as it is settled, or as most say it. */
export function picking(basis: Basis, group: Group, { field, by }: { field: string; by: string }): Final[] {
  const settled = basis.settled.get(group.id);
  if (field === "kind" || field === "to" || (!settled && group.by.length === 1)) return taking(basis, group, by);
  const base = taking(basis, group, mostSaid(group));
  const said = (group.tags as readonly Saying[]).find((each) => each.by === by)?.tag;
  if (!said) return [];
  return base.map((final): Final => {
    const own = group.tags.some(({ tag }) => final.derivedFrom.includes(tag.id));
    if (!own) return final;
    const known = settled && !isLeftOut(settled.final) ? settled.final : undefined;
    return withField(known ? over(final, known) : final, field, said);
  });
}

/** A draft that says what is settled already. */
function over(final: Final, known: Settled["final"]): Final {
  if (final.type === "annotation" && known.type === "annotation") {
    const { kind, segments, attributes } = known;
    return { ...final, kind, segments, attributes };
  }
  return { ...final, attributes: known.attributes };
}

function withField(final: Final, field: string, said: ComparedAnnotation | ComparedRelation): Final {
  if (field === "segments" && final.type === "annotation" && said.type === "annotation") {
    return { ...final, segments: said.segments };
  }
  if (field === "cue" && final.type === "relation" && said.type === "relation") {
    const { cue: _cue, ...rest } = final;
    return said.cue ? { ...rest, cue: said.cue } : rest;
  }
  const name = field.replace(/^attributes\./, "");
  const { [name]: _before, ...others } = final.attributes;
  const value = said.attributes[name];
  return { ...final, attributes: value === undefined ? others : { ...others, [name]: value } };
}
