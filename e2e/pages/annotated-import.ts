import { expect, type Page } from "@playwright/test";

/** Where annotated files come in. */
export class AnnotatedImport {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(projectId: string): Promise<void> {
    await this.page.goto(`/projects/${projectId}/import/annotated`);
    await expect(this.page.getByRole("heading", { name: "Import annotated files", level: 1 })).toBeVisible();
  }

  async check(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles([{ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) }]);
    await this.page.getByRole("button", { name: "Check this file" }).click();
    await expect(this.found).toBeVisible();
  }

  get found() {
    return this.page.getByRole("region", { name: "What would be imported" });
  }

  /** What the check or the result says under a heading of its figures. */
  figure(of: string) {
    return this.page
      .getByRole("definition")
      .filter({ has: this.page.locator(`xpath=preceding-sibling::dt[.="${of}"]`) });
  }

  async run(): Promise<void> {
    await this.page.getByRole("button", { name: /^Import \d+ report/ }).click();
    await expect(this.page.getByText("Done", { exact: true })).toBeVisible();
  }

  line(of: string) {
    return this.page.getByRole("table", { name: "Results, record by record" }).getByRole("row").filter({ hasText: of });
  }
}
