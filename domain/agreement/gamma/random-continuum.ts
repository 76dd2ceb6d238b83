import { type Chance, pick } from "@/domain/agreement/chance";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";

/**
 * Draws what the same people might have tagged by chance (Mathet, Widlöcher & Métivier 2015, section 5.2): for each
 * rater some rater's units, all moved along by one random distance, what passes the end coming in again at the
 * start. Two distances are kept half a mean unit apart or more where there is room, lest one rater's units meet
 * themselves; as in pygamma-agreement, `ShuffleContinuumSampler`. Needs one unit or more.
 */
export function randomContinuum(
  raters: readonly (readonly LabelledSpan[])[],
  chance: Chance,
): readonly (readonly LabelledSpan[])[] {
  const units = raters.flat();
  const start = Math.min(...units.map((unit) => unit.start));
  const length = Math.max(...units.map((unit) => unit.end)) - start;
  const apart = units.reduce((total, unit) => total + unit.end - unit.start, 0) / units.length / 2;
  const taken: number[] = [];
  const drawn = raters.map(() => {
    const shift = freeShift(taken, length, apart, chance);
    taken.push(shift);
    return (raters[pick(chance, raters.length)] ?? []).map((unit) => {
      const moved = (unit.start - start + shift) % length;
      return { start: start + moved, end: start + moved + (unit.end - unit.start), label: unit.label };
    });
  });
  const nobodyDrawn = drawn.every((spans) => spans.length === 0);
  return nobodyDrawn ? randomContinuum(raters, chance) : drawn;
}

/** A distance below `length`, evenly from those at least `apart` from the ones taken, the continuum being a ring. */
function freeShift(taken: readonly number[], length: number, apart: number, chance: Chance): number {
  const marks = [...taken].sort((a, b) => a - b);
  const free = marks.flatMap((mark, place) => {
    const next = marks[place + 1] ?? (marks[0] ?? 0) + length;
    return next - mark > 2 * apart ? [{ from: mark + apart, room: next - mark - 2 * apart }] : [];
  });
  const room = free.reduce((total, each) => total + each.room, 0);
  if (room === 0) return chance() * length;
  let left = chance() * room;
  for (const { from, room: here } of free) {
    if (left < here) return (from + left) % length;
    left -= here;
  }
  return chance() * length;
}
