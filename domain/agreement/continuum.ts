/** Where a continuum begins and how long it is, in whole positions, and how that is known. */
export interface Extent {
  readonly start: number;
  readonly length: number;
  readonly from: "fields" | "words" | "units";
}

/** What an entry may say about its continuum; `source` and a `continuum` in words are read as words. */
export interface ContinuumFields {
  readonly continuum?:
    | string
    | readonly [number, number]
    | { readonly start?: number | undefined; readonly length?: number | undefined }
    | undefined;
  readonly start?: number | undefined;
  readonly length?: number | undefined;
  readonly source?: string | undefined;
}

/**
 * The continuum of an entry: from its fields; else from words such as "continuum starts at 150, length 300"; what is
 * said nowhere is taken from the units (from 0, or the first unit before it, to the last unit's end).
 */
export function readContinuum(
  { continuum, start, length, source = "" }: ContinuumFields,
  units: readonly (readonly [number, number])[],
): Extent {
  const said = typeof continuum === "object" ? fieldsOf(continuum) : {};
  const words = typeof continuum === "string" ? continuum : source;
  const knownStart = start ?? said.start;
  const knownLength = length ?? said.length;
  const wordStart = numberAfter(/\b(?:starts?|begins?)(?: at)? (-?\d+)/i, words);
  const wordLength = numberAfter(/\blength (?:of |is |= ?)?(\d+)/i, words);

  const from = knownStart ?? wordStart ?? units.reduce((least, [first]) => Math.min(least, first), 0);
  const end = units.reduce((most, [first, size]) => Math.max(most, first + size), from + 1);
  const fields = knownStart !== undefined || knownLength !== undefined;
  const spoken = wordStart !== undefined || wordLength !== undefined;
  return {
    start: from,
    length: knownLength ?? wordLength ?? end - from,
    from: fields ? "fields" : spoken ? "words" : "units",
  };
}

function fieldsOf(
  continuum: readonly [number, number] | { readonly start?: number | undefined; readonly length?: number | undefined },
): { readonly start?: number | undefined; readonly length?: number | undefined } {
  return "0" in continuum ? { start: continuum[0], length: continuum[1] } : continuum;
}

function numberAfter(pattern: RegExp, words: string): number | undefined {
  const found = pattern.exec(words)?.[1];
  return found === undefined ? undefined : Number(found);
}
