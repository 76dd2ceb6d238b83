import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Every language says everything that English says, with the same blanks to fill in, and no word is empty. */

/** @returns {string[]} what is wrong, in words */
export function troublesOfWords(folder = join(root, "messages")) {
  if (!existsSync(folder)) return [];
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const words = new Map(languages.map(({ name }) => [name, wordsOf(join(folder, name))]));
  const english = words.get("en") ?? new Map();
  return [...words].flatMap(([language, said]) => compare(language, said, english));
}

/** @param {string} folder @returns {Map<string, string>} by file and key */
function wordsOf(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(files.flatMap((name) => flatten(JSON.parse(readFileSync(join(folder, name), "utf8")), name)));
}

/** @param {Record<string, unknown>} tree @param {string} path @returns {[string, string][]} */
export function flatten(tree, path) {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [/** @type {[string, string]} */ ([`${path} ${key}`, value])]
      : flatten(/** @type {Record<string, unknown>} */ (value), `${path} ${key}`),
  );
}

/** @param {string} language @param {Map<string, string>} said @param {Map<string, string>} english */
export function compare(language, said, english) {
  const troubles = [];
  for (const [key, words] of english) {
    const ours = said.get(key);
    if (ours === undefined) troubles.push(`${language} lacks ${key}.`);
    else if (ours.trim() === "") troubles.push(`${language} ${key} is empty.`);
    else if (blanksOf(ours) !== blanksOf(words)) {
      troubles.push(
        `${language} ${key} fills in ${blanksOf(ours) || "nothing"}, English ${blanksOf(words) || "nothing"}.`,
      );
    }
  }
  for (const key of said.keys()) if (!english.has(key)) troubles.push(`${language} ${key} is not in English.`);
  return troubles;
}

/** The names between braces and tags of an ICU message, sorted. @param {string} words */
function blanksOf(words) {
  const names = [...words.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, blank, tag]) => blank ?? `<${tag}>`);
  return [...new Set(names)].sort().join(", ");
}
