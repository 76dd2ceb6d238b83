import "server-only";
import { z } from "zod";
import { sql } from "@/server/data/transaction";

/** When the database was last saved by `npm run backup`; undefined when it never was. */
export async function lastBackup(): Promise<Date | undefined> {
  const [row] = await sql.rows("select max(made_at) as at from backup");
  return z.date().nullish().parse(row?.["at"]) ?? undefined;
}

/** Bytes on the database's disk. */
export async function databaseSize(): Promise<number> {
  const [row] = await sql.rows("select pg_database_size(current_database())::text as size");
  return Number(row?.["size"] ?? 0);
}
