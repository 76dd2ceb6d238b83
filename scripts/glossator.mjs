#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { joinDatabase } from "./database.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { endRunning, interrupted, run } from "./process.mjs";
import { root } from "./root.mjs";
import { sayOnStderr, step, tell } from "./say.mjs";
import { secretIn } from "./secret.mjs";
import { settingsOf } from "./settings.mjs";

/**
 * `npx glossator COMMAND`, also `npm run -s glossator -- COMMAND`. What works over the API is in cli/ (docs/CLI.md); the
 * commands here are deeds at the keyboard of the machine that runs Glossator, or work on files alone. Stdout carries a
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
  "release verify": {
    says: "RELEASE [--digest SHA256]: compares every file of a release with its digest; without a server",
    run: (args) => typescript("server/cli/release.ts", ["verify", ...args], process.env),
  },
  "release apply": {
    says: "RELEASE DELTA --into FOLDER: makes the newer release of the older one, byte for byte; without a server",
    run: (args) => typescript("server/cli/release.ts", ["apply", ...args], process.env),
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
    const name = words.slice(0, length).join(" ");
    const args = words.slice(length);
    // Of a file of ratings, agreement is measured here; of a project, over the API.
    const isFile = args[0] !== undefined && !args[0].startsWith("-");
    if (commands[name] && (name !== "agreement" || isFile)) return { command: commands[name], args };
  }
  return { command: overApi, args: words };
}

/** @type {Command} */
const overApi = {
  says: "everything that works over the API",
  run: async (words) => {
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: join(root, "tsconfig.json") });
    const { main } = await import(pathToFileURL(join(root, "cli", "main.ts")).href);
    return main(words, {
      env: process.env,
      folder: process.env.INIT_CWD ?? process.cwd(),
      streams: { in: process.stdin, out: process.stdout, err: process.stderr },
      signal: interrupted,
      local: Object.entries(commands).map(([name, { says }]) => ({ name, says })),
    });
  },
};

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
