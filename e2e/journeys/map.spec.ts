import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { segmentOn } from "@/e2e/office";
import { tabTo } from "@/e2e/pages/keyboard";
import { Reader } from "@/e2e/pages/reader";

const text = "The army shelled Hama and Raqqa on Sunday. A checkpoint in the hills was left.";

test("a place is set on a map by keys alone, stands on the report's map, and leads back to its words", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport({ text });
  const editor = await office.as("Editor");
  const places = { Hama: [35.13, 36.75], Raqqa: [35.95, 39.01] } as const;
  for (const [name, [latitude, longitude]] of Object.entries(places)) {
    const attributes = { featureType: "settlement", located: { name, latitude, longitude } };
    const body = { kind: "place", revisionId: paper.revisionId, segments: [segmentOn(paper.text, name)], attributes };
    await got(editor.put(`/api/v1/reports/${paper.id}/annotations/${crypto.randomUUID()}`, body));
  }
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("A checkpoint in the hills").as("place");

  await test.step("set on the map", async () => {
    await tabTo(reader.inspector.locator("summary").filter({ hasText: /Location$/ }));
    await page.keyboard.press("Enter");
    await tabTo(reader.inspector.getByRole("button", { name: "Set on a map" }).first());
    await page.keyboard.press("Enter");
    const map = page.getByRole("application", { name: "Map to set A checkpoint in the hills on" });
    await tabTo(map);
    await expect(map.locator("[data-drawn]")).toBeAttached();
    await expectAccessible(page, "the map to set a place on");
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^35\.\d+, 37\.\d+, to about/)).toBeVisible();
    await tabTo(page.getByRole("button", { name: "Set this point" }));
    await page.keyboard.press("Enter");
    await expect(map).toHaveCount(0);
    await reader.isSaved();
  });

  await test.step("the report's map", async () => {
    await page.goto(`/projects/${paper.projectId}/map?report=${paper.id}`);
    const map = page.getByRole("application", { name: "Map of 3 place tags" });
    await expect(map.locator("[data-drawn]")).toBeAttached();
    await expect(map.locator("[data-spot]")).toHaveCount(3);
    await expectAccessible(page, "a map");
    await tabTo(page.getByRole("button", { name: /^A checkpoint in the hills/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Raqqa.* km away/ })).toBeVisible();
    await tabTo(page.getByRole("link", { name: "The page of this place" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "A checkpoint in the hills" })).toBeVisible();
    await expect(page.getByRole("application", { name: "Map of 1 place tag" }).locator("[data-drawn]")).toBeAttached();
    await expectAccessible(page, "the page of a place");
    await tabTo(page.getByRole("region", { name: /^Mentions/ }).getByRole("link"));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/reports/${paper.id}\\?tag=`));
    await reader.isReady();
    await expect(reader.inspector).toContainText("A checkpoint in the hills");
  });
});
