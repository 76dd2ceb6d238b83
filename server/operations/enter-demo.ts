import "server-only";
import { fail, type Result } from "@/domain/failure";
import { accountByEmail } from "@/server/data/accounts";
import type { Whence } from "@/server/data/sessions";
import { sql } from "@/server/data/transaction";
import { closedBecause } from "@/server/edge/own-machine.mjs";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { letIn, type SignedIn } from "@/server/operations/sign-in";

export const demoPeople = {
  editor: "editor@example.org",
  reviewer: "reviewer@example.org",
  "analyst-a": "analyst.a@example.org",
  "analyst-b": "analyst.b@example.org",
} as const;
export type DemoPerson = keyof typeof demoPeople;

/** Why this request can't enter the demo by one click; undefined when it can. */
function closedTo(whence: Whence): string | undefined {
  const { demoEntry, host, url, trustedProxies } = env();
  return demoEntry ? closedBecause({ host, url: url.href, trustedProxies }, whence) : "GLOSSATOR_DEMO_ENTRY";
}

/** Whether the sign-in page offers the demo to whoever asks for it. */
export const demoIsOpen = (whence: Whence): boolean => closedTo(whence) === undefined;

/** One-click entry, only into the demo's own people and only for a browser on this very machine. */
export async function enterDemo(as: string, whence: Whence): Promise<Result<SignedIn>> {
  const because = closedTo(whence);
  if (because !== undefined) log({ level: "warn", what: "demo-refused", because, address: whence.address });
  if (because !== undefined || !isDemoPerson(as)) return fail({ kind: "not-found" });
  const account = await accountByEmail(sql, demoPeople[as]);
  return account?.demo ? letIn(account, whence) : fail({ kind: "not-found" });
}

const isDemoPerson = (as: string): as is DemoPerson => Object.hasOwn(demoPeople, as);
