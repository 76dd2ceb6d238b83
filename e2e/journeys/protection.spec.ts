import { readFile } from "node:fs/promises";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";

test("an editor lets a source leave only under a pseudonym and a passage not at all, and sees what was exported before", async ({
  enter,
  office,
}) => {
  const api = await office.as("Editor");
  const slug = `protected-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await got(api.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const paper = await office.newReport({ projectId: id });
  const person = { name: "Amal", kind: "named person" };
  const entity = await got(api.post<{ id: string }>(`/api/v1/projects/${id}/entities`, person));
  const { page } = await enter("Editor");
  const exported = async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.evaluate((href) => {
        const link = Object.assign(document.createElement("a"), { href, download: "" });
        link.click();
      }, `/api/v1/projects/${id}/export?format=jsonl&state=all`),
    ]);
    return readFile(await download.path(), "utf8");
  };
  await page.goto(`/projects/${id}/entities/${entity.id}`);
  expect(await exported()).toContain("Amal");

  await page.getByRole("region", { name: "Permitted use" }).getByRole("button", { name: "Change" }).click();
  const dialog = page.getByRole("dialog", { name: "What may leave of “Amal”" });
  await expectAccessible(page, "the form of permitted use");
  await dialog.getByRole("checkbox", { name: "a minor" }).press("Space");
  await expect(dialog.getByRole("radio", { name: /^not at all/ })).toBeChecked();
  await dialog.getByRole("radio", { name: /^only described/ }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Her mother agreed to that.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/leaves as “Person \w{6}”/)).toBeVisible();
  expect(await exported()).not.toContain("Amal");

  await page.goto(`/reports/${paper.id}/details`);
  await page.getByRole("region", { name: "Permitted use" }).getByRole("button", { name: "Change" }).click();
  await page.getByRole("radio", { name: /^not at all/ }).click();
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByRole("list", { name: "Changes of permitted use" })).toContainText("not at all");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("region", { name: "Permitted use" }).getByText("may be named").first()).toBeVisible();

  await page.goto(`/projects/${id}/protection`);
  await expectAccessible(page, "what a project protects");
  const row = page.getByRole("row").filter({ hasText: "Amal" });
  await row.getByRole("button", { name: "Earlier exports" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Dates of claims about the protected" }).selectOption("leave as the month");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Settings saved").first()).toBeVisible();
});
