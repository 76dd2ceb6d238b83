import { closePool } from "@/server/data/pool";
import { setUpLink } from "@/server/operations/first-start";

/** Prints the one-time link that makes the first administrator. */
const link = await setUpLink();
await closePool();
if (link === undefined) {
  process.stderr.write("This workspace has an administrator already, who can invite others.\n");
  process.exitCode = 1;
} else process.stdout.write(`${link}\n`);
