import { readFile } from "node:fs/promises";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { type Office, segmentOn } from "@/e2e/office";
import { Events } from "@/e2e/pages/events";

const clash = "Three people were killed near Hama";

/** Two reports of one clash by two outlets, each with a claim that three people were killed, accepted. */
async function twoReports(office: Office) {
  const editor = await office.as("Editor");
  const slug = `events-${crypto.randomUUID().slice(0, 8)}`;
  const { id: projectId } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const claims: string[] = [];
  for (const [outlet, claim] of [
    ["North Wire", clash],
    ["South Radio", "Three people died in clashes near Hama"],
  ] as const) {
    const text = `${claim} on Saturday, ${outlet} says.`;
    const paper = await office.newReport({ projectId, outlet, text });
    const id = crypto.randomUUID();
    const quantities = [{ what: "killed", low: 3, high: 3 }];
    const eventTime = { from: "2026-11-28", precision: "day" };
    const attributes = { kind: "event", polarity: "affirmed", certainty: "certain", quantities, eventTime };
    const body = { kind: "claim", revisionId: paper.revisionId, segments: [segmentOn(paper.text, claim)], attributes };
    await got(editor.put(`/api/v1/reports/${paper.id}/annotations/${id}`, body));
    claims.push(id);
  }
  return { projectId, claims };
}

test("two reports of one clash become one event whose victims count once, by keyboard alone", async ({
  enter,
  office,
}) => {
  const { projectId, claims } = await twoReports(office);
  const editor = await office.as("Editor");
  for (const id of claims) {
    await got(editor.post(`/api/v1/annotations/${id}/verdicts`, { decision: "accept", version: 1 }));
  }
  const { page } = await enter("Editor");
  const events = new Events(page);
  await events.open(projectId);
  await expect(page.getByRole("region", { name: "2 claims without an event" })).toBeVisible();
  await expectAccessible(page, "proposed events");

  await events.make(clash);
  await expect(events.likely).toContainText("same day: 2026-11-28");
  await events.addLikely("Three people died in clashes near Hama");
  await expect(events.claims.getByRole("link")).toHaveCount(2);
  await expect(events.value("Figures")).toContainText("killed: 3");
  await expect(events.value("Date")).toContainText("2026-11-28");
  await expect(events.origins).toContainText("2 independent origins");
  await expectAccessible(page, "an event");

  await events.press("Accept");
  await expect(page.getByText("Event accepted.", { exact: true })).toBeVisible();
  await page.goto(`/projects/${projectId}/events/sheet`);
  await expectAccessible(page, "the event sheet");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).press("Enter"),
  ]);
  const [head = "", row = "", ...more] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(more).toEqual([]);
  const cells = row.split(",");
  const cell = (name: string) => cells[head.split(",").indexOf(name)];
  expect([cell("killed_low"), cell("killed_high"), cell("date_from"), cell("status")]).toEqual([
    "3",
    "3",
    "2026-11-28",
    "accepted",
  ]);

  await page.goBack();
  await events.claims.getByRole("combobox", { name: /Three people died/ }).selectOption("Denies");
  const denial = events.claims.getByRole("group", { name: /^What “Three people died/ });
  await denial.getByRole("checkbox", { name: "who did it" }).press("Space");
  await denial.getByRole("checkbox", { name: "the figures" }).press("Space");
  await denial.getByRole("button", { name: "Save denial" }).press("Enter");
  await expect(events.claims.getByText(/^Denied by .*: that it happened/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Contradicting claims" })).toBeVisible();
  await expect(events.value("Figures")).toContainText("denied");
  await expectAccessible(page, "a disputed event");

  await events.claims.getByRole("combobox", { name: /Three people died/ }).selectOption("Supports");
  await expect(page.getByRole("region", { name: "Contradicting claims" })).toHaveCount(0);
  await events.claims.getByRole("checkbox", { name: /Three people died/ }).press("Space");
  await events.press("Split 1 claim off");
  await page.getByLabel("Title of the new event").fill("Another clash");
  await page.keyboard.press("Enter");
  await expect(events.claims.getByRole("link")).toHaveCount(1);
  await events.press("Undo the split");
  await expect(events.claims.getByRole("link")).toHaveCount(2);
});
