import "server-only";
import { sql } from "@/server/data/transaction";

/** Throws when the database does not answer. */
export async function isReady(): Promise<{ status: "ready" }> {
  await sql.rows("select 1", []);
  return { status: "ready" };
}
