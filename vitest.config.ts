import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { workers } from "./scripts/vitest-workers.mjs";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Milliseconds; far above what any test needs, so that a busy machine fails none. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };
/** What keeps nothing between tests need not load everything anew for each file, which took most of their time. */
const alike = { ...patience, isolate: false };
const onDatabase = {
  globalSetup: ["./scripts/vitest-database.mjs"],
  setupFiles: ["./prisma/builders/settings.ts"],
};
const alias = { "@": here("."), "server-only": here("./node_modules/server-only/empty.js") };

/** Tests of what is kept or read once while modules live, or that replace one: each file loads everything for itself. */
const alone = "{server,app}/**/*.alone.test.ts";
/** Tests that add a kind or a page to the product: nobody else may meet it. */
const growing = "**/growing.test.{ts,tsx}";

/**
 * `rules` needs nothing but Node; `screen` has a DOM; `growing` loads everything for each file; `rows` meets a real PostgreSQL at
 * GLOSSATOR_TEST_DATABASE_URL, set by `npm test` or by its own set-up; `alone` does too, and each of its files loads everything for itself; `commands` starts and kills processes.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: workers,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          environment: "node",
          include: ["{domain,cli}/**/*.test.ts"],
          exclude: [growing],
          ...alike,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "screen",
          environment: "jsdom",
          include: ["{client,editor,components}/**/*.test.{ts,tsx}"],
          exclude: [growing],
          ...alike,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "growing",
          environment: "jsdom",
          include: ["{client,components,domain}/**/growing.test.{ts,tsx}"],
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "rows",
          environment: "node",
          include: ["{server,app,prisma}/**/*.test.ts"],
          exclude: [alone],
          ...onDatabase,
          ...alike,
        },
      },
      {
        resolve: { alias },
        test: { name: "alone", environment: "node", include: [alone], ...onDatabase, ...patience },
      },
      {
        resolve: { alias },
        test: {
          name: "commands",
          environment: "node",
          include: ["scripts/*.test.mjs"],
          ...patience,
        },
      },
    ],
  },
});
