import { join } from "node:path";
import { inTurn, locks, withClient } from "./database-client.mjs";
import { run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, step } from "./say.mjs";

/** Who can sign in to a fresh installation: four invented people of the demo, or whoever opens the set-up link. */

/**
 * @param {string} databaseUrl @param {{ wantsDemo: boolean, url: string, secret: string }} settings
 * @returns {Promise<{ demoEntry: boolean, signIn: string }>} how to sign in, in words
 */
export async function welcome(databaseUrl, { wantsDemo, url, secret }) {
  const env = { DATABASE_URL: databaseUrl, GLOSSATOR_URL: url, GLOSSATOR_SECRET: secret };
  return withClient(databaseUrl, async (client) => {
    await inTurn(client, locks.firstStart, "making the first accounts");
    if (wantsDemo && demoIsDue(await whoIsThere(client))) {
      await step("Making the demo workspace", () => seedDemo(databaseUrl, env));
    }
    const now = await whoIsThere(client);
    if (!now.people && !now.demo) return { demoEntry: false, signIn: await setUpLink(env) };
    return { demoEntry: wantsDemo && now.demo, signIn: howToSignIn(now, wantsDemo) };
  });
}

/** @typedef {{ people: boolean, demo: boolean, complete: boolean }} Inhabitants */

/** The first time, and when the first time was cut off halfway. @param {Inhabitants} inhabitants */
export const demoIsDue = ({ people, demo, complete }) => (demo ? !complete : !people);

/** @param {Inhabitants} inhabitants @param {boolean} wantsDemo */
export function howToSignIn({ people, demo }, wantsDemo) {
  const asDemo = "enter the demo as editor, reviewer, analyst A or analyst B, which works on this machine only";
  if (demo && wantsDemo) return people ? `Sign in, or ${asDemo}.` : `Choose there to ${asDemo}.`;
  if (people) return "Sign in with your account.";
  return "Only the demo's people have accounts here, and nobody can sign in as them while it is off: for real work set GLOSSATOR_DATA to a new folder.";
}

/**
 * Makes the demo workspace: four people, their project, reports and tags.
 * @param {string} databaseUrl @param {Record<string, string>} [env]
 */
export async function seedDemo(databaseUrl, env = {}) {
  await typescript("prisma/seed.ts", { GLOSSATOR_SECRET: "0".repeat(64), ...env, DATABASE_URL: databaseUrl });
}

/** @param {import("pg").Client} client */
async function whoIsThere(client) {
  const { rows } = await client.query(
    `select exists (select from users where not demo) as people,
            exists (select from users where demo) as demo,
            exists (select from users where demo)
              and exists (select from entry where did = 'made-workspace' and refs @> '{"demo": "complete"}') as complete`,
  );
  return /** @type {Inhabitants} */ (rows[0]);
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
