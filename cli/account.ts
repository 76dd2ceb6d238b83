import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { refused, wrong } from "@/cli/exits";

type Env = Readonly<Record<string, string | undefined>>;

/** Where Glossator is, and with which token it is asked. */
export type Account = { url: string; token: string };

/** The folder of this person's settings; GLOSSATOR_CONFIG names another one. */
export function configFolder(env: Env): string {
  if (env["GLOSSATOR_CONFIG"]) return env["GLOSSATOR_CONFIG"];
  if (process.platform === "win32" && env["APPDATA"]) return join(env["APPDATA"], "glossator");
  return join(env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "glossator");
}

export const accountFile = (env: Env): string => join(configFolder(env), "account.json");

/** An address as it is compared and kept: without a slash at its end. Ends the command where it is none. */
export function addressIn(said: string): string {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw wrong(`“${said}” is no address of Glossator: give one like https://glossator.example.org.`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

const tokenShape = /^glo_[A-Za-z0-9_-]{43}$/;

/** A token as it was shown once. What is wrong with another one is said without repeating it. */
export function tokenIn(said: string): string {
  if (!tokenShape.test(said))
    throw wrong("That is no API token: one begins with glo_ and is shown once, under API tokens.");
  return said;
}

/**
 * Who asks, from --url, the environment and the file of `glossator login`. A kept token goes to the address it was kept
 * for and to no other.
 */
export async function accountIn(env: Env, url: string | undefined): Promise<Account> {
  const said = url ?? env["GLOSSATOR_URL"];
  const wanted = said ? addressIn(said) : undefined;
  const token = env["GLOSSATOR_TOKEN"] ? tokenIn(env["GLOSSATOR_TOKEN"]) : undefined;
  if (wanted !== undefined && token !== undefined) return { url: wanted, token };
  const kept = await keptAccount(env);
  if (token !== undefined) {
    if (kept) return { url: kept.url, token };
    throw refused("GLOSSATOR_TOKEN is set, and no address: set GLOSSATOR_URL too, or give --url.");
  }
  if (!kept) throw refused("You are not signed in. Run “glossator login”, or set GLOSSATOR_URL and GLOSSATOR_TOKEN.");
  if (wanted !== undefined && wanted !== kept.url)
    throw refused(`You are signed in to ${kept.url}, and not to ${wanted}. Run “glossator login --url ${wanted}”.`);
  return kept;
}

/** The account of `glossator login`; refuses a file that others may read. */
export async function keptAccount(env: Env): Promise<Account | undefined> {
  const path = accountFile(env);
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw refused(`Others can read the token in ${path}. Run “chmod 600 ${path}”, and revoke the token if they did.`);
  const kept: unknown = JSON.parse(await readFile(path, "utf8").catch(() => "null"));
  if (typeof kept !== "object" || kept === null || !("url" in kept) || !("token" in kept)) return undefined;
  return { url: addressIn(String(kept.url)), token: tokenIn(String(kept.token)) };
}

/** Keeps the account, whole or not at all, in a file that nobody else can read. */
export async function keepAccount(env: Env, account: Account): Promise<string> {
  const path = accountFile(env);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await chmod(beside, 0o600);
  await rename(beside, path);
  return path;
}

/** Whether there was one. */
export async function forgetAccount(env: Env): Promise<boolean> {
  const path = accountFile(env);
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  await rm(path, { force: true });
  return there;
}
