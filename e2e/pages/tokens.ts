import { expect, type Page } from "@playwright/test";

/** The programs that work in one's name. */
export class Tokens {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/account/tokens");
    await expect(this.page.getByRole("heading", { name: "API tokens", level: 1 })).toBeVisible();
  }

  /** Makes a token and copies it off the screen, where it stands this once. */
  async make(name: string, scopes: readonly string[]): Promise<string> {
    await this.page.getByRole("button", { name: "New token" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(name);
    for (const scope of scopes) await dialog.getByRole("checkbox", { name: scope }).check();
    await dialog.getByRole("button", { name: "Create token" }).click();
    const token = (await dialog.getByLabel(name).textContent()) ?? "";
    await dialog.getByRole("button", { name: "I’ve copied it" }).click();
    return token;
  }

  token(name: string) {
    return this.page.getByRole("table", { name: "Your API tokens" }).getByRole("row").filter({ hasText: name });
  }

  async revoke(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Revoke ${name}` }).click();
    await expect(this.token(name)).toHaveCount(0);
  }
}
