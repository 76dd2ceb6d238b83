import { spawn } from "node:child_process";
import { joinDatabase } from "./database.mjs";
import { Sorry } from "./say.mjs";
import { settingsOf } from "./settings.mjs";

/**
 * PostgreSQL's own terminal on the database of the running or the stopped installation. It only reads, unless somebody
 * says otherwise there (`set default_transaction_read_only = off`), so that a slip changes nothing.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function psql(args) {
  const database = await joinDatabase(settingsOf(process.env), { migrates: false });
  // Ctrl-C ends a query there and not the session.
  process.removeAllListeners("SIGINT").on("SIGINT", () => undefined);
  try {
    return await terminal(database.url, args);
  } finally {
    await database.stop();
  }
}

/** @param {string} url @param {string[]} args @returns {Promise<number>} */
function terminal(url, args) {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const env = {
    ...process.env,
    ...(password ? { PGPASSWORD: password } : {}),
    PGOPTIONS: `-c default_transaction_read_only=on ${process.env.PGOPTIONS ?? ""}`,
  };
  return new Promise((resolve, reject) => {
    const child = spawn("psql", [address.toString(), ...args], { env, stdio: "inherit" });
    child.once("error", (error) => reject(notInstalled(error)));
    child.once("close", (code) => resolve(code ?? 128));
  });
}

/** @param {Error} error */
function notInstalled(error) {
  if (!("code" in error) || error.code !== "ENOENT") return error;
  return new Sorry("psql is not installed: install it (Debian: `apt-get install postgresql-client`) and try again.");
}
