import { availableParallelism } from "node:os";

/** So many test files run at once; PostgreSQL and what they start work beside them. */
export const workers = Math.max(2, availableParallelism() - 1);

/**
 * The database of one worker, a copy of the one the tests were given: nobody counts another file's rows.
 * @param {string} url @param {number | string} worker from 1 on
 */
export const databaseOf = (url, worker) => url.replace(/\/([^/?]+)(?=\?|$)/, `/$1_worker_${worker}`);
