import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { joinDatabase } from "./database.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, sayOnStderr, step, tell } from "./say.mjs";
import { secretIn } from "./secret.mjs";
import { settingsOf } from "./settings.mjs";

/**
 * `npm run -s glossator -- COMMAND`: deeds at the keyboard of the machine that runs Glossator. Stdout carries a
 * command's own result and nothing else.
 */

/** @typedef {{ says: string, run: (args: string[]) => Promise<number> }} Command */

/** @type {Record<string, Command>} */
const commands = {
  "token create": {
    says: "--user EMAIL --name NAME: makes an API token, printed alone on the last line",
    run: (args) => withDatabase("server/cli/token-create.ts", args),
  },
  "setup-link": {
    says: "makes a one-time link for the first administrator",
    run: (args) => withDatabase("server/cli/setup-link.ts", args),
  },
  gazetteer: {
    says: "[--again] [--only SY,IQ]: fills the gazetteer, which a start also does by itself in the background",
    run: (args) => withDatabase("server/cli/gazetteer.ts", args),
  },
  release: {
    says: "verify RELEASE | apply RELEASE DELTA --into FOLDER: compares a release with its digests, or makes the next one of it; without a server",
    run: (args) => typescript("server/cli/release.ts", args, process.env),
  },
  psql: {
    says: "[ARGS]: opens psql on the database, reading only",
    run: async (args) => (await import("./psql.mjs")).psql(args),
  },
  agreement: {
    says: "FILE [--json]: measures how far annotators agree",
    run: (args) => typescript("server/cli/agreement.ts", args, process.env),
  },
  "dossier verify": {
    says: "FILE: says whether a dossier of an event is as it was made; needs no database",
    run: (args) => typescript("server/cli/dossier-verify.ts", args, process.env),
  },
  migration: {
    says: "NAME: writes what prisma/schema.prisma has and the migrations lack",
    run: newMigration,
  },
};

/** @param {string[]} words */
export function commandOf(words) {
  for (const length of [2, 1]) {
    const command = commands[words.slice(0, length).join(" ")];
    if (command) return { command, args: words.slice(length) };
  }
  const list = Object.entries(commands).map(([name, { says }]) => `  ${name} ${says}`);
  throw new Sorry("Say one of these: `npm run -s glossator -- COMMAND`.", { details: list.join("\n") });
}

/** @param {string} script @param {string[]} args */
async function withDatabase(script, args) {
  await ensureGenerated();
  const settings = settingsOf(process.env);
  const database = await joinDatabase(settings);
  try {
    return await typescript(script, args, {
      ...process.env,
      DATABASE_URL: database.url,
      GLOSSATOR_URL: settings.url,
      GLOSSATOR_SECRET: secretIn(settings.dataFolder),
    });
  } finally {
    await database.stop();
  }
}

/** @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function typescript(script, args, env) {
  const node = ["--import", import.meta.resolve("tsx"), "--conditions", "react-server", join(root, script), ...args];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { code } = await run(process.execPath, node, {
    cwd,
    env: { ...env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
    show: true,
  });
  return code;
}

/** @param {string[]} words */
async function newMigration(words) {
  const [{ startDatabase }, { writeMigration }] = await Promise.all([import("./stack.mjs"), import("./schema.mjs")]);
  const database = await step("Starting a throw-away database", () => startDatabase());
  try {
    process.stdout.write(`${relative(process.cwd(), await writeMigration(database.url, words.join(" ")))}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}

process.on("SIGINT", endRunning).on("SIGTERM", endRunning);
await tell(async () => {
  sayOnStderr();
  const { command, args } = commandOf(process.argv.slice(2));
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) await ensureInstalled();
  return command.run(args);
});
