import { saidIn } from "@/domain/codebook/normal-form";
import type { TagId } from "@/domain/ids";
import { overlapOf, type Stretch, sameWords, shared } from "@/domain/review/compare/coverage";
import type { ComparedAnnotation } from "@/domain/review/compare/group";
import { type Fit, joined } from "@/domain/review/compare/join";
import { type Content, commonPart, lotOf } from "@/domain/review/compare/labels";
import { canonical } from "@/domain/tag/same-attributes";

/**
 * The same words under another label are worth as much as an overlap of four tenths under the same one: whoever
 * marked nearly the same claim is meant before whoever marked a place exactly there.
 */
const OTHER_LABEL = 0.4;
/**
 * Attributes and links, then the place in the text, then a lot drawn by what both say, only decide between pairs that
 * fit the words equally well. Nothing hangs on ids or on what was made first.
 */
const ALIKE = 1e-3;
const EARLIER = 1e-6;
const LOT = 1e-10;

const startOf = ({ segments }: ComparedAnnotation) => segments[0]?.start ?? 0;
const endOf = ({ segments }: ComparedAnnotation) => segments.at(-1)?.end ?? 0;

/** In text order; what starts together, longest first. */
export const inTextOrder = (a: ComparedAnnotation, b: ComparedAnnotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || compared(a.kind, b.kind);

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which annotations of several people are about the same words: groups with at most one of each person's, every
 * annotation in exactly one. Two of a group always share words; the label is the same, or else the words are exactly.
 */
export function alignAnnotations(
  people: readonly (readonly ComparedAnnotation[])[],
  contents: ReadonlyMap<TagId, Content>,
): ComparedAnnotation[][] {
  const contentOf = ({ id }: ComparedAnnotation): Content => contents.get(id) ?? { label: "", links: [], lot: 0 };
  const inOrder = (a: ComparedAnnotation, b: ComparedAnnotation) =>
    inTextOrder(a, b) || compared(contentOf(a).label, contentOf(b).label);
  const ordered = people.map((annotations) => annotations.toSorted(inOrder));
  const all = ordered.flat();
  const length = all.reduce((longest, tag) => Math.max(longest, endOf(tag)), 1);
  const numbered = numbersOf(ordered);
  const said = all.map((tag) => ({ tag, content: contentOf(tag), ...filled(tag) }));
  const at = (number: number): ComparedAnnotation => all[number] as ComparedAnnotation; // every number was given out below
  const groups = joined(
    numbered,
    (one, other) => fitting(numbered[one] ?? [], numbered[other] ?? [], { at, worth: worthIn(said, length) }),
    (a, b) => shared(places(at(a)), places(at(b))) > 0,
    (number) => said[number]?.content.label ?? "",
  );
  return groups.map((group) => group.map(at));
}

const places = ({ segments }: ComparedAnnotation): readonly Stretch[] => segments;

function numbersOf(people: readonly (readonly ComparedAnnotation[])[]): number[][] {
  let next = 0;
  return people.map((annotations) => annotations.map(() => next++));
}

type Looking = { at: (number: number) => ComparedAnnotation; worth: (a: number, b: number) => number };

/** Every two that share words, found in one walk through both people's annotations in text order. */
function fitting(mine: readonly number[], theirs: readonly number[], { at, worth: worthOf }: Looking): Fit[] {
  const fits: Fit[] = [];
  let open: number[] = [];
  let next = 0;
  for (const a of mine) {
    const one = at(a);
    for (; next < theirs.length; next += 1) {
      const b = theirs[next];
      if (b === undefined || startOf(at(b)) >= endOf(one)) break;
      open.push(b);
    }
    open = open.filter((b) => endOf(at(b)) > startOf(one));
    for (const b of open) {
      const worth = worthOf(a, b);
      if (worth > 0) fits.push({ a, b, worth });
    }
  }
  return fits;
}

type Filled = { attributes: readonly string[] };
type Saying = Filled & { tag: ComparedAnnotation; content: Content };

/** Attributes as texts, each with its name, in order. */
const filled = ({ attributes }: ComparedAnnotation): Filled => ({
  attributes: Object.entries(saidIn(attributes))
    .map(([name, value]) => `${name} ${canonical(value)}`)
    .toSorted(),
});

const worthIn = (said: readonly Saying[], length: number) => (a: number, b: number) => {
  const [one, other] = [said[a], said[b]];
  return one && other ? worthOf(one, other, length) : 0;
};

function worthOf(a: Saying, b: Saying, length: number): number {
  const [one, other] = [a.tag, b.tag];
  const overlap =
    one.kind === other.kind
      ? overlapOf(one.segments, other.segments)
      : sameWords(one.segments, other.segments)
        ? OTHER_LABEL
        : 0;
  if (overlap === 0) return 0;
  const late = (startOf(one) + startOf(other) + endOf(one) + endOf(other)) / (4 * length);
  const alike = commonPart(a.attributes, b.attributes) + commonPart(a.content.links, b.content.links);
  return overlap + ALIKE * alike + EARLIER * (1 - late) + LOT * lotOf(a.content.lot, b.content.lot);
}
