import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { tabTo } from "@/e2e/pages/keyboard";

const region = (page: Page, name: string) => page.getByRole("region", { name });
const titles = (of: Locator) => of.getByRole("link").allInnerTexts();

test("the timeline leads to the one page that says what changed in a week", async ({ enter, office }) => {
  const { id } = await office.demoProject("three-weeks-on-the-gulf");
  const { page } = await enter("Analyst A");
  await page.goto(`/projects/${id}/events/timeline`);
  await expect(page.getByRole("heading", { name: /changed/ })).toHaveCount(0);
  await tabTo(page.getByRole("main").getByRole("link", { name: "Data week", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Data week" })).toBeVisible();

  await test.step("what is new in it stands in the history below, with who did it", async () => {
    const fresh = region(page, "New: accepted for the first time");
    const history = region(page, "What happened to each event");
    await expect(fresh.getByRole("link")).toHaveCount(3);
    await expect(history.getByRole("link")).toHaveCount(5);
    for (const title of await titles(fresh)) expect(await titles(history)).toContain(title);
    const returned = history.getByRole("listitem").filter({ hasText: "Wall collapses" }).first();
    await expect(returned).toContainText("Ask the committee whether the market was open");
    await expect(region(page, "Changed after they had been accepted")).toContainText("None.");
    await expectAccessible(page, "the data week");
  });

  await test.step("another week, by the days of the events", async () => {
    await page.getByLabel("A day in the week").fill("2026-09-10");
    await tabTo(page.getByRole("button", { name: "Show" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("2026-09-07 to 2026-09-13")).toBeVisible();
    await expect(page.getByText("date of the event: 3 events by this date")).toBeVisible();
    const coverage = page.getByRole("table", { name: "Coverage of the week" });
    await expect(coverage.getByRole("row")).toHaveCount(5);
    await expect(coverage.getByRole("row", { name: /Shore Relief Committee/ })).toContainText("1");
    await expect(region(page, "To look at before release")).toContainText("disputed");
    await expect(region(page, "What happened to each event")).toContainText("Nothing happened to the events");
    await expectAccessible(page, "a data week of the past");
  });

  await test.step("and the one after it, with an outlet that fell silent", async () => {
    await tabTo(page.getByRole("link", { name: "Next week" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("2026-09-14 to 2026-09-20")).toBeVisible();
    await expect(page.getByText("date of the event: 1 event by this date")).toBeVisible();
    await expect(region(page, "Outlets that fell silent")).toContainText("صدى الشاطئ");
    await expect(region(page, "Outlets with unread reports")).toContainText("Gulf Wire");
  });
});
