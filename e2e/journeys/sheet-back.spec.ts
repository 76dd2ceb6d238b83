import { readFile } from "node:fs/promises";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { type Office, segmentOn } from "@/e2e/office";

type Made = { id: string; version: number };

/** A project with three accepted events, each of a claim on a report of its own. */
async function threeEvents(office: Office): Promise<{ projectId: ProjectId; events: Made[] }> {
  const editor = await office.as("Editor");
  const slug = `sheet-${crypto.randomUUID().slice(0, 8)}`;
  const { id: projectId } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const events: Made[] = [];
  for (const [nth, town] of ["Hama", "Raqqa", "Homs"].entries()) {
    const claim = `${nth + 2} people were killed near ${town}`;
    const paper = await office.newReport({ projectId, outlet: `Wire ${nth}`, text: `${claim} on Saturday.` });
    const id = crypto.randomUUID();
    const attributes = {
      ...{ kind: "event", polarity: "affirmed", certainty: "certain" },
      quantities: [{ what: "killed", low: nth + 2, high: nth + 2 }],
      eventTime: { from: "2026-11-28", precision: "day" },
    };
    const body = { kind: "claim", revisionId: paper.revisionId, segments: [segmentOn(paper.text, claim)], attributes };
    await got(editor.put(`/api/v1/reports/${paper.id}/annotations/${id}`, body));
    await got(editor.post(`/api/v1/annotations/${id}/verdicts`, { decision: "accept", version: 1 }));
    const content = { title: `Clash at ${town}`, note: `Note on ${town}`, claims: [{ id, part: "supports" }] };
    const made = await got(editor.post<Made>(`/api/v1/projects/${projectId}/events`, content));
    events.push(await got(editor.post<Made>(`/api/v1/events/${made.id}/verdicts`, { decision: "accept", version: 1 })));
  }
  return { projectId, events };
}

test("a sheet leaves, is edited, comes back, and what differs is taken over or left, one by one", async ({
  enter,
  office,
}) => {
  const { projectId, events } = await threeEvents(office);
  const editor = await office.as("Editor");
  const { page } = await enter("Editor");
  await page.goto(`/projects/${projectId}/events/sheet`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).press("Enter"),
  ]);
  const edited = (await readFile(await download.path(), "utf8"))
    .replace("Clash at Hama", "Clash north of Hama")
    .replace("Note on Hama", "Note on Hama after a call")
    .replace("Note on Raqqa", "Note on Raqqa from the sheet");

  await test.step("a colleague changes one of them meanwhile", async () => {
    const raqqa = events[1];
    const { event } = await got(
      editor.get<{ event: { content: object; version: number } }>(`/api/v1/events/${raqqa?.id}`),
    );
    const content = { ...event.content, note: "Note on Raqqa from a colleague", version: event.version };
    await got(editor.put(`/api/v1/events/${raqqa?.id}`, content));
  });

  await test.step("the sheet is looked at before anything changes", async () => {
    await page.getByRole("link", { name: "Bring a sheet back" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Bring a sheet back" })).toBeVisible();
    await expectAccessible(page, "a sheet to be brought back");
    const file = { name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(edited) };
    await page.getByLabel("CSV, TSV or Excel file").setInputFiles(file);
    await page.getByRole("button", { name: "Look at the sheet" }).press("Enter");
    const found = page.getByRole("region", { name: "events.csv: 3 rows" });
    await expect(found.getByRole("table")).toContainText("Clash north of Hama");
    const figure = (of: string) => found.locator("dt", { hasText: of }).locator("xpath=following-sibling::dd[1]");
    await expect(figure("Rows with changes")).toHaveText("1");
    await expect(figure("Changed here meanwhile")).toHaveText("1");
    await expect(figure("Unchanged")).toHaveText("1");
    await expectAccessible(page, "what a sheet would do");
  });

  await test.step("it is brought back, and what differs waits", async () => {
    await page.getByRole("button", { name: "Bring it back" }).press("Enter");
    await page.getByRole("link", { name: "Changes from sheets" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Changes from sheets" })).toBeVisible();
    await expect(page.getByText(/^Changed here since the sheet left/)).toBeVisible();
    await expectAccessible(page, "changes from sheets");
  });

  await test.step("a title is taken over, a note is left, a colleague’s stays", async () => {
    await page.getByRole("button", { name: "Take over title of “Clash at Hama”" }).press("Enter");
    await expect(page.getByText("1 change taken over, 0 left.")).toBeVisible();
    await page.getByRole("button", { name: "Leave note of “Clash north of Hama” as it is" }).press("Enter");
    await expect(page.getByText("0 changes taken over, 1 left.")).toBeVisible();
    await page.getByRole("button", { name: "Leave note of “Clash at Raqqa” as it is" }).press("Enter");
    await expect(page.getByText("No changes from sheets")).toBeVisible();
    await page.goto(`/projects/${projectId}/events`);
    await expect(page.getByRole("link", { name: "Clash north of Hama" })).toBeVisible();
    const kept = async (nth: number) =>
      (await got(editor.get<{ event: { content: { note: string } } }>(`/api/v1/events/${events[nth]?.id}`))).event
        .content.note;
    expect(await kept(0)).toBe("Note on Hama");
    expect(await kept(1)).toBe("Note on Raqqa from a colleague");
  });
});
