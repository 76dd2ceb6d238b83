import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { expectFitting } from "@/e2e/pages/fitting";

test("a report, a claim and a comment are found by their words, and lead back to them", async ({ enter, office }) => {
  const paper = await office.newReport();
  const word = `zebra${paper.id.slice(-6)}`;
  const { id: tagId } = await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  const analyst = await office.as("Analyst A");
  await analyst.post(`/api/v1/reports/${paper.id}/threads`, {
    target: { on: "tag", tagId },
    body: `Was the ${word} road open?`,
  });
  const { page } = await enter("Analyst B");

  await test.step("from anywhere, by keyboard", async () => {
    await page.goto("/work");
    await page
      .getByRole("navigation", { name: "Main navigation" })
      .getByRole("link", { name: "Search" })
      .press("Enter");
    await expect(page.getByRole("searchbox", { name: "Search for" })).toBeFocused();
    // New work can be found a moment after it is saved.
    await expect(async () => {
      await page.getByRole("searchbox", { name: "Search for" }).fill(word);
      await page.keyboard.press("Enter");
      await expect(
        page.getByRole("region", { name: "Results" }).getByRole("listitem").filter({ hasText: "Comment" }),
      ).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 30_000 });
    await expect(page.locator("mark")).toHaveText(word);
    await expectAccessible(page, "what was found");
    await expectFitting(page, "what was found");
  });

  await test.step("a result leads to the thread", async () => {
    await page
      .getByRole("region", { name: "Results" })
      .getByRole("listitem")
      .filter({ hasText: "Comment" })
      .getByRole("link")
      .press("Enter");
    await expect(page).toHaveURL(new RegExp(`/reports/${paper.id}\\?thread=`));
    await expect(page.getByText(`Was the ${word} road open?`)).toBeVisible();
  });

  await test.step("a field narrows, and words of the report lead to their place", async () => {
    await page.goto(`/search?q=${encodeURIComponent('kind:claim "road to Ithriya"')}`);
    await expect(page.getByRole("region", { name: "Results" })).toContainText("the road to Ithriya was open");
    await page.goto(`/search?in=report&q=${encodeURIComponent('"road to Ithriya"')}`);
    await page.getByRole("region", { name: "Results" }).getByRole("link").first().press("Enter");
    await expect(page).toHaveURL(/\/reports\/.*\?at=\d+-\d+/);
  });

  await test.step("what cannot be read is said, with its place", async () => {
    await page.goto(`/search?q=${encodeURIComponent("hama colour:red")}`);
    await expect(page.getByText("There is no such field: colour:red.")).toContainText("character 6");
    await expect(page.getByRole("searchbox", { name: "Search for" })).toHaveValue("hama colour:red");
  });
});
