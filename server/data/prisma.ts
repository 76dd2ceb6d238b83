import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool, PoolClient } from "pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { pool } from "@/server/data/pool";

declare global {
  var glossatorPrisma: { client: PrismaClient; over: Pool } | undefined;
}

/** Prisma's client, or the part of it that works within one transaction. */
export type Rows = Prisma.TransactionClient;

/** Prisma over the same pool; a condition that is `undefined` is an error, never "everybody's". */
export function prisma(): PrismaClient {
  const over = pool();
  if (globalThis.glossatorPrisma?.over !== over) {
    globalThis.glossatorPrisma = { client: new PrismaClient({ adapter: new PrismaPg(lending(over)) }), over };
  }
  return globalThis.glossatorPrisma.client;
}

/** The connection on which Prisma's next transaction is to be one that was begun already. */
const lent = new AsyncLocalStorage<PoolClient>();

/** Milliseconds. Prisma would give up its transactions by itself; ours have limits of their own (pool.ts). */
const patience = { maxWait: 60_000, timeout: 60 * 60_000 };

/** Prisma within a transaction of ours, from its first use to `end`. */
export function joining(client: PoolClient): { rows: () => Promise<Rows>; end: () => Promise<void> } {
  let joined: { rows: Promise<Rows>; end: () => Promise<void> } | undefined;
  return {
    rows: () => {
      joined ??= join(client);
      return joined.rows;
    },
    end: async () => joined?.end(),
  };
}

function join(client: PoolClient) {
  const { over, end } = untilTold();
  let ended = Promise.resolve();
  const rows = new Promise<Rows>((resolve, reject) => {
    const work = (within: Rows) => {
      resolve(within);
      return over;
    };
    ended = lent.run(client, () => prisma().$transaction(work, patience)).catch(reject);
  });
  return {
    rows,
    end: () => {
      end();
      return ended;
    },
  };
}

/** A promise that is kept when `end` is called. */
function untilTold() {
  const told: { end?: () => void } = {};
  const over = new Promise<void>((resolve) => {
    told.end = resolve;
  });
  return { over, end: () => told.end?.() };
}

/** The pool as Prisma sees it: a connection that was lent keeps its transaction, whatever Prisma says. */
const lending = (over: Pool): Pool =>
  Object.create(over, {
    query: { value: over.query.bind(over) },
    connect: {
      value: async () => {
        const client = lent.getStore();
        return client ? withoutBoundaries(client) : over.connect();
      },
    },
  });

const boundaries = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);

function withoutBoundaries(client: PoolClient) {
  const nothing = () => undefined;
  return {
    query: async (asked: { text: string }) =>
      boundaries.has(asked.text) ? { fields: [], rows: [], rowCount: 0 } : client.query(asked),
    on: nothing,
    removeListener: nothing,
    release: nothing,
  };
}
