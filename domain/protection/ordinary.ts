/** A name with what its words look like in the project's texts. */
export type Spelled = { name: string; seenSmall: boolean };

const CASED = /[\p{Lu}\p{Lt}]/u;
const BETWEEN = /[\s\p{Pd}]+/u;

/**
 * Whether a name may also be an ordinary word, so that a person has to decide: it is one word, and either its script
 * has no capitals (أمل is a name and "hope"), or it has three letters at most, or the texts write it small as well.
 */
export function mayBeOrdinary({ name, seenSmall }: Spelled): boolean {
  const words = name.trim().split(BETWEEN).filter(Boolean);
  if (words.length !== 1) return false;
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  return !CASED.test(name) || letters <= 3 || seenSmall;
}
