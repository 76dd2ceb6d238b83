export type Granularity = "grapheme" | "word" | "sentence";

const segmenters = new Map<string, Intl.Segmenter>();

/** The platform's segmenter for a BCP 47 language; a tag it cannot read counts as no language. */
export function segmenter(granularity: Granularity, locale = "und"): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(readable(locale), { granularity });
  segmenters.set(key, made);
  return made;
}

function readable(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "und";
  } catch {
    return "und";
  }
}
