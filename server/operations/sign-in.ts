import "server-only";
import { createHash } from "node:crypto";
import { brakes } from "@/domain/access/brake";
import { fail, ok, type Result } from "@/domain/failure";
import type { UserId } from "@/domain/ids";
import { type Account, accountByEmail } from "@/server/data/accounts";
import { brake, release } from "@/server/data/brakes";
import { accountHolds } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { openSession, type Whence } from "@/server/data/sessions";
import { inTransaction, sql } from "@/server/data/transaction";
import { log } from "@/server/log";
import { Crowded, isPassword } from "@/server/session/hashing";

/** `secret` goes into the browser's cookie and nowhere else. */
export type SignedIn = { userId: UserId; secret: string };

const short = (text: string) => createHash("sha256").update(text).digest("base64url");

/** IPv6 hands whole networks of 64 bits to one household. */
const network = (address: string) => (address.includes(":") ? address.split(":").slice(0, 4).join(":") : address);

function keysOf(email: string, { address = "unknown" }: Whence) {
  const here = network(address);
  return {
    account: `account:${short(email)}`,
    accountHere: `here:${short(`${email} ${here}`)}`,
    address: `from:${here}`,
  };
}

/** Lets a person in with their password, slower after each failure; every wrong pair is answered alike. */
export async function signIn(given: { email: string; password: string }, whence: Whence): Promise<Result<SignedIn>> {
  const email = given.email.trim().toLowerCase().normalize("NFC");
  const keys = keysOf(email, whence);
  const waits = [
    await brake(keys.address, brakes.address),
    await brake(keys.accountHere, brakes.accountHere),
    await brake(keys.account, brakes.account),
  ];
  const retryAfterMs = Math.max(...waits);
  if (retryAfterMs > 0) return fail({ kind: "rate-limited", retryAfterMs });
  const account = await accountByEmail(sql, email);
  const right = await isRight(given.password, account);
  if (right === "crowded") return fail({ kind: "rate-limited", retryAfterMs: 1000 });
  if (!account || !right) return refuse(account, whence);
  await release([keys.account, keys.accountHere], keys.address);
  return letIn(account, whence);
}

async function isRight(password: string, account: Account | undefined): Promise<boolean | "crowded"> {
  try {
    return await isPassword(password, account?.passwordHash);
  } catch (error) {
    if (error instanceof Crowded) return "crowded";
    throw error;
  }
}

async function refuse(account: Account | undefined, { address }: Whence): Promise<Result<SignedIn>> {
  log({ level: "warn", what: "failed-sign-in", address, userId: account?.userId });
  if (account) {
    await inTransaction(account.workspaceId, async (tx) => {
      await remember(tx, { did: "failed-sign-in", refs: { userId: account.userId } });
      return ok(undefined);
    });
  }
  return fail({ kind: "signed-out" });
}

type Shown = Pick<Account, "userId" | "workspaceId"> & { passwordHash?: Account["passwordHash"] };

/** Opens the sign-in of somebody who showed who they are, unless their password was changed since they did. */
export function letIn({ userId, workspaceId, passwordHash }: Shown, whence: Whence): Promise<Result<SignedIn>> {
  return inTransaction(workspaceId, async (tx) => {
    if (!(await accountHolds(tx, userId, passwordHash))) return fail({ kind: "signed-out" });
    const secret = await openSession(tx, userId, whence);
    await remember(tx, { by: userId, did: "signed-in", refs: { userId } });
    return ok({ userId, secret });
  });
}
