import { noSuchLocale, usualLocale, utf8Locales } from "./postgres-locale.mjs";

/** Whether a database knows the letters of every script, and the making of one that does. */

/** Under C the Arabic comma belongs to the word before it. */
const trial = "select to_tsvector('simple', 'حلب،') = to_tsvector('simple', 'حلب') as knows";

/** @param {import("pg").Client} client */
export async function knowsLetters(client) {
  const { rows } = await client.query(trial);
  return rows[0].knows === true;
}

/** The copy that is being made, and the one that it replaced. */
export const [draft, replaced] = ["glossator_copy", "glossator_before"];

/** Drops what is left of an attempt: both are there only while one is made. @param {import("pg").Client} admin */
export async function tidyUp(admin) {
  for (const name of [draft, replaced]) await admin.query(`drop database if exists ${name} with (force)`);
}

/** @param {string} name of a database on a server of ours */
const making = (name) => `create database ${name} owner glossator template template0 encoding 'UTF8'`;

/**
 * Makes an empty database with the first locale that works; with the server's own, if none does.
 * @param {import("pg").Client} admin @param {string} name @param {string[]} [locales]
 * @returns {Promise<string | undefined>} the locale that says what is a letter
 */
export async function makeWithLetters(admin, name, locales = utf8Locales()) {
  for (const locale of locales) {
    try {
      await admin.query(`${making(name)} lc_ctype ${admin.escapeLiteral(locale)}`);
      return locale;
    } catch (error) {
      if (!(error instanceof Error && noSuchLocale(error.message))) throw error;
    }
  }
  await admin.query(making(name));
  return undefined;
}

/** What is worth saying about the locale that was found. @param {string | undefined} locale */
export function aboutLocale(locale) {
  if (locale === usualLocale) return undefined;
  if (locale) return `This system has no locale ${usualLocale}: the database takes its letters from ${locale}.`;
  return `This system has no UTF-8 locale, so searching will miss words that are not in Latin letters: install one (${usualLocale}) and start again.`;
}

/** @param {string} url @param {string} database on the same server */
export function beside(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}
