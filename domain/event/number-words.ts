/** What the words of a figure say, as far as they say it without an estimate. */
export type FromWords = { low?: number | undefined; high?: number | undefined; atLeast?: true };

const arabicIndic = /[\u0660-\u0669\u06f0-\u06f9]/g;
const digit = (sign: string) => String((sign.codePointAt(0) ?? 0) & 0xf);

/** Two, as Arabic says it in the noun itself. */
const dual =
  /(?:^|[^\p{L}])(?:و)?(?:ال)?(?:قتيلان|قتيلين|شهيدان|شهيدين|جريحان|جريحين|مصابان|مصابين(?=\s+اثنين)|شخصان|شخصين|مدنيان|طفلان|طفلين|جنديان|جنديين)(?![\p{L}])/u;

const none =
  /\b(?:no|zero|without(?: any)?)\s+(?:\p{L}+\s+)?(?:casualt\p{L}*|deaths?|injur\p{L}*|victims?|fatalit\p{L}*|killed|wounded|one)\b|\b(?:nobody|none)\b|(?:لا|دون|بدون|من دون|لم تقع|عدم وقوع)\s+(?:وقوع\s+|أي\s+)*(?:قتلى|ضحايا|إصابات|خسائر|جرحى)/iu;

const atLeast = /\b(?:at least|more than|over|no fewer than|upwards of)\b|(?:ما لا يقل عن|أكثر من|على الأقل)/iu;

const english: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/**
 * Reads a number out of a figure's words: digits of Europe, Arabic and Persian, the Arabic dual without a numeral, small
 * English numbers. Words that say none give zero. "Dozens" (عشرات), "several" and the like give nothing: they stay words.
 */
export function numberInWords(words: string): FromWords {
  const text = words.replaceAll(arabicIndic, digit);
  const range = /(\d[\d,]*)\s*(?:-|–|to)\s*(\d[\d,]*)/u.exec(text);
  if (range) return { low: whole(range[1]), high: whole(range[2]) };
  const said = whole(/\d[\d,]*/.exec(text)?.[0]) ?? small(text) ?? (dual.test(text) ? 2 : undefined);
  if (said === undefined) return none.test(text) ? { low: 0, high: 0 } : {};
  return atLeast.test(text) ? { low: said, atLeast: true } : { low: said, high: said };
}

const whole = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits.replaceAll(",", "")));

function small(text: string): number | undefined {
  const word = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.exec(text)?.[0];
  return word === undefined || /\bno one\b/i.test(text) ? undefined : english[word.toLowerCase()];
}

/** Whether a word says that somebody was killed; شهيد, martyr, does. */
export const saysKilled = (words: string): boolean =>
  /\b(?:kill(?:ed|s|ing)?|dead|died|deaths?|fatalit(?:y|ies)|martyr(?:s|ed)?)\b|(?:قتيل|قتلى|قتل|مقتل|شهيد|شهداء|شهيدان|شهيدين|استشهد|استشهاد)/iu.test(
    words,
  );
