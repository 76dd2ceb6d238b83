import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { troublesOfFunctions } from "./functions.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { troublesOfLockfile } from "./lockfile.mjs";
import { troublesOfPhrases } from "./phrases.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { say, seconds, tell } from "./say.mjs";
import { difference } from "./schema.mjs";
import { troublesOfWords } from "./words.mjs";

/** `npm run check`: everything that can be proved without running the product. All checks run, whatever the others say. */

/** @typedef {{ name: string, run: () => Promise<string> }} Check `run` resolves to what is wrong, empty when nothing is */

const atOnce = 2;
const ourFolders = [
  "app",
  "cli",
  "client",
  "components",
  "domain",
  "e2e",
  "editor",
  "messages",
  "prisma",
  "proxy.ts",
  "server",
];

/** Linted apart from the rest: it keeps the types of all that it has looked at, which is some 4 GB. */
const inBrowsers = ["app", "client", "components", "editor"];

/** @param {string[]} what */
const eslint = (what) =>
  tool("eslint", "bin/eslint.js", [...what, "--max-warnings", "0"], ["--max-old-space-size=6144"]);

/** @param {string} databaseUrl of a server where databases may be created @returns {Check[]} */
function checks(databaseUrl) {
  const folders = ourFolders.filter((name) => existsSync(join(root, name)));
  return [
    { name: "Types", run: types },
    { name: "Lint of what a browser runs (ESLint)", run: () => eslint(inBrowsers) },
    {
      name: "Lint of the rest (ESLint)",
      run: () => eslint([".", ...inBrowsers.flatMap((folder) => ["--ignore-pattern", `${folder}/**`])]),
    },
    { name: "Types of domain/", run: () => tool("typescript", "bin/tsc", ["-p", "domain/tsconfig.json"]) },
    { name: "Types of scripts/", run: () => tool("typescript", "bin/tsc", ["-p", "scripts/tsconfig.json"]) },
    {
      name: "Format and lint (Biome)",
      run: () => tool("@biomejs/biome", "bin/biome", ["check", "--error-on-warnings"]),
    },
    {
      name: "Arrows (dependency-cruiser)",
      run: () =>
        tool("dependency-cruiser", "bin/dependency-cruise.mjs", [...folders, "--config", ".dependency-cruiser.cjs"]),
    },
    { name: "Nothing unused (knip)", run: () => tool("knip", "bin/knip.js", ["--no-progress"]) },
    { name: "Functions short enough to read", run: async () => (await troublesOfFunctions()).join("\n") },
    { name: "Words in every language", run: async () => troublesOfWords().join("\n") },
    { name: "Plain English", run: async () => troublesOfPhrases().join("\n") },
    { name: "Lockfile safe and complete", run: async () => troublesOfLockfile().join("\n") },
    { name: "Schema and migrations agree", run: () => difference(databaseUrl) },
  ];
}

async function types() {
  const routes = await tool("next", "dist/bin/next", ["typegen"]);
  return routes || tool("typescript", "bin/tsc", ["-p", "."]);
}

/** @param {string} name of the package @param {string} file in it @param {string[]} args @param {string[]} [forNode] */
async function tool(name, file, args, forNode = []) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const { code, output } = await run(process.execPath, [...forNode, join(root, "node_modules", name, file), ...args], {
    cwd: root,
    env,
  });
  return code === 0 ? "" : output || `It ended with code ${code}.`;
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<boolean>} whether all is well
 */
export async function check(databaseUrl) {
  const waiting = checks(databaseUrl);
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const began = performance.now();
      const trouble = await next.run().catch((error) => String(error?.message ?? error));
      say(`${next.name} … ${trouble ? "failed" : "fine"} (${seconds(performance.now() - began)})`);
      if (!trouble) continue;
      failed.push(next.name);
      say(trouble.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  say(failed.length > 0 ? `${failed.length} checks failed: ${failed.join(", ")}.` : "All checks passed.");
  return failed.length === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.on("SIGINT", endRunning).on("SIGTERM", endRunning);
  await tell(async () => {
    await ensureInstalled({ development: true });
    await ensureGenerated();
    const { startDatabase } = await import("./stack.mjs");
    const database = await startDatabase();
    try {
      return (await check(database.url)) ? 0 : 1;
    } finally {
      await database.stop();
    }
  });
}
