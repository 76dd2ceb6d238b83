import { expect, type Page } from "@playwright/test";

type NewProject = {
  name: string;
  slug?: string;
  languages?: string;
  mode?: "Shared" | "Independent";
  guidelines?: string;
};

/** The first page of whoever is signed in. */
export class Projects {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/projects");
    await expect(this.page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();
  }

  project(name: string) {
    return this.page.getByRole("main").getByRole("link", { name });
  }

  async enter(name: string): Promise<void> {
    await this.project(name).click();
    await expect(this.page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }

  async create({ name, slug, languages, mode, guidelines }: NewProject): Promise<void> {
    await this.page.getByRole("button", { name: "New project" }).click();
    const dialog = this.page.getByRole("dialog", { name: "New project" });
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    if (slug) await dialog.getByLabel("Short name").fill(slug);
    if (languages) await dialog.getByLabel("Languages").fill(languages);
    if (mode) await dialog.getByLabel("How analysts work").selectOption(mode);
    if (guidelines) {
      await dialog.getByRole("textbox", { name: "Guidelines" }).click();
      await this.page.keyboard.type(guidelines);
    }
    await dialog.getByRole("button", { name: "Create project" }).click();
    await expect(this.page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }
}
