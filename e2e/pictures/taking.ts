import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { got } from "@/e2e/api";
import type { Office } from "@/e2e/office";

export type Row = { id: string; title: string; language: string };

const picture = (name: string) => fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));

/** Takes a picture of a page as it stands, for the docs; `of` is a part of it. */
export async function take(page: Page, name: string, of?: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const calm = { animations: "disabled", caret: "hide" } as const;
  if (of === undefined) await page.screenshot({ path: picture(name), ...calm });
  else await page.getByRole("complementary", { name: of }).screenshot({ path: picture(name), ...calm });
}

/** The reports of a project of the demo, found by how their titles begin. */
export async function reportsOf(office: Office, projectId: string): Promise<(words: RegExp) => Row> {
  const editor = await office.as("Editor");
  const { items } = await got(editor.get<{ items: Row[] }>(`/api/v1/projects/${projectId}/reports?limit=50`));
  return (words) => {
    const row = items.find(({ title }) => words.test(title));
    if (!row) throw new Error(`No report of the demo is called ${words}.`);
    return row;
  };
}
