import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { tabTo } from "@/e2e/pages/keyboard";

const ferry = "Ferry Nour runs aground off Kerkennah";
const march = "March for flood aid broken up in Gabès";

const shown = (page: Page) => page.getByRole("table", { name: "Events shown" }).getByRole("link");

/** What a button saves, pressed with the keyboard. */
async function saved(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const button = page.getByRole("button", { name: `Download “Events over time” as ${format}` });
  await tabTo(button);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("events stand on a line of time, are narrowed and taken away, by keys alone", async ({ enter, office }) => {
  const { id } = await office.demoProject("three-weeks-on-the-gulf");
  const { page } = await enter("Analyst B");
  await page.goto(`/projects/${id}/events/timeline`);

  await test.step("all of them, in the picture and in the table beside it", async () => {
    await expect(page.getByRole("img", { name: /^5 events from 2026-09-08 to 2026-09-22/ })).toBeVisible();
    await expect(shown(page)).toHaveCount(5);
    await tabTo(page.getByRole("checkbox", { name: "Show the claims below each event" }));
    await page.keyboard.press("Space");
    await expect(page.getByRole("img")).toContainText("regional police in Gabès denies it");
    await expect(page.getByRole("heading", { name: "Contradicting claims" })).toBeVisible();
    await tabTo(page.getByText("Table, CSV, SVG or PNG"));
    await page.keyboard.press("Enter");
    const rows = page.getByRole("figure", { name: "Events over time" }).getByRole("row");
    await expect(rows).toHaveCount(6);
    await expect(rows.filter({ hasText: ferry })).toContainText("Accident at sea");
    await expect(rows.filter({ hasText: ferry })).toContainText("yes");
    await expectAccessible(page, "a timeline with its table");
  });

  await test.step("as a drawing, a picture and a table of one’s own", async () => {
    const csv = await saved(page, "CSV");
    expect(csv.bytes.toString().trim().split(/\r?\n/)).toHaveLength(6);
    const svg = await saved(page, "SVG");
    expect(svg.name).toBe("three-weeks-on-the-gulf-timeline.svg");
    expect(svg.bytes.toString()).toMatch(/^<svg.*March for flood aid.*<\/svg>\s*$/s);
    const png = await saved(page, "PNG");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    // Width and height, in pixels, stand in the first chunk of a PNG.
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(500);
    expect(png.bytes.readUInt32BE(20)).toBeGreaterThan(100);
  });

  await test.step("narrowed to a type, and in lanes by place", async () => {
    const filters = page.getByRole("search", { name: "Filter the timeline" });
    await tabTo(filters.getByLabel("Type"));
    await page.keyboard.type("Protest");
    await tabTo(filters.getByLabel("Lanes"));
    await page.keyboard.type("By place");
    await tabTo(filters.getByRole("button", { name: "Show" }));
    await page.keyboard.press("Enter");
    await expect(shown(page)).toHaveText([march]);
    await expect(page).toHaveURL(/type=protest.*by=place/);
    await expect(page.getByRole("img", { name: /^1 event from/ })).toContainText("Gabès");
    await expectAccessible(page, "a timeline in lanes");
    await tabTo(filters.getByRole("link", { name: "Clear filters" }));
    await page.keyboard.press("Enter");
    await expect(shown(page)).toHaveCount(5);
  });

  await test.step("it prints with what it says and nothing to press", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(shown(page)).toHaveCount(5);
    await expect(page.getByRole("navigation", { name: "Project sections" })).toBeHidden();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("combobox")).toHaveCount(0);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("an event is opened from it, and nothing matches what nothing is", async () => {
    await tabTo(shown(page).filter({ hasText: march }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: march })).toBeVisible();
    await page.goto(`/projects/${id}/events/timeline?from=2030-01-01`);
    await expect(page.getByText("No dated events match these filters")).toBeVisible();
    await expectAccessible(page, "a timeline with nothing on it");
  });
});
