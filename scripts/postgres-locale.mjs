import { spawnSync } from "node:child_process";

/**
 * The system's locales that can tell PostgreSQL what is a letter (`lc_ctype`). Under C only A to Z are: trigrams of any
 * other script come out empty, and full text takes the punctuation beside it for a part of the word.
 */

/** Known in every script, and without a country's customs. */
export const usualLocale = "C.UTF-8";

/** Those of UTF-8 that the system may have, the plainest first. @returns {string[]} */
export function utf8Locales() {
  const { stdout } = spawnSync("locale", ["-a"], { encoding: "utf8" });
  const listed = (stdout ?? "").split("\n").filter((name) => /\.utf-?8$/i.test(name));
  return [...new Set([usualLocale, "en_US.UTF-8", ...listed])];
}

/** @param {string} output of `initdb`, or what PostgreSQL says about a new database */
export const noSuchLocale = (output) =>
  /invalid (?:LC_CTYPE )?locale name|encoding mismatch|does not match locale/.test(output);
