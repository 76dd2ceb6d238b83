import { likeness } from "@/domain/review/compare/attributes";
import { overlapOf, type Stretch, sameWords, shared } from "@/domain/review/compare/coverage";
import type { ComparedAnnotation } from "@/domain/review/compare/group";
import { type Fit, joined } from "@/domain/review/compare/join";

/**
 * The same words under another label are worth as much as an overlap of four tenths under the same one: whoever
 * marked nearly the same claim is meant before whoever marked a place exactly there.
 */
const OTHER_LABEL = 0.4;
/** Attributes, then the place in the text, only decide between pairs that fit the words equally well. */
const ALIKE = 1e-3;
const EARLIER = 1e-6;

const startOf = ({ segments }: ComparedAnnotation) => segments[0]?.start ?? 0;
const endOf = ({ segments }: ComparedAnnotation) => segments.at(-1)?.end ?? 0;

/** In text order; what starts together, longest first. */
export const inTextOrder = (a: ComparedAnnotation, b: ComparedAnnotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || compared(a.kind, b.kind) || compared(a.id, b.id);

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which annotations of several people are about the same words: groups with at most one of each person's, every
 * annotation in exactly one. Two of a group always share words; the label is the same, or else the words are exactly.
 */
export function alignAnnotations(people: readonly (readonly ComparedAnnotation[])[]): ComparedAnnotation[][] {
  const all = people.flatMap((annotations) => annotations.toSorted(inTextOrder));
  const length = Math.max(1, ...all.map(endOf));
  const numbered = numbersOf(people);
  const at = (number: number): ComparedAnnotation => all[number] as ComparedAnnotation; // every number was given out below
  const groups = joined(
    numbered,
    (one, other) => fitting(numbered[one] ?? [], numbered[other] ?? [], { at, length }),
    (a, b) => shared(places(at(a)), places(at(b))) > 0,
  );
  return groups.map((group) => group.map(at));
}

const places = ({ segments }: ComparedAnnotation): readonly Stretch[] => segments;

function numbersOf(people: readonly (readonly ComparedAnnotation[])[]): number[][] {
  let next = 0;
  return people.map((annotations) => annotations.map(() => next++));
}

type Looking = { at: (number: number) => ComparedAnnotation; length: number };

/** Every two that share words, found in one walk through both people's annotations in text order. */
function fitting(mine: readonly number[], theirs: readonly number[], { at, length }: Looking): Fit[] {
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
      const worth = worthOf(one, at(b), length);
      if (worth > 0) fits.push({ a, b, worth });
    }
  }
  return fits;
}

function worthOf(one: ComparedAnnotation, other: ComparedAnnotation, length: number): number {
  const overlap =
    one.kind === other.kind
      ? overlapOf(one.segments, other.segments)
      : sameWords(one.segments, other.segments)
        ? OTHER_LABEL
        : 0;
  if (overlap === 0) return 0;
  const late = (startOf(one) + startOf(other) + endOf(one) + endOf(other)) / (4 * length);
  return overlap + ALIKE * likeness(one.attributes, other.attributes) + EARLIER * (1 - late);
}
