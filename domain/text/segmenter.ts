export type Granularity = "grapheme" | "word";

export interface TextPart {
  /** UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** Whether it is a word rather than what stands between words; only words are told apart. */
  readonly word: boolean;
}

/** The platform's time for a text grows with its square, so that long ones are read through a window (UTF-16 units). */
const WINDOW = 1024;
/** Rules look at most this many parts ahead: as many at a window's end are read again. */
const AHEAD = 3;

/** Divides a text by the Unicode rules for a language (UAX #29). A BCP 47 tag that cannot be read counts as none. */
export function* partsOf(text: string, granularity: Granularity, locale = "und"): Generator<TextPart> {
  const segmenter = segmenterFor(granularity, locale);
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const parts = [...segmenter.segment(text.slice(from, from + size))];
    const settled = from + size < text.length ? parts.slice(0, -AHEAD) : parts;
    for (const { index, segment, isWordLike } of settled) {
      yield { start: from + index, text: segment, word: isWordLike === true };
    }
    const last = settled.at(-1);
    if (last) from += last.index + last.segment.length;
    size = last ? WINDOW : size * 2;
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(granularity: Granularity, locale: string): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(readable(locale), { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

function readable(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "und";
  } catch {
    return "und";
  }
}
