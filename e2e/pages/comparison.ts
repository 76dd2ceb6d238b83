import { expect, type Page } from "@playwright/test";
import type { Paper } from "@/e2e/office";

/** What several analysts said about a report, to be settled group by group. */
export class ComparisonPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open({ id }: Pick<Paper, "id">): Promise<void> {
    await this.page.goto(`/reports/${id}/compare`);
    await expect(this.groups.getByRole("listitem").first()).toBeVisible();
    await this.isSaved();
  }

  get groups() {
    return this.page.getByRole("navigation", { name: "Groups" });
  }
  get card() {
    return this.page.getByRole("complementary", { name: "Decision" });
  }
  get dialog() {
    return this.page.getByRole("dialog");
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async hasSettled(settled: number, of: number): Promise<void> {
    await expect(this.card.getByText(`${settled} of ${of} settled`)).toBeVisible();
  }

  async isSaved(): Promise<void> {
    await expect(this.page.getByRole("banner").getByText(/^Saved/)).toBeVisible();
  }
}
