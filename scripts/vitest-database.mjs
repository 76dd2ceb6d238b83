import { startDatabase } from "./stack.mjs";

/** Gives the tests that meet a real PostgreSQL one of their own, unless `npm test` already did. */
export default async function setup() {
  if (process.env.GLOSSATOR_TEST_DATABASE_URL) return undefined;
  const database = await startDatabase();
  process.env.GLOSSATOR_TEST_DATABASE_URL = database.url;
  return database.stop;
}
