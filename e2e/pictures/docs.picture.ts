import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Import } from "@/e2e/pages/import";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";
import { type Row, reportsOf, take } from "@/e2e/pictures/taking";

test("what the docs show", async ({ browse, enter, office }) => {
  test.setTimeout(180_000);
  const project = await office.project();
  const titled = await reportsOf(office, project.id);
  const wire = titled(/^Atbara bridge closed/);
  const claim = "The road bridge at Atbara was closed";

  const { page: outside } = await browse();
  await new SignIn(outside).open();
  await take(outside, "sign-in");

  const { page } = await enter("Editor");
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole("table")).toBeVisible();
  await take(page, "reports");
  await page.goto(`/projects/${project.id}/entities`);
  await expect(page.getByRole("table")).toBeVisible();
  await take(page, "entities");
  await page.goto(`/projects/${project.id}/export`);
  await page.getByRole("radio", { name: "Spreadsheet (CSV)" }).click();
  await expect(page.getByRole("link", { name: /^Download / })).toBeVisible();
  await take(page, "export");
  await page.goto(`/projects/${project.id}`);
  const imports = new Import(page);
  await imports.openFrom();
  await imports.paste({ title: wire.title, text: "Atbara, evening: the river stood still, a ferryman said." });
  await new Reader(page).isReady();
  await take(page, "import");

  const { page: analyst } = await enter("Analyst A");
  const reader = new Reader(analyst);
  await reader.openAt(wire.id);
  await reader.select(claim);
  await expect(reader.inspector).toContainText(claim);
  await take(analyst, "reader-light");
  await analyst.emulateMedia({ colorScheme: "dark" });
  await take(analyst, "reader-dark");
  await analyst.emulateMedia({ colorScheme: "light" });
  await take(analyst, "inspector", "Inspector");
  await reader.openAt(titled(/^عطبرة/).id);
  await take(analyst, "reader-arabic");

  const { page: reviewer } = await enter("Reviewer");
  const review = new Reader(reviewer);
  await review.openAt(titled(/^Bridge at Atbara never closed/).id);
  await review.startReview();
  await review.press("n");
  await take(reviewer, "review");

  await reviewer.goto("/work");
  await expect(reviewer.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
  await take(reviewer, "my-work");
  await reviewer.goto(`/projects/${project.id}/queue`);
  await expect(reviewer.getByRole("table")).toBeVisible();
  await take(reviewer, "queue");

  const twice = await office.demoProject("second-reading");
  const { items: read } = await got(
    (await office.as("Editor")).get<{ items: Row[] }>(`/api/v1/projects/${twice.id}/reports`),
  );
  await page.goto(`/reports/${read[0]?.id}/compare`);
  await expect(page.getByRole("navigation", { name: "Groups" }).getByRole("listitem").first()).toBeVisible();
  await take(page, "comparison");
  await page.goto(`/projects/${twice.id}/agreement`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Calculating agreement…")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await take(page, "agreement");
  await page.goto(`/projects/${project.id}/dashboard`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Counting…")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Work completed" })).toBeVisible();
  await take(page, "dashboard");

  const { page: phone } = await enter("Analyst B", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await phone.goto(`/reports/${wire.id}`);
  // Said once the tags are there.
  await expect(phone.getByText(/tags decided/).first()).toBeVisible();
  await take(phone, "phone");
});
