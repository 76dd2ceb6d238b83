import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** Where datasets leave the house. */
export class Export {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async as(format: "JSON Lines (lossless)" | "Spreadsheet (CSV)"): Promise<void> {
    await this.page.getByRole("radio", { name: format }).click();
  }

  async withTags(states: string): Promise<void> {
    await this.page.getByRole("radio", { name: states }).click();
  }

  /** How many of something the preview says will leave. */
  count(of: string) {
    return this.#preview
      .getByRole("definition")
      .filter({ has: this.page.locator(`xpath=preceding-sibling::dt[.="${of}"]`) });
  }

  get #preview() {
    return this.page.getByRole("region", { name: "What will be exported" });
  }

  get losses() {
    return this.#preview.getByRole("heading", { name: "What this format leaves out" });
  }

  async download(): Promise<{ name: string; bytes: Uint8Array }> {
    await expect(this.losses).toBeVisible();
    const waiting = this.page.waitForEvent("download");
    await this.#preview.getByRole("link", { name: /^Download / }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
