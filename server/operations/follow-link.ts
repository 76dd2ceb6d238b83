import "server-only";
import { z } from "zod";
import { passwordRefusal } from "@/domain/access/password";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { UserId } from "@/domain/ids";
import { personName } from "@/domain/people/me";
import { addToWorkspace, addUser, setPassword } from "@/server/data/accounts";
import { accountHolds, endCredentials } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { type OpenLink, openLink, type Purpose, useLink, wasWithdrawn } from "@/server/data/links";
import { openSession, type Whence } from "@/server/data/sessions";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import type { SignedIn } from "@/server/operations/sign-in";
import { hashPassword } from "@/server/session/hashing";

const Email = z.email().max(320);
const secretShape = /^[A-Za-z0-9_-]{43}$/;

/** What a page may show of a link before it is used. */
export type LinkAbout = { purpose: Purpose; email: string | undefined; name: string | undefined };

/** What this one-time link is for; "not-found" when it was used, ran out or never was. */
export async function readLink(secret: string): Promise<Result<LinkAbout>> {
  const link = secretShape.test(secret) ? await openLink(sql, secret) : undefined;
  if (!link) return fail({ kind: "not-found" });
  const { purpose, email, name } = link;
  return ok({ purpose, email, name });
}

/** Whether this is the link of an invitation that was withdrawn. */
export const isWithdrawn = async (secret: string): Promise<boolean> =>
  secretShape.test(secret) && (await wasWithdrawn(sql, secret));

export type Follow = { secret: string; name: string; email?: string | undefined; password: string };

/** Uses a one-time link: its person chooses name and password and is signed in. A set-up link makes the first admin. */
export async function followLink(given: Follow, whence: Whence): Promise<Result<SignedIn>> {
  const link = secretShape.test(given.secret) ? await openLink(sql, given.secret) : undefined;
  if (!link) return fail({ kind: "not-found" });
  const name = personName.safeParse(given.name, { error: fieldWords });
  if (!name.success) return invalid("name", "name-missing");
  const email = Email.safeParse(link.email ?? given.email?.trim().toLowerCase().normalize("NFC"));
  if (!email.success) return invalid("email", "email-wrong");
  const refusal = passwordRefusal(given.password, [name.data, email.data]);
  if (refusal) return invalid("password", refusal);
  const chosen = { name: name.data, email: email.data, passwordHash: await hashPassword(given.password) };

  return inTransaction(link.workspaceId, async (tx) => {
    if (!(await useLink(tx, link.id))) return fail({ kind: "not-found" });
    const userId = await personOf(tx, link, chosen);
    if (!userId) return invalid("email", "email-taken");
    if (!(await accountHolds(tx, userId))) return fail({ kind: "not-found" });
    await setPassword(tx, userId, chosen.passwordHash, chosen.name);
    await endCredentials(tx, userId);
    const secret = await openSession(tx, userId, whence);
    await remember(tx, { by: userId, did: "signed-in", refs: { userId } });
    return ok({ userId, secret });
  });
}

async function personOf(tx: Tx, link: OpenLink, { email, name }: { email: string; name: string }) {
  if (link.userId) return link.userId;
  const id = newId(UserId);
  if (!(await addUser(tx, { id, email, name }))) return undefined;
  await addToWorkspace(tx, id, "admin");
  return id;
}
