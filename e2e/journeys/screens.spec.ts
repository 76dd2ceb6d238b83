import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";
import { answered } from "@/e2e/watch";

test("whoever is outside can use the doors", async ({ browse, complaints }) => {
  complaints.allow(answered(404));
  const { page } = await browse();
  await new SignIn(page).open();
  await expectAccessible(page, "sign-in");
  await page.goto("/welcome/no-such-link");
  await expectAccessible(page, "a link that is used up");
});

test("the reader can be used by everybody: tagging, describing, reviewing, finding", async ({ enter, office }) => {
  const { items } = await got(
    (await office.as("Editor")).get<{ items: { id: string; language: string; words: number }[] }>(
      `/api/v1/projects/${(await office.project()).id}/reports?limit=50`,
    ),
  );
  const { page } = await enter("Reviewer");
  const reader = new Reader(page);
  for (const { id, language } of items.filter(({ words }) => words < 1000).slice(0, 8)) {
    await reader.openAt(id);
    await expectAccessible(page, `a report in ${language}`);
  }
  const paper = await office.newReport();
  await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  await reader.open(paper);
  await reader.choose("northern quarters").byMouse();
  await expectAccessible(page, "chosen words");
  await reader.press("Escape");
  await reader.select("road to Ithriya");
  await expectAccessible(page, "a claim in the inspector");
  await reader.startReview();
  await expectAccessible(page, "review");
  await reader.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page, "the keys");
  await reader.press("Escape", "Control+f");
  await expectAccessible(page, "the find bar");
});

test("a report is readable before any script runs", async ({ enter, office, browse }) => {
  const paper = await office.newReport();
  const { context } = await enter("Analyst A");
  const { page } = await browse({ storageState: await context.storageState(), javaScriptEnabled: false });
  await page.goto(`/reports/${paper.id}`);
  const text = page.getByRole("document", { name: "Report text" });
  for (const paragraph of paper.text.split("\n\n")) await expect(text.getByText(paragraph)).toBeVisible();
});
