import { same, tidy } from "@/domain/change/content";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

type Words = Readonly<Record<string, unknown>>;

/** The attributes of `now` with what went from `from` to `to` done to it, and everything else left as it is. */
function carried(now: Words, from: Words, to: Words): Record<string, unknown> {
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !same(from[key], to[key]));
  return tidy({ ...now, ...Object.fromEntries(changed.map((key) => [key, to[key]])) });
}

/**
 * Does to `now` what turned `from` into `to`, field by field, so that undoing one's own change leaves alone what
 * others changed meanwhile.
 */
export function carry(now: Tag, from: Tag, to: Tag): Tag {
  const attributes = carried(now.attributes, from.attributes, to.attributes);
  const state = (from.state === "withdrawn") === (to.state === "withdrawn") ? now.state : to.state;
  const derivedFrom = same(from.derivedFrom, to.derivedFrom) ? now.derivedFrom : (to.derivedFrom ?? []);
  const said = { attributes, state, ...(derivedFrom && { derivedFrom }) };
  if (now.type === "annotation" && from.type === "annotation" && to.type === "annotation") {
    return { ...now, ...said, ...changedPlace(from, to) } satisfies Annotation;
  }
  if (now.type === "relation" && from.type === "relation" && to.type === "relation") {
    const { cue: _cue, ...rest } = same(endsOf(from), endsOf(to)) ? now : { ...endless(now), ...endsOf(to) };
    const cue = same(from.cue, to.cue) ? now.cue : to.cue;
    return { ...rest, ...said, ...(cue ? { cue } : {}) } satisfies Relation;
  }
  return now;
}

/** Where a link leads, and as what: a final one may be taken from another analyst, who had it lead elsewhere. */
const endsOf = ({ kind, from, to, toEntity, toArticle }: Relation) => ({
  kind,
  from,
  ...(to && { to }),
  ...(toEntity && { toEntity }),
  ...(toArticle && { toArticle }),
});

function endless({ to: _to, toEntity: _entity, toArticle: _article, ...rest }: Relation) {
  return rest;
}

const places = (segments: readonly { start: number; end: number }[]) => segments.map(({ start, end }) => [start, end]);

function changedPlace(from: Annotation, to: Annotation): Partial<Annotation> {
  return {
    ...(from.kind === to.kind ? {} : { kind: to.kind }),
    ...(same(places(from.segments), places(to.segments)) ? {} : { segments: to.segments }),
  };
}
