import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got, type Who } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { type Office, segmentOn } from "@/e2e/office";

const mails = { "Analyst A": "analyst.a@example.org", "Analyst B": "analyst.b@example.org" } as const;

/** Two analysts who each added the same two sources to the registry, without seeing each other's. */
async function twiceTheSame(office: Office) {
  const editor = await office.as("Editor");
  const slug = `twice-${crypto.randomUUID().slice(0, 8)}`;
  const project = { name: slug, slug, mode: "independent" };
  const { id } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", project));
  for (const email of Object.values(mails)) {
    await got(editor.post(`/api/v1/projects/${id}/members`, { email, role: "analyst" }));
  }
  const paper = await office.newReport({ projectId: id });
  const source = async (who: Who, words: string, name: string) => {
    const api = await office.as(who);
    const entity = await got(
      api.post<{ id: string }>(`/api/v1/projects/${id}/entities`, { name, kind: "official unnamed" }),
    );
    await got(
      api.put(`/api/v1/reports/${paper.id}/annotations/${crypto.randomUUID()}`, {
        kind: "source",
        revisionId: paper.revisionId,
        segments: [segmentOn(paper.text, words)],
        attributes: { entityId: entity.id },
      }),
    );
  };
  for (const who of ["Analyst A", "Analyst B"] as const) {
    await source(who, "a senior military source", "Senior military source");
    await source(who, "A spokesman for the province", "Province spokesman");
  }
  await got(editor.post(`/api/v1/reports/${paper.id}/open-layers`, {}));
  return id;
}

test("an editor merges a pair of entities that blind analysts each added, and says that another pair differs", async ({
  enter,
  office,
}) => {
  const id = await twiceTheSame(office);
  const { page } = await enter("Editor");
  await page.goto(`/projects/${id}/entities`);
  const table = page.getByRole("table", { name: /^Entities in/ });
  await expect(page.getByRole("region", { name: "2 possible duplicates" })).toBeVisible();
  await expect(table.getByRole("link", { name: "Senior military source" })).toHaveCount(2);
  await expectAccessible(page, "entities with possible duplicates");

  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  const merge = async () => {
    await line("Senior military source").getByRole("button", { name: "Merge" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: /^Merge Senior military source/ });
    await expect(dialog.getByText("The merge can be undone.")).toBeVisible();
    await expectAccessible(page, "what a merge would move");
    await dialog.getByRole("button", { name: "Merge", exact: true }).press("Enter");
    await expect(page.getByRole("region", { name: "Merged into this one" })).toBeVisible();
  };
  await merge();
  await page.getByRole("button", { name: "Undo the merge of Senior military source" }).press("Enter");
  await expect(page.getByText("Senior military source stands for itself again.", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Merged into this one" })).toHaveCount(0);
  await page.goto(`/projects/${id}/entities`);
  await merge();
  await page.goto(`/projects/${id}/entities`);
  await expect(page.getByRole("region", { name: "1 possible duplicate" })).toBeVisible();
  await expect(table.getByRole("link", { name: "Senior military source" })).toHaveCount(1);

  await line("Province spokesman").getByRole("button", { name: "Not the same" }).click();
  await expect(page.getByRole("region", { name: /possible duplicate/ })).toHaveCount(0);
  await expect(table.getByRole("link", { name: "Province spokesman" })).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await line("Province spokesman").getByRole("button", { name: "Not the same" }).press("Enter");
  await expect(page.getByRole("region", { name: /possible duplicate/ })).toHaveCount(0);
  await page.reload();
  await expect(table.getByRole("link", { name: "Province spokesman" })).toHaveCount(2);
  await expect(page.getByRole("region", { name: /possible duplicate/ })).toHaveCount(0);
});
