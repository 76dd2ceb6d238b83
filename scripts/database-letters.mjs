import { withClient } from "./database-client.mjs";
import { knowsLetters } from "./postgres-letters.mjs";
import { usualLocale, utf8Locales } from "./postgres-locale.mjs";
import { Sorry, step } from "./say.mjs";

/** A database that knows only the letters A to Z is copied into one that knows all, or named when it is not ours. */

/**
 * Names a server of the operator's own that knows only the letters A to Z.
 * @param {import("pg").Client} client
 * @returns {Promise<string | undefined>} what to do, in words
 */
export async function lackOfLetters(client) {
  if (await knowsLetters(client)) return undefined;
  const { rows } = await client.query(
    "select datname as name, datctype as locale from pg_database where datname = current_database()",
  );
  const { name, locale } = rows[0];
  return `The database ${name} at DATABASE_URL was made with LC_CTYPE ${locale}, so searching misses words that are not in Latin letters: save it with \`npm run backup\`, make a new one (\`createdb --template template0 --encoding UTF8 --lc-collate C --lc-ctype ${usualLocale} NAME\`), and bring everything over with \`npm run restore\`.`;
}

/**
 * Gives the embedded database the letters it lacks, by copying it beside itself. Whatever hinders that is said, and the
 * database is used as it is.
 * @param {{ url: string, adminUrl: string }} server migrated, and used by nobody else
 * @param {{ say: (line: string) => void, locales?: string[] }} options
 */
export async function giveLetters({ url, adminUrl }, { say, locales = utf8Locales() }) {
  if (await withClient(url, knowsLetters)) return;
  const { copyBeside } = await import("./postgres-copy.mjs");
  try {
    const copy = () => copyBeside(adminUrl, url, locales);
    const { locale, rows } = await step("Copying the database into one that knows the letters of every script", copy);
    say(`Copied and compared ${rows} rows; ${locale} says now what is a letter.`);
  } catch (error) {
    if (!(error instanceof Sorry)) throw error;
    say(`Searching misses words that are not in Latin letters: ${error.message}`);
  }
}
