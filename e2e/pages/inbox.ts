import { expect, type Page } from "@playwright/test";

/** What a person was told. */
export class Inbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The way there, with how much is unread. */
  get link() {
    return this.page.getByRole("banner").getByRole("link", { name: /^Inbox/ });
  }

  async open(): Promise<void> {
    await this.link.click();
    await expect(this.page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  }

  line(words: string | RegExp) {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: words });
  }
}
