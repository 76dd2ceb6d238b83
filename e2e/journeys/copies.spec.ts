import type { ProjectId, ReportId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { type Office, segmentOn } from "@/e2e/office";
import { answered } from "@/e2e/watch";

type Imported = { id: ReportId; revisionId: string; text: string };

/** A project with a wire, tagged at one place, and the same wire under another headline. */
async function aWireTwice(office: Office) {
  const editor = await office.as("Editor");
  const slug = `wire-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const wire = `Shelling hit the northern gate of Hama on Monday morning, killing three people, residents said.\n\n“We carried them to the clinic on doors,” a doctor said by telephone. ${slug}`;
  const imported = (title: string, text: string) =>
    got(editor.post<Imported>(`/api/v1/projects/${id}/reports`, { title, text }));
  const original = await imported("Shelling in Hama", wire);
  await imported("Gate hit again", `GATE HIT AGAIN\n\n${wire}`);
  await got(
    editor.put(`/api/v1/reports/${original.id}/annotations/${crypto.randomUUID()}`, {
      kind: "place",
      revisionId: original.revisionId,
      segments: [segmentOn(original.text, "Hama")],
      attributes: {},
    }),
  );
  await expect
    .poll(async () => (await got(editor.get<{ items: unknown[] }>(`/api/v1/projects/${id}/copies`))).items.length)
    .toBe(1);
  return id;
}

test("an editor compares a copy with its original, confirms it and has the original's tags suggested, by keyboard", async ({
  enter,
  office,
}) => {
  const id = await aWireTwice(office);
  const { page } = await enter("Editor");
  await page.goto(`/projects/${id}/copies`);
  const pair = page.getByRole("listitem", { name: "Gate hit again, perhaps a copy of Shelling in Hama" });
  await expect(pair.getByText(/100% of the original’s words stand here/)).toBeVisible();
  await expectAccessible(page, "copies to decide on");

  await pair.getByRole("button", { name: "Not a copy" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Nothing to decide" })).toBeVisible();
  await page.getByRole("link", { name: "No copies" }).press("Enter");
  await page.getByRole("button", { name: "Decide again" }).press("Enter");
  await page.getByRole("link", { name: "To decide" }).press("Enter");

  await pair.getByRole("link", { name: "Compare" }).press("Enter");
  const side = page.getByRole("region", { name: "Copy: Gate hit again" });
  await expect(side.getByText(/^Shelling hit the northern gate/)).toBeVisible();
  await expectAccessible(page, "a copy beside its original");
  await page.getByRole("button", { name: "This is a copy" }).press("Enter");
  await page.getByRole("button", { name: "Suggest the original’s tags" }).press("Enter");
  await expect(page.getByText("One tag is suggested in the copy.")).toBeVisible();

  await side.getByRole("link", { name: "Open the report" }).press("Enter");
  await expect(page.getByRole("document", { name: "Report text" })).toBeVisible();
  await page.goto(`${page.url().split("?")[0]}/details`);
  await expect(page.getByRole("region", { name: "Copies of this report" })).toContainText("This report is a copy of");
});

test("an editor is told what feeds need where the operator lists nothing", async ({ enter, office, complaints }) => {
  complaints.allow(answered(422));
  const editor = await office.as("Editor");
  const slug = `fed-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const { page } = await enter("Editor");
  await page.goto(`/projects/${id}/feeds`);
  await expect(page.getByRole("heading", { name: "No feeds" })).toBeVisible();
  await expectAccessible(page, "a project without feeds");
  await page.getByLabel("Name").fill("Wire");
  await page.getByLabel("Address").fill("https://example.org/feed.xml");
  await page.getByLabel("Address").press("Enter");
  await expect(page.getByText(/GLOSSATOR_FEEDS/).first()).toBeVisible();
  await expect(page.getByLabel("Address")).toHaveValue("https://example.org/feed.xml");
});
