import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";

const widths = [360, 390, 480, 600, 719, 720, 721, 800, 900, 1024, 1080, 1099, 1100, 1101, 1152, 1280, 1440];

test("a decision key never acts on what is not shown, at any width", async ({ enter, office }) => {
  test.setTimeout(180_000);
  const paper = await office.newReport();
  const claims = ["Hundreds of people left", "the road to Ithriya was open", "lorries may cross it again"];
  for (const words of claims) await office.tag("Analyst A", paper, words, "claim");
  const { page } = await enter("Reviewer", { viewport: { width: 1440, height: 900 } });
  const reader = new Reader(page);
  await reader.open(paper);
  const waiting = async () => (await office.tagsOf(paper)).annotations.filter(({ state }) => state === "open").length;

  for (const width of widths) {
    await test.step(`${width} pixels wide`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await reader.startReview();
      await expect(reader.review.getByRole("button", { name: /^Accept\b/ }).first()).toBeInViewport({ ratio: 1 });
      await expect(reader.review.getByRole("button", { name: "Hundreds of people left" })).toBeInViewport();
      const close = reader.inspector.getByRole("button", { name: "Close", exact: true });
      if (await close.isVisible()) {
        await close.click();
        await expect(reader.review).toBeHidden();
        await reader.text.focus();
        await reader.press("a");
        await expect(reader.review.getByRole("button", { name: "Hundreds of people left" })).toBeInViewport();
      }
      await reader.press("v");
      await expect(reader.review).toHaveCount(0);
      await reader.text.focus();
      await reader.press("Escape");
    });
  }
  await reader.isSaved();
  expect(await waiting()).toBe(claims.length);
});

test("proposed links are taken by key only where they can be read", async ({ enter, office }) => {
  const paper = await office.newReport();
  const { page } = await enter("Analyst A", { viewport: { width: 1024, height: 800 } });
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.choose("Hundreds of people left the northern quarters").byMouse();
  await reader.press("1");
  await expect(reader.mark("Hundreds of people left", "claim")).toBeVisible();
  await expect(reader.inspector).toBeHidden();
  const proposed = reader.inspector.getByRole("region", { name: "Proposed" });
  await reader.press("y");
  await expect(proposed).toBeVisible();
  await reader.isSaved();
  expect((await office.tagsOf(paper)).relations).toHaveLength(0);
  await reader.press("y");
  await expect(proposed).toHaveCount(0);
});
