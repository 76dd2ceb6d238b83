import { defineConfig } from "@playwright/test";
import journeys from "@/playwright.config";

/** The pictures that the docs show, taken from the demo: `npx playwright test --config e2e/pictures`. */
export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "*.picture.ts",
  globalSetup: "../prepare.ts",
  outputDir: "../../test-results",
  workers: 1,
});
