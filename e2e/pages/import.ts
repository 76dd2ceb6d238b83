import { expect, type Page } from "@playwright/test";

type File = { name: string; bytes: Uint8Array };

/** Where reports come in. */
export class Import {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openFrom(project: Page = this.page): Promise<void> {
    await project.getByRole("link", { name: "Import reports" }).first().click();
    await expect(this.page.getByRole("heading", { name: "Import reports", level: 1 })).toBeVisible();
  }

  async paste({ title, text, outlet, language }: { title: string; text: string; outlet?: string; language?: string }) {
    await this.page.getByRole("tab", { name: "Paste text" }).click();
    await this.page.getByLabel("Report text").fill(text);
    await expect(this.page.getByLabel("Title")).not.toHaveValue("");
    await this.page.getByLabel("Title").fill(title);
    if (outlet) await this.page.getByLabel("Outlet").fill(outlet);
    if (language) await this.page.getByLabel("Language").fill(language);
    await this.#submit();
    await expect(this.page.getByRole("document", { name: "Report text" })).toBeVisible();
  }

  /** Uploads files of which nothing is known but themselves. */
  async upload(files: readonly File[]): Promise<void> {
    await this.page.getByRole("tab", { name: "Upload files" }).click();
    await this.page.getByLabel("Outlet").fill("");
    await this.page.getByLabel("Language").fill("");
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose files" }).first().click();
    await (await chooser).setFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(bytes) })),
    );
    await expect(this.page.getByRole("list", { name: "Files to import" }).getByRole("listitem")).toHaveCount(
      files.length,
    );
    await this.send();
  }

  /** Imports the files that are listed. */
  async send(): Promise<void> {
    await this.#submit();
    await expect(this.page.getByRole("heading", { name: "Import results" })).toBeVisible();
  }

  async #submit(): Promise<void> {
    await this.page.getByRole("button", { name: /^Import (report|\d+ reports)/ }).click();
  }

  /** The line of the result that speaks of a file or title. */
  outcome(of: string) {
    return this.page.getByRole("region", { name: "Import results" }).getByRole("listitem").filter({ hasText: of });
  }

  get summary() {
    return this.page.getByRole("status").filter({ hasText: "imported" });
  }

  async again(): Promise<void> {
    await this.page.getByRole("button", { name: "Import more" }).click();
  }

  async toReports(): Promise<void> {
    await this.page.getByRole("link", { name: "Go to the reports" }).click();
  }
}
