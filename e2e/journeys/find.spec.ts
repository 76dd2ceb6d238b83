import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { expectFitting } from "@/e2e/pages/fitting";

test("words are shown in their surroundings, tagged from there, kept as a search and gone to by name, by keyboard", async ({
  enter,
  office,
}) => {
  const word = `kestrel${Date.now().toString(36)}`;
  const text = `A ${word} sat by the road.\n\nNobody saw the ${word}, or another ${word}.`;
  const { id, projectId } = await office.newReport({ title: `About ${word}`, text });
  const { page } = await enter("Analyst A");
  const hits = page.getByRole("region", { name: "Hits" });

  await test.step("a concordance, sorted by the words before", async () => {
    // New reports can be found a moment after they are saved.
    await expect(async () => {
      await page.goto(`/projects/${projectId}/concordance`);
      await page.getByRole("searchbox", { name: "Words" }).fill(word);
      await page.getByLabel("Sort").selectOption("By the words before");
      await page.getByRole("searchbox", { name: "Words" }).press("Enter");
      await expect(hits.getByRole("listitem")).toHaveCount(3, { timeout: 1500 });
    }).toPass({ timeout: 30_000 });
    await expect(hits.getByRole("link").first()).toContainText(`A ${word} sat by the road.`);
    await expect(hits).toContainText("3 hits, sorted.");
    await expectAccessible(page, "a concordance");
    await expectFitting(page, "a concordance");
  });

  await test.step("all of them become tags in one step, which can be taken back", async () => {
    await page.getByRole("button", { name: "Tag all like this" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Tag all like this" });
    await dialog.getByLabel("Tag as").selectOption("Place");
    await expectAccessible(page, "tagging from a concordance");
    await dialog.getByRole("button", { name: "Tag", exact: true }).press("Enter");
    await expect(page.getByText("3 places tagged.", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(page.getByText("3 tags were taken back.", { exact: true })).toBeVisible();
  });

  await test.step("a search is kept, with nothing new at first", async () => {
    await page.goto(`/search?q=${word}&in=report`);
    await page.getByRole("button", { name: "Keep this search" }).press("Enter");
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(`My ${word}`);
    await page.keyboard.press("Enter");
    const kept = page.getByRole("navigation", { name: "Your searches" }).getByRole("link", { name: `My ${word}` });
    await kept.press("Enter");
    await expect(page.getByText("nothing is new since you looked.")).toBeVisible();
    await expectAccessible(page, "a kept search");
    await page.getByRole("button", { name: "Delete this search" }).press("Enter");
    await expect(kept).toHaveCount(0);
  });

  await test.step("the palette leads to the report by the beginnings of its words", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    const field = page.getByRole("combobox", { name: "Report, project, person, place, page or action" });
    await expect(field).toBeFocused();
    await field.fill(`abo ${word.slice(0, 9)}`);
    const option = page.getByRole("option", { name: `About ${word}` });
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, "the palette");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/reports/${id}`));
  });
});
