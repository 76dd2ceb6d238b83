/** Letters that readers take for one another, beside those that differ by accents. */
const alike: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ə: "e",
  // Cyrillic letters that are written as two words' worth of habits.
  ё: "е",
  ґ: "г",
  // Arabic: seats of hamza, dotless yeh, teh marbuta; the letters of Persian and Urdu for the same sounds.
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
  ی: "ي",
  ھ: "ه",
  ہ: "ه",
  ۀ: "ه",
  ۃ: "ه",
  // Hebrew letters at a word's end.
  ך: "כ",
  ם: "מ",
  ן: "נ",
  ף: "פ",
  ץ: "צ",
};
const ALIKE = new RegExp(`[${Object.keys(alike).join("")}]`, "gu");
/** Marks on Latin, Greek, Arabic and Hebrew letters. On Cyrillic й and ї and on Indic letters a mark makes another letter. */
const MARKS = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{M}])\p{M}+/gu;
const CYRILLIC_STRESS = /[\u0300\u0301]/gu;
const UNSEEN = /[\p{Cf}\u0640]|[\ufe00-\ufe0f]/gu;
const APOSTROPHES = /['’‘ʼ`´ʿʾ′ˈ]/gu;
const DIGIT = /\p{Nd}/gu;

/**
 * A word as it is looked for: without capitals, accents, vowel signs, apostrophes, tatweel and invisible characters,
 * with one form of letters that are written in several ways, and with digits 0–9.
 */
export const folded = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(UNSEEN, "")
    .replace(APOSTROPHES, "")
    .replace(ALIKE, (letter) => alike[letter] ?? letter)
    .normalize("NFD")
    .replace(CYRILLIC_STRESS, "")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(ALIKE, (letter) => alike[letter] ?? letter)
    .replace(DIGIT, digit);

/** Digits of a script stand together from their zero on, and nothing like them stands before it. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return `${value}`;
}

const LEADING = /^[وف]?(?:[بكل]?ال|لل)(?=\p{L}{3})/u;
const CONJUNCTION = /^و(?=\p{L}{4})/u;
const ARABIC = /^\p{sc=Arabic}+$/u;

/**
 * A folded Arabic word without article and what is written together with it: القوات, والقوات, للقوات and قوات are looked
 * for as one. Undefined where there is nothing to leave out.
 */
export function withoutArticle(word: string): string | undefined {
  if (!ARABIC.test(word)) return undefined;
  const bare = word.replace(LEADING, "");
  const shorter = bare === word ? word.replace(CONJUNCTION, "") : bare;
  return shorter === word ? undefined : shorter;
}
