import { expect, type Page } from "@playwright/test";

/** The events of a project, used by the keyboard alone. */
export class Events {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(projectId: string): Promise<void> {
    await this.page.goto(`/projects/${projectId}/events`);
    await expect(this.page.getByRole("heading", { level: 1, name: "Events" })).toBeVisible();
  }

  /** Makes the event that is proposed for a claim. */
  async make(claim: string): Promise<void> {
    await this.page.getByRole("button", { name: `Make an event of “${claim}”` }).press("Enter");
    await expect(this.page.getByRole("heading", { level: 1, name: claim })).toBeVisible();
  }

  async addLikely(claim: string): Promise<void> {
    await this.likely.getByRole("button", { name: `Add “${claim}” to the event` }).press("Enter");
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).press("Enter");
  }

  get likely() {
    return this.page.getByRole("region", { name: "Likely members" });
  }

  get claims() {
    return this.page.getByRole("region", { name: /^Claims/ });
  }

  get origins() {
    return this.page.getByRole("region", { name: "Where it comes from" });
  }

  /** The value of a field with where it comes from. */
  value(field: string) {
    return this.page.locator("dt", { hasText: new RegExp(`^${field}$`) }).locator("xpath=following-sibling::dd[1]");
  }
}
