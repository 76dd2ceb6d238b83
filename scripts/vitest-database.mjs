import { withClient } from "./database-client.mjs";
import { startDatabase } from "./stack.mjs";
import { databaseOf, workers } from "./vitest-workers.mjs";

/**
 * Gives the tests that meet a real PostgreSQL one of their own, unless `npm test` already did, and in it each worker a
 * database of its own.
 */
export default async function setup() {
  const given = process.env.GLOSSATOR_TEST_DATABASE_URL;
  const database = given ? undefined : await startDatabase();
  const url = given ?? database?.url ?? "";
  process.env.GLOSSATOR_TEST_DATABASE_URL = url;
  await copies(url);
  return database?.stop;
}

/** @param {string} url of the database to copy, which nobody may be connected to */
async function copies(url) {
  const name = nameOf(url);
  await withClient(url.replace(last, "/postgres"), async (client) => {
    for (let worker = 1; worker <= workers; worker += 1) {
      const copy = nameOf(databaseOf(url, worker));
      await client.query(`drop database if exists ${copy} with (force)`);
      await client.query(`create database ${copy} template ${name}`);
    }
  });
}

const last = /\/([^/?]+)(?=\?|$)/;
/** @param {string} url */
const nameOf = (url) => last.exec(url)?.[1] ?? "";
