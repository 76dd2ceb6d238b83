import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { pool } from "@/server/data/pool";

declare global {
  var glossatorPrisma: { client: PrismaClient; over: Pool } | undefined;
}

/** Prisma over the same pool; a condition that is `undefined` is an error, never "everybody's". */
export function prisma(): PrismaClient {
  const over = pool();
  if (globalThis.glossatorPrisma?.over !== over) {
    globalThis.glossatorPrisma = { client: new PrismaClient({ adapter: new PrismaPg(over) }), over };
  }
  return globalThis.glossatorPrisma.client;
}
