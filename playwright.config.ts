import { defineConfig } from "@playwright/test";
import { findChromium } from "@/scripts/chromium.mjs";

const executablePath = await findChromium();
process.env["CHROMIUM_PATH"] = executablePath;

/**
 * The journeys: people at work in a real browser, on the production build with a real database.
 * Each worker has a database and an app of its own, so that one may kill them. Nothing is tried twice.
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "journeys/*.spec.ts",
  globalSetup: "./e2e/build.ts",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"] },
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
