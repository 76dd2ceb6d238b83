import { expect, type Page } from "@playwright/test";

type Part = "Reports" | "Entities" | "Activity" | "Export" | "Releases" | "Jobs" | "Members" | "Settings";

/** The group that a page of a project is found in, where that is not called after it. */
const groupOf: Partial<Record<Part, RegExp>> = {
  Activity: /^Progress$/,
  Jobs: /^Export$/,
  Releases: /^Export$/,
  Members: /^(Settings|Members)$/,
};

/** A project and its reports. */
export class Project {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/projects/${id}`);
    await expect(this.parts).toBeVisible();
  }

  get parts() {
    return this.page.getByRole("navigation", { name: "Project sections" });
  }

  async turnTo(part: Part): Promise<void> {
    const group = groupOf[part];
    if (group) await this.parts.getByRole("link", { name: group }).first().click();
    const link = this.parts.getByRole("link", { name: part, exact: true }).last();
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
  }

  get reports() {
    return this.page.getByRole("table", { name: /^Reports of/ });
  }

  report(title: string) {
    return this.reports.getByRole("row").filter({ hasText: title });
  }

  /** Narrows the table to the reports with these words in their title. */
  async find(title: string): Promise<void> {
    await this.filters.getByLabel("Title").fill(title);
    await this.page.keyboard.press("Enter");
    await expect(this.page).toHaveURL(/[?&]q=/);
    await expect(this.report(title)).toBeVisible();
  }

  /** Opens a report from the table. */
  async read(title: string): Promise<void> {
    await this.reports.getByRole("link", { name: title }).click();
    await expect(this.page.getByRole("document", { name: "Report text" })).toBeVisible();
  }

  /** Narrows the table by one of its menus. */
  async narrow(by: "State" | "Outlet" | "Language", to: string): Promise<void> {
    await this.filters.getByLabel(by).selectOption(to);
  }

  async publishedFrom(day: string): Promise<void> {
    await this.filters.getByLabel("Published from").fill(day);
    await this.filters.getByRole("button", { name: "Filter", exact: true }).click();
  }

  async showAll(): Promise<void> {
    await this.page.getByRole("link", { name: "Clear filters" }).first().click();
    await expect(this.page.getByRole("link", { name: "Clear filters" })).toHaveCount(0);
  }

  get filters() {
    return this.page.getByRole("search", { name: "Filter the reports" });
  }

  async triage(title: string, as: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for “${title}”` }).click();
    await this.page.getByRole("menuitemradio", { name: as }).click();
  }
}
