import { expect, type Page } from "@playwright/test";

type Role = "Editor" | "Reviewer" | "Analyst" | "Reader";

/** Who works on a project. */
export class Members {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  member(email: string) {
    return this.page
      .getByRole("table", { name: /^Members of/ })
      .getByRole("row")
      .filter({ hasText: email });
  }

  async add(email: string, role: Role): Promise<void> {
    await this.#fill(email, role);
    await expect(this.page.getByRole("dialog")).toBeHidden();
  }

  /** Adds somebody new and reads the link they have to follow. */
  async invite(email: string, name: string, role: Role): Promise<string> {
    await this.#fill(email, role, name);
    const shown = this.page.getByRole("dialog", { name: `Invitation for ${email}` });
    const link = (await shown.getByLabel(email).textContent()) ?? "";
    await shown.getByRole("button", { name: "Done" }).click();
    return link;
  }

  async #fill(email: string, role: Role, name?: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add a member" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Add a member" });
    await dialog.getByRole("combobox", { name: "Person" }).fill(email);
    await this.page.getByRole("option", { name: email }).click();
    if (name) {
      await expect(dialog.getByText(`${email} is not in this workspace yet.`)).toBeVisible();
      await dialog.getByLabel("Name").fill(name);
    }
    await dialog.getByLabel("Role").selectOption(role);
    await dialog.getByRole("button", { name: name ? "Invite and add" : "Add", exact: true }).click();
  }
}
