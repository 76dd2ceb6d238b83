import { parseArgs } from "node:util";
import { scopes } from "@/domain/access/actor";
import { PutToken } from "@/domain/people/token";
import { closePool } from "@/server/data/pool";
import { issueToken } from "@/server/operations/issue-token";

const usage = `token create --user EMAIL --name NAME [--scopes ${scopes.join(",")}] [--days NUMBER]`;

/** Makes an API token for a person and prints it alone on the last line. */
async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      user: { type: "string" },
      name: { type: "string" },
      scopes: { type: "string", default: scopes.join(",") },
      days: { type: "string" },
    },
  });
  const { user, name, days } = values;
  if (user === undefined || name === undefined) throw new Error(`Say whose and what for: ${usage}`);
  const wish = PutToken.safeParse({
    name,
    scopes: values.scopes.split(","),
    ...(days === undefined ? {} : { expiresInDays: Number(days) }),
  });
  if (!wish.success) throw new Error(`${wish.error.issues.map(({ message }) => message).join("; ")}\n${usage}`);
  const made = await issueToken(user, wish.data);
  if (!made.ok) throw new Error(`Nobody signs in here as ${user}. Nothing was made.`);
  return made.value.token;
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
