import { readFile } from "node:fs/promises";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Office } from "@/e2e/office";
import { Agreement } from "@/e2e/pages/agreement";
import { answered } from "@/e2e/watch";

type Made = { id: ProjectId };
type Member = { userId: string; name: string; email: string };

/** Two analysts who tagged the same report, each for themselves, and differ once. */
async function twoLayers(office: Office) {
  const editor = await office.as("Editor");
  const demo = await office.project();
  const { items } = await got(editor.get<{ items: Member[] }>(`/api/v1/projects/${demo.id}/members`));
  const slug = `apart-${crypto.randomUUID().slice(0, 8)}`;
  const project = await got(editor.post<Made>("/api/v1/projects", { name: "Apart", slug, mode: "independent" }));
  const who = { "Analyst A": "analyst", "Analyst B": "analyst", Reviewer: "reviewer" } as const;
  for (const [name, role] of Object.entries(who)) {
    const sign = name.toLowerCase();
    const member = items.find((each) => each.name.toLowerCase().includes(sign));
    if (!member) throw new Error(`Nobody in the demo is called ${name}.`);
    await got(editor.post(`/api/v1/projects/${project.id}/members`, { email: member.email, role }));
  }
  const paper = await office.newReport({ projectId: project.id });
  await office.tag("Analyst A", paper, "Hundreds of people left the northern quarters", "claim");
  await office.tag("Analyst B", paper, "Hundreds of people left the northern quarters", "claim");
  await office.tag("Analyst A", paper, "the province", "source");
  const differing = await office.tag("Analyst B", paper, "the province", "place");
  return { project, paper, differing, editor };
}

test("an editor sees how far two analysts agree, and goes from a difference to its place in the text", async ({
  enter,
  office,
}) => {
  const { project, paper, differing, editor } = await twoLayers(office);
  const { page } = await enter("Editor");
  const agreement = new Agreement(page);

  await test.step("blind work is counted nowhere", async () => {
    await page.goto(`/projects/${project.id}/agreement`);
    await expect(page.getByRole("heading", { name: "Nothing to compare yet" })).toBeVisible();
    await expect(page.getByText("1 report is still being worked on blind")).toBeVisible();
  });

  await got(editor.post(`/api/v1/reports/${paper.id}/open-layers`, {}));
  await test.step("figures come with what they rest on", async () => {
    await agreement.open(project.id);
    const exact = agreement.figure("Span F1, exact");
    await expect(exact).toContainText("0.50");
    await expect(exact).toContainText("4 of 4 spans");
    await expect(exact).toContainText("It is based on one report");
    await expectAccessible(page, "agreement");
  });

  await test.step("all of it leaves as a table", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), agreement.allFigures.click()]);
    expect(await readFile(await download.path(), "utf8")).toContain("spanF1Exact,pooled,0.5,");
  });

  await test.step("each measure is explained without leaving the house", async () => {
    const exact = agreement.figure("Span F1, exact");
    await exact.getByText("What is Span F1, exact?").click();
    await exact.getByRole("link", { name: "Read more" }).click();
    await expect(page).toHaveURL(/\/help\/agreement#spanF1Exact$/);
    await expect(page.getByRole("heading", { name: "Span F1, exact" })).toBeVisible();
    await expectAccessible(page, "help on agreement");
    await page.goBack();
  });

  await test.step("a difference is one click from the tag", async () => {
    const place = page.locator(`a[href="/reports/${paper.id}?tag=${differing.id}"]`);
    await place.click();
    await expect(page.getByRole("heading", { name: paper.title, level: 1 }).first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`/reports/${paper.id}`);
  });
});

test("an editor sees how the work goes; analysts are shown neither page", async ({ enter, office, complaints }) => {
  complaints.allow(answered(404));
  const demo = await office.project();
  const { page } = await enter("Editor");
  const agreement = new Agreement(page);
  await agreement.openDashboard(demo.id);
  await expect(page.getByRole("heading", { name: "Work completed" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "By person" })).toBeHidden();
  await page.getByRole("figure", { name: "Work completed" }).getByText("Table, CSV, SVG or PNG").click();
  await expect(page.getByRole("table", { name: "Work completed" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download “Work completed” as SVG" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("<svg");
  await expectAccessible(page, "dashboard");

  const { page: analyst } = await enter("Analyst A");
  for (const part of ["agreement", "dashboard"]) {
    await analyst.goto(`/projects/${demo.id}/${part}`);
    await expect(analyst.getByRole("heading", { level: 1 })).not.toHaveText(/Agreement|Dashboard/);
  }
});
