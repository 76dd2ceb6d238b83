import { join } from "node:path";
import { run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, step } from "./say.mjs";

/** Who can sign in to a fresh installation: four invented people of the demo, or whoever opens the set-up link. */

/**
 * @param {string} databaseUrl @param {{ wantsDemo: boolean, isLoopback: boolean, url: string, secret: string }} settings
 * @returns {Promise<{ demoEntry: boolean, signIn: string }>} how to sign in, in words
 */
export async function welcome(databaseUrl, settings) {
  const before = await whoIsThere(databaseUrl);
  const env = { DATABASE_URL: databaseUrl, GLOSSATOR_URL: settings.url, GLOSSATOR_SECRET: settings.secret };
  const unfinished = before.demo && !before.complete;
  if ((!before.anybody && settings.wantsDemo) || unfinished) {
    await step("Making the demo workspace", () => seedDemo(databaseUrl, env));
  }
  const { anybody, demo } = before.anybody ? before : await whoIsThere(databaseUrl);
  if (!anybody) return { demoEntry: false, signIn: await setUpLink(env) };
  const demoEntry = demo && settings.isLoopback && settings.wantsDemo;
  if (!demoEntry) return { demoEntry, signIn: "Sign in with your account." };
  return {
    demoEntry,
    signIn:
      "Choose there to enter the demo as editor, reviewer, analyst A or analyst B; that works on this machine only.",
  };
}

/**
 * Makes the demo workspace: four people, their project, reports and tags.
 * @param {string} databaseUrl @param {Record<string, string>} [env]
 */
export async function seedDemo(databaseUrl, env = {}) {
  await typescript("prisma/seed.ts", { GLOSSATOR_SECRET: "0".repeat(64), ...env, DATABASE_URL: databaseUrl });
}

/** @param {string} databaseUrl */
async function whoIsThere(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select exists (select from users) as anybody, exists (select from users where demo) as demo,
              exists (select from entry where did = 'made-workspace' and refs->>'demo' = 'complete') as complete`,
    );
    return /** @type {{ anybody: boolean, demo: boolean, complete: boolean }} */ (rows[0]);
  } finally {
    await client.end();
  }
}

/** @param {Record<string, string>} env */
async function setUpLink(env) {
  const output = await step("Making the set-up link", () => typescript("server/cli/setup-link.ts", env));
  return `Nobody has an account yet. Make the first administrator with this link, which works once: ${output.trim().split("\n").at(-1)}`;
}

/** @param {string} script @param {Record<string, string>} env */
async function typescript(script, env) {
  const args = ["--import", "tsx", "--conditions", "react-server", join(root, script)];
  const { code, output } = await run(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  if (code !== 0)
    throw new Sorry(`${script} failed: see the lines above; nothing was kept of it.`, { details: output });
  return output;
}
