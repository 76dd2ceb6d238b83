import { expect, type Page } from "@playwright/test";

/** How far people agree, and how the work goes. */
export class Agreement {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get parts() {
    return this.page.getByRole("navigation", { name: "Project sections" });
  }

  async open(projectId: string): Promise<void> {
    await this.page.goto(`/projects/${projectId}`);
    await this.parts.getByRole("link", { name: "Progress" }).first().click();
    await this.parts.getByRole("link", { name: "Agreement" }).click();
    await expect(this.page.getByRole("heading", { name: "Summary" })).toBeVisible();
  }

  figure(name: string) {
    return this.page.getByRole("article", { name });
  }

  tagOf(name: string) {
    return this.page.getByRole("region", { name: "Where people differ" }).getByRole("link", { name });
  }

  get allFigures() {
    return this.page.getByRole("link", { name: "All figures (CSV)" });
  }

  async openDashboard(projectId: string): Promise<void> {
    await this.page.goto(`/projects/${projectId}`);
    await this.parts.getByRole("link", { name: "Progress" }).first().click();
    await this.parts.getByRole("link", { name: "Dashboard" }).click();
    await expect(this.page.getByRole("heading", { name: "Stalled work" })).toBeVisible();
  }
}
