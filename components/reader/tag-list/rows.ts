import type { DeskState } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { speakerOf } from "@/client/desk/speaker";
import { attributedTo, nameOf, otherEndName, wordsOf } from "@/components/annotate/tags/tag-words";
import type { TagId } from "@/domain/ids";
import { coreKinds } from "@/domain/kind-values";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

export type Wanted = {
  query: string;
  mine: boolean;
  linked: "any" | "linked" | "unlinked";
};

export type Row =
  | { is: "heading"; kind: string; count: number; entities: number; hidden: boolean; ids: readonly TagId[] }
  | { is: "tag"; kind: string; name: string; ids: readonly TagId[]; first: Annotation; detail: readonly string[] };

type Seen = Pick<DeskState, "annotations" | "relations" | "entities" | "filters" | "me">;

/**
 * The tags of a report as a list: by kind, in reading order; places with the same words, and sources that stand for
 * the same entity, are one row with all their mentions.
 */
export function rowsOf(state: Seen, wanted: Wanted, labels: readonly string[]): Row[] {
  const fits = fitting(state, wanted);
  const byKind = new Map<string, Annotation[]>();
  for (const annotation of state.annotations.values()) {
    if (annotation.state === "withdrawn") continue;
    const there = byKind.get(annotation.kind);
    if (there) there.push(annotation);
    else byKind.set(annotation.kind, [annotation]);
  }
  const kinds = [...coreKinds, ...labels.map((slug) => `label:${slug}`), ...byKind.keys()];
  return [...new Set(kinds)].flatMap((kind): Row[] => {
    const all = byKind.get(kind);
    if (!all) return [];
    const hidden = state.filters.hiddenKinds.has(kind);
    const shown = inTextOrder(all.filter(fits));
    const entities = new Set(shown.map((each) => speakerOf(state.entities, each)?.id).filter(Boolean)).size;
    const heading: Row = { is: "heading", kind, count: shown.length, entities, hidden, ids: shown.map(({ id }) => id) };
    return hidden ? [heading] : [heading, ...folded(state, kind, shown)];
  });
}

/** Mostly they come in order: only what was made since stands at the end. */
function inTextOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  const isInOrder = annotations.every((each, at) => at === 0 || start(annotations[at - 1] ?? each) <= start(each));
  return isInOrder ? annotations : annotations.toSorted((a, b) => start(a) - start(b));
}

const start = ({ segments }: Annotation) => segments[0]?.start ?? 0;

function fitting(state: Seen, { query, mine, linked }: Wanted): (annotation: Annotation) => boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const { states } = state.filters;
  return (annotation) => {
    if (states && !states.has(annotation.state)) return false;
    if (mine && annotation.createdBy !== state.me.id) return false;
    if (linked !== "any" && relationsOf(state, annotation.id).length > 0 !== (linked === "linked")) return false;
    if (words.length === 0) return true;
    const text = `${nameOf(annotation)} ${wordsOf(annotation)}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function folded(state: Seen, kind: string, shown: readonly Annotation[]): Row[] {
  if (kind !== "place" && kind !== "source") {
    return shown.map((first) => ({
      is: "tag",
      kind,
      name: nameOf(first),
      ids: [first.id],
      first,
      detail: kind === "claim" ? aboutClaim(state, first) : [],
    }));
  }
  const groups = new Map<string, { name: string; first: Annotation; ids: TagId[] }>();
  for (const annotation of shown) {
    const speaker = kind === "source" ? speakerOf(state.entities, annotation) : undefined;
    const key = speaker?.id ?? keyOf(annotation);
    const group = groups.get(key);
    if (group) group.ids.push(annotation.id);
    else groups.set(key, { name: speaker?.name ?? wordsOf(annotation), first: annotation, ids: [annotation.id] });
  }
  return [...groups.values()].map((group) => ({ is: "tag", kind, detail: [], ...group }));
}

const keys = new WeakMap<Annotation["segments"], string>();

/** What mentions of one thing have in common. */
function keyOf({ segments }: Annotation): string {
  const known = keys.get(segments);
  if (known !== undefined) return known;
  const key = wordsOf({ segments }).toLocaleLowerCase();
  keys.set(segments, key);
  return key;
}

/** Who says it, and where: what a claim's second line tells. */
function aboutClaim(state: Seen, claim: Annotation): string[] {
  const speaker = attributedTo(state, claim)?.name;
  const links = relationsOf(state, claim.id).filter(({ from }) => from === claim.id);
  const source = links.find(({ kind }) => kind === "attributed-to");
  const places = links.filter(({ kind }) => kind === "located-at");
  const place = places.find(({ attributes }) => attributes["primary"] === true) ?? places[0];
  const said = speaker ?? (source ? otherEndName(state, source) : undefined);
  const where = place ? otherEndName(state, place) : undefined;
  return [said, where].filter((part) => part !== undefined);
}

/** How sure the place of a mention is, for its row. */
export const resolutionOf = ({ attributes }: Annotation) => (attributes as PlaceAttributes).resolution;
