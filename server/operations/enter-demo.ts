import "server-only";
import { fail, type Result } from "@/domain/failure";
import { accountByEmail } from "@/server/data/accounts";
import type { Whence } from "@/server/data/sessions";
import { sql } from "@/server/data/transaction";
import { env } from "@/server/env";
import { letIn, type SignedIn } from "@/server/operations/sign-in";

export const demoPeople = {
  editor: "editor@example.org",
  reviewer: "reviewer@example.org",
  "analyst-a": "analyst.a@example.org",
  "analyst-b": "analyst.b@example.org",
} as const;
export type DemoPerson = keyof typeof demoPeople;

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Whether the sign-in page offers the demo at all. */
export const demoIsOpen = (): boolean => env().demoEntry;

/** One-click entry, only into the demo's own people and only for a browser on this very machine. */
export async function enterDemo(as: string, whence: Whence): Promise<Result<SignedIn>> {
  if (!env().demoEntry || !loopback.test(whence.address ?? "") || !isDemoPerson(as)) return fail({ kind: "not-found" });
  const account = await accountByEmail(sql, demoPeople[as]);
  return account?.demo ? letIn(account, whence) : fail({ kind: "not-found" });
}

const isDemoPerson = (as: string): as is DemoPerson => Object.hasOwn(demoPeople, as);
