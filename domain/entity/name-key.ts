/** Signs above and below letters that are left out as often as they are written: Latin accents, Hebrew points, Arabic vowels. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const article = /^(?:the|an?) (?=.)/;

/**
 * A name as one looks for it: names with the same key are written alike but for case, accents, vowel signs, invisible
 * characters, hyphens and other signs, spaces, and an English article before them.
 */
export function nameKey(name: string): string {
  const words = name
    .normalize("NFKC")
    .replace(/[\p{Cf}\u0640]/gu, "")
    .normalize("NFD")
    .replace(marks, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’'ʼ`]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .replace(article, "");
  return words === "" ? name.trim().toLowerCase() : words;
}
