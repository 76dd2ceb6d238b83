import { doccanoUnits } from "@/domain/formats/doccano/lines";
import { type OffsetUnit, rulerOf, type SaidRange } from "@/domain/interchange/units";

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Whether a stretch begins or ends within a word of the text. */
function cutsWord(text: string, start: number, end: number): boolean {
  const within = (at: number) =>
    at > 0 && at < text.length && letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
  return within(start) || within(end);
}

/**
 * The unit in which fewer of these stretches cut words, if it is not the one that was chosen: nothing in a file of doccano's says its
 * unit, and a wrong one is hardly ever wrong enough to be noticed otherwise.
 */
export function betterUnit(text: string, said: readonly SaidRange[], chosen: OffsetUnit): OffsetUnit | undefined {
  const ruler = rulerOf(text);
  if (doccanoUnits.every((unit) => ruler.length(unit) === text.length)) return undefined;
  const cuts = (unit: OffsetUnit) =>
    said.filter((range) => {
      const placed = ruler.place(range, unit);
      if (!placed.ok) return true;
      const { start, end } = placed.range;
      return cutsWord(text, ruler.index.toUtf16(start), ruler.index.toUtf16(end));
    }).length;
  const now = cuts(chosen);
  return now === 0 ? undefined : doccanoUnits.find((unit) => unit !== chosen && cuts(unit) < now);
}
