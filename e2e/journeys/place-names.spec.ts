import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { expectFitting } from "@/e2e/pages/fitting";

const place = (id: number, name: string, latitude: number) => [
  id,
  name,
  name,
  "",
  latitude,
  32.5,
  "P",
  "PPL",
  "SD",
  "",
  "29",
  "",
  "",
  "",
  10,
  "",
  10,
  "Africa/Khartoum",
  "2026-01-01",
];
const lines = [place(90_000_001, "Tel Made Up", 15.5), ["broken"], place(90_000_002, "Off the globe", 95)];

test("an admin adds a file of place names, reads by keyboard which lines were left out, and removes it", async ({
  enter,
}) => {
  const { page } = await enter("Editor");
  const name = `${crypto.randomUUID()}-places-of-one-country.txt`;
  await page.goto("/people/place-names");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Add a file" }).press("Enter"),
  ]);
  const buffer = Buffer.from(lines.map((cells) => cells.join("\t")).join("\n"));
  await chooser.setFiles({ name, mimeType: "text/plain", buffer });
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("1 place");
  await expect(row).toContainText("Done");
  await expectFitting(page, "a file of place names");
  await expectAccessible(page, "a file of place names");

  await test.step("every line that was left out can be seen, the first too", async () => {
    await row.getByRole("button", { name: "2 lines could not be read" }).press("Enter");
    const dialog = page.getByRole("dialog");
    const cells = dialog.getByRole("cell");
    await expect(cells.filter({ hasText: "off the globe" })).toBeVisible();
    for (const line of ["2", "3"]) {
      const cell = dialog.getByRole("cell", { name: line, exact: true });
      expect(await cell.evaluate(isOnTop), `line ${line}`).toBe(true);
    }
    await expectAccessible(page, "lines of place names that were left out");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await row.getByRole("button", { name: /^Remove/ }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).press("Enter");
  await expect(row).toHaveCount(0);
});

/** Whether nothing lies over the middle of it: run in the page. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
