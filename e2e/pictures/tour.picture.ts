import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { reportsOf, take } from "@/e2e/pictures/taking";

const checkout = join(import.meta.dirname, "../..");
type Events = { items: { id: string; content: { title: string } }[] };

test("what the tour of a desk’s week shows", async ({ enter, office, stack }) => {
  test.setTimeout(300_000);
  const { id } = await office.demoProject("three-weeks-on-the-gulf");
  const base = `/projects/${id}`;
  const titled = await reportsOf(office, id);
  // A start fills the gazetteer beside the running app; here the part that the pictures need.
  const env = { ...process.env, DATABASE_URL: stack.databaseUrl };
  await promisify(execFile)("npm", ["run", "-s", "glossator", "--", "gazetteer", "--only", "TN"], {
    cwd: checkout,
    env,
  });

  const { page: analyst } = await enter("Analyst B");
  const reader = new Reader(analyst);

  await test.step("documents", async () => {
    const { page } = await enter("Editor");
    await page.goto(base);
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(9);
    await take(page, "tour-reports");
    await page.goto(`/reports/${titled(/^Situation note/).id}/details`);
    // What was read from the file, and the file itself, are the last thing on the page.
    await page.getByRole("region", { name: "Original file" }).scrollIntoViewIfNeeded();
    await page.keyboard.press("End");
    await take(page, "tour-pdf");
  });

  await test.step("reading and tagging", async () => {
    await reader.openAt(titled(/^Road at Skhira/).id);
    await reader.select("Since Thursday morning fishermen have blocked");
    await take(analyst, "tour-mail");
    await reader.openAt(titled(/^مستشفى صفاقس/).id);
    await reader.select("خمسة أشخاص قُتلوا");
    await take(analyst, "tour-arabic");
  });

  await test.step("proposals", async () => {
    await reader.openAt(titled(/^Fishermen lift blockade/).id);
    await reader.press("P");
    const bar = analyst.getByRole("region", { name: "Suggested tags" });
    await expect(bar.getByRole("button", { name: /^Accept/ }).first()).toBeVisible();
    await take(analyst, "tour-proposals");
  });

  await test.step("review", async () => {
    const { page } = await enter("Reviewer");
    const review = new Reader(page);
    await page.goto(`${base}/queue`);
    await expect(page.getByRole("table")).toBeVisible();
    await review.openAt(titled(/^Six hurt as march/).id);
    await review.startReview();
    await take(page, "tour-review");
  });

  const { page } = await enter("Editor");
  const events = await got((await office.as("Editor")).get<Events>(`/api/v1${base}/events`));
  const eventOf = (words: string) => events.items.find(({ content }) => content.title.startsWith(words))?.id;
  const shown = async (path: string, name: string) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await take(page, name);
  };

  await test.step("entities, places, events", async () => {
    const entities = await got(
      (await office.as("Editor")).get<{ items: { id: string; name: string }[] }>(`/api/v1${base}/entities?limit=100`),
    );
    await shown(
      `${base}/entities/${entities.items.find(({ name }) => name === "Shore Relief Committee")?.id}`,
      "tour-entity",
    );
    for (const [of, name] of [
      ["tags", "tour-map"],
      ["events", "tour-map-events"],
    ] as const) {
      await page.goto(`${base}/map?of=${of}`);
      await expect(page.getByRole("application").locator("[data-drawn]")).toBeAttached();
      await take(page, name);
    }
    await shown(`${base}/events`, "tour-events");
    await shown(`${base}/events/${eventOf("Ferry Nour")}`, "tour-event");
    await shown(`${base}/events/timeline`, "tour-timeline");
    await shown(`${base}/events/data-week`, "tour-data-week");
  });

  await test.step("finding again", async () => {
    await expect(async () => {
      await page.goto(`/search?q=${encodeURIComponent("blockade Skhira")}`);
      await expect(page.getByRole("region", { name: "Results" }).getByRole("listitem").first()).toBeVisible({
        timeout: 2000,
      });
    }).toPass({ timeout: 60_000 });
    await take(page, "tour-search");
    await shown(`${base}/concordance?q=ferry`, "tour-concordance");
  });

  await test.step("what leaves", async () => {
    await shown(`${base}/events/sheet`, "tour-sheet");
    await shown(`${base}/releases`, "tour-releases");
    await page.goto(`${base}/dashboard`);
    await expect(page.getByRole("heading", { name: "Work completed" })).toBeVisible();
    await take(page, "tour-dashboard");
  });
});
