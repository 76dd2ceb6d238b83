import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's least for argon2id: 19 MiB, two passes, one lane; about 30 ms a hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mostWaiting = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Too many people sign in at this moment; they may try again in a second. */
export class Crowded extends Error {}

/** Few at once: hashing shares its threads with the rest of the server, and a flood of sign-ins must not stall it. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new Crowded();
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** One password, however a keyboard composes its letters. */
const normal = (password: string) => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), cost));

let nobody: Promise<string> | undefined;

/** An account without a password, or none at all, takes as long as a wrong password. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  nobody ??= hashPassword("nobody's password");
  const known = kept ?? (await nobody);
  const right = await inTurn(() => verify(known, normal(password)));
  return right && typeof kept === "string";
}
