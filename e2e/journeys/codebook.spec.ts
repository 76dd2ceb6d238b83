import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Export } from "@/e2e/pages/export";
import { arrowTo, tabTo } from "@/e2e/pages/keyboard";
import { Reader } from "@/e2e/pages/reader";

test("a label with a key and a required choice, from the codebook by keyboard into tags, review and export", async ({
  enter,
  office,
}) => {
  const editor = await office.as("Editor");
  const slug = `labels-${crypto.randomUUID().slice(0, 8)}`;
  const { id: projectId } = await got(
    editor.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug, preset: "empty" }),
  );
  const paper = await office.newReport({ projectId, text: "The convoy lost a tank near the bridge on Monday." });
  const { page } = await enter("Editor");
  const reader = new Reader(page);

  await test.step("the label is added, described and saved", async () => {
    await page.goto(`/projects/${projectId}/codebook`);
    await tabTo(page.getByRole("textbox", { name: "Add a kind of annotation" }));
    await page.keyboard.type("Vehicle");
    await page.keyboard.press("Enter");
    const key = page.getByRole("combobox", { name: "Key" });
    await tabTo(key);
    await page.keyboard.press("7");
    await expect(key).toHaveValue("7");
    await tabTo(page.getByRole("textbox", { name: "Add an attribute" }));
    await page.keyboard.type("Loss");
    await page.keyboard.press("Enter");
    const type = page.getByRole("combobox", { name: "Type" });
    await tabTo(type);
    await page.keyboard.type("one of");
    await expect(type).toHaveValue("choice");
    await tabTo(page.getByRole("checkbox", { name: "Required" }));
    await page.keyboard.press("Space");
    await tabTo(page.getByRole("textbox", { name: "Add a value" }));
    for (const value of ["Damaged", "Destroyed"]) {
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
    }
    await expectAccessible(page, "a codebook being changed");
    await tabTo(page.getByRole("button", { name: "Save as version 2…" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Save version 2 of the codebook" });
    await expect(dialog.getByText("Kind of annotation “Vehicle” is new.")).toBeVisible();
    await tabTo(dialog.getByRole("button", { name: "Save version 2" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Version 2 of the codebook is saved", { exact: true })).toBeVisible();
  });

  await test.step("its key tags words, and its choice is made in the inspector", async () => {
    await reader.open(paper);
    await reader.choose("a tank").byMouse();
    await expect(reader.buttons.getByRole("button", { name: "Vehicle" })).toHaveAttribute("aria-keyshortcuts", "7");
    await reader.press("7");
    await expect(reader.tags.getByText("a tank")).toBeVisible();
    await reader.press("i");
    const loss = reader.inspector.getByRole("radiogroup", { name: "Loss (required)" });
    await tabTo(loss.getByRole("radio").first());
    await arrowTo(loss.getByRole("radio", { name: "Destroyed" }));
    await reader.isSaved();
    const { annotations } = await office.tagsOf(paper);
    expect(annotations).toMatchObject([
      { kind: "label:vehicle", attributes: { loss: "destroyed" }, codebookVersion: 2 },
    ]);
    await expectAccessible(page, "a label in the inspector");
  });

  await test.step("it waits for review under its name", async () => {
    await page.goto(`/projects/${projectId}/queue`);
    await expect(page.getByRole("option", { name: "Vehicle" })).toBeAttached();
    await expect(page.getByRole("table").getByRole("link", { name: paper.title })).toBeVisible();
  });

  await test.step("it leaves, with its value as a row", async () => {
    await page.goto(`/projects/${projectId}/export`);
    const sheet = new Export(page);
    await sheet.as("Spreadsheet (CSV)");
    await expect(page.getByRole("checkbox", { name: "Vehicle" })).toBeAttached();
    const csv = await editor.get<string>(`/api/v1/projects/${projectId}/export?format=csv&layer=values&state=all`);
    expect(csv).toMatchObject({ status: 200 });
    expect(JSON.stringify(csv)).toContain("Destroyed");
  });
});
