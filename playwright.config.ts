import { defineConfig } from "@playwright/test";

/** Milliseconds; far above what any step needs on a quiet machine. */
const patience = 60_000;
const { CHROMIUM_PATH: executablePath = "" } = process.env;

/**
 * The journeys: people at work in a real browser, on the production build with a real database.
 * Assertions wait for what they name; the limits only end a run that hangs, so that a busy machine fails none.
 * The preparation builds and finds a Chromium. Each worker has a database and an app of its own, so that one may kill them.
 * What fails is tried once more, then with a trace, and listed as flaky if it passes: a fault of the journey or of the product to be found.
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "journeys/*.spec.ts",
  globalSetup: "./e2e/prepare.ts",
  outputDir: "test-results",
  workers: 2,
  retries: 1,
  forbidOnly: true,
  timeout: 12 * patience,
  expect: { timeout: patience },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    },
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: patience,
    navigationTimeout: patience,
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
});
