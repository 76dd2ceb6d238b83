import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";
import { answered } from "@/e2e/watch";

test("every screen can be used by everybody, in light and dark", async ({ browse, enter, office, complaints }) => {
  complaints.allow(answered(404));
  const editor = await office.as("Editor");
  const { id: project } = await office.project();
  const { items: entities } = await got(
    editor.get<{ items: { id: string }[] }>(`/api/v1/projects/${project}/entities`),
  );
  const paper = await office.newReport();

  const { page: outside } = await browse();
  await new SignIn(outside).open();
  await expectAccessible(outside, "sign-in");
  await outside.goto("/welcome/no-such-link");
  await expectAccessible(outside, "a link that is used up");

  const { page } = await enter("Editor");
  const screens = [
    "/projects",
    `/projects/${project}`,
    `/projects/${project}?outlet=Nobody`,
    `/projects/${project}/import`,
    `/projects/${project}/import/annotated`,
    `/projects/${project}/jobs`,
    `/projects/${project}/members`,
    `/projects/${project}/codebook`,
    `/projects/${project}/queue`,
    "/queue",
    "/search",
    "/search?q=Khanasser",
    "/search?q=colour:red",
    `/reports/${paper.id}/outcomes`,
    `/projects/${project}/settings`,
    `/projects/${project}/export`,
    `/projects/${project}/activity`,
    `/projects/${project}/events`,
    `/projects/${project}/events/sheet`,
    `/projects/${project}/map`,
    `/projects/${project}/map?of=events`,
    `/projects/${project}/events?q=nobody-calls-it-so`,
    `/projects/${project}/entities`,
    `/projects/${project}/entities/${entities[0]?.id ?? ""}`,
    `/reports/${paper.id}/activity`,
    `/reports/${paper.id}/export`,
    "/inbox",
    "/inbox?unread=true",
    "/account",
    "/account/tokens",
    "/licences",
    "/there-is-no-such-page",
  ];
  for (const screen of screens) {
    await test.step(screen, async () => {
      await page.goto(screen);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page, screen);
    });
  }
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
