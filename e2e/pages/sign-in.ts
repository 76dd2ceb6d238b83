import { expect, type Page } from "@playwright/test";
import type { Who } from "@/e2e/api";

/** The way in. */
export class SignIn {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/");
    await expect(this.heading).toBeVisible();
  }

  get heading() {
    return this.page.getByRole("heading", { name: "Sign in", level: 1 });
  }

  demo(who: Who) {
    return this.page.getByRole("button", { name: who, exact: true });
  }

  /** One click into the demo. */
  async enterAs(who: Who): Promise<void> {
    await this.open();
    await this.demo(who).click();
    await expect(this.page.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
  }

  async withPassword(email: string, password: string): Promise<void> {
    await this.page.getByLabel("E-mail address").fill(email);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }
}
