import type { Page } from "@playwright/test";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Office } from "@/e2e/office";
import { tabTo } from "@/e2e/pages/keyboard";
import { Reader } from "@/e2e/pages/reader";

/** A project of its own, so that nobody else's tags wait in its queue. */
async function newProject(office: Office, more: object = {}): Promise<ProjectId> {
  const editor = await office.as("Editor");
  const slug = `desk-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await got(editor.post<{ id: ProjectId }>("/api/v1/projects", { name: `Desk ${slug}`, slug, ...more }));
  for (const [email, role] of [
    ["reviewer@example.org", "reviewer"],
    ["analyst.a@example.org", "analyst"],
  ]) {
    await got(editor.post(`/api/v1/projects/${id}/members`, { email, role }));
  }
  return id;
}

/** How many requests took decisions to the server while something was done. */
async function verdictsSent(page: Page, work: () => Promise<void>): Promise<number> {
  let sent = 0;
  const count = (request: { method(): string; url(): string }) => {
    if (request.method() === "POST" && request.url().endsWith("/verdicts")) sent += 1;
  };
  page.on("request", count);
  await work();
  page.off("request", count);
  return sent;
}

test("a reviewer works through the queue by keys, card by card and report by report; the analyst answers", async ({
  enter,
  office,
}) => {
  const projectId = await newProject(office);
  const first = await office.newReport({ projectId });
  const second = await office.newReport({ projectId });
  const claim = await office.tag("Analyst A", first, "Hundreds of people left the northern quarters of Hama", "claim");
  const place = await office.tag("Analyst A", first, "Hama", "place");
  const analyst = await office.as("Analyst A");
  const link = crypto.randomUUID();
  const located = { kind: "located-at", from: claim.id, to: place.id, attributes: { role: "at" } };
  await got(analyst.put(`/api/v1/reports/${first.id}/relations/${link}`, located));
  const source = await office.tag("Analyst A", second, "military source", "source");
  const other = await office.tag("Analyst A", second, "the road to Ithriya was open", "claim");

  const { page } = await enter("Reviewer");
  const reader = new Reader(page);

  await test.step("from the queue into the first report, with the keyboard", async () => {
    await page.goto(`/projects/${projectId}/queue`);
    const rows = page.getByRole("table", { name: "Reports with tags waiting for review" }).getByRole("link");
    await expect(rows).toHaveText([first.title, second.title]);
    await expectAccessible(page, "the queue");
    await tabTo(rows.first());
    await page.keyboard.press("Enter");
    await expect(reader.review).toBeVisible();
    await expect(reader.review.getByRole("listitem")).toHaveCount(3);
    await reader.isSaved();
  });

  await test.step("one key and one request decide a claim with its link and place", async () => {
    const sent = await verdictsSent(page, async () => {
      await reader.press("a");
      await expect(reader.review).toContainText("Everything here has been decided.");
      await reader.isSaved();
    });
    expect(sent).toBe(1);
  });

  await test.step("the next report opens in the same mode", async () => {
    await reader.press("n");
    await page.waitForURL(new RegExp(second.id));
    await expect(reader.review).toContainText("military source");
    await reader.isSaved();
  });

  await test.step("a reason by its number; a decision taken back; a correction as a wish", async () => {
    await reader.press("x", "5", "Enter");
    await expect(reader.review).toContainText("the road to Ithriya");
    await reader.press("Control+z");
    await expect(reader.review.getByRole("heading")).toHaveText("2 tags waiting for review");
    await reader.press("N");
    await expect(reader.review).toContainText("military source");
    await reader.press("e", "[", "r", "1", "Enter");
    await expect(reader.review).toContainText("the road to Ithriya");
    await reader.press("x", "5");
    await page.keyboard.type("Nobody says so.");
    await reader.press("Enter");
    await expect(reader.review).toContainText("Everything here has been decided.");
    await reader.isSaved();
  });

  const { annotations } = await office.tagsOf(second);
  expect(annotations.find(({ id }) => id === source.id)).toMatchObject({
    state: "returned",
    version: 1,
    verdict: { reason: "Wrong span", wish: { segments: [{ quote: "senior military source" }] } },
  });
  expect(annotations.find(({ id }) => id === other.id)).toMatchObject({
    state: "rejected",
    verdict: { reason: "Not a claim: Nobody says so." },
  });

  const { page: theirs } = await enter("Analyst A");
  const own = new Reader(theirs);
  const back = own.inspector.getByRole("region", { name: "Returned tags" });

  await test.step("the analyst sees what came back, takes the wish, agrees, and takes that back", async () => {
    await own.open(second);
    await own.text.focus();
    await own.press("v");
    await expect(back).toContainText("Wrong span");
    await expect(back.getByRole("insertion")).toContainText("senior");
    await expectAccessible(theirs, "what came back");
    await own.press("a");
    await expect(back).toContainText("Not a claim: Nobody says so.");
    await own.press("a");
    await expect(back).toContainText("Nothing here needs an answer.");
    await own.isSaved();
    await own.press("Control+z");
    await own.isSaved();
  });

  await test.step("and what became of it all", async () => {
    await theirs.goto(`/reports/${second.id}/outcomes`);
    const mine = theirs.getByRole("list", { name: "Your tags and what happened to them" });
    await expect(mine.getByRole("listitem")).toHaveCount(2);
    await expect(mine).toContainText("Not a claim: Nobody says so.");
    await expectAccessible(theirs, "mine against final");
  });

  await test.step("what was changed comes back to the reviewer with what is different", async () => {
    await reader.open(second);
    await reader.startReview();
    const since = reader.review.getByRole("region", { name: "Changed since it was decided" });
    await expect(since).toContainText("Wrong span");
    await expect(since.getByRole("insertion")).toContainText("senior");
    await expectAccessible(page, "a card that waits again");
    await reader.press("a");
    await expect(reader.review).toContainText("It says the same again.");
    await reader.press("a");
    await expect(reader.review).toContainText("Everything here has been decided.");
    await reader.isSaved();
  });
});

test("one decision on a list says first what it would do, and can be taken back", async ({ enter, office }) => {
  const projectId = await newProject(office, { twoPersonRule: true });
  const paper = await office.newReport({ projectId });
  await office.tag("Analyst A", paper, "military source", "source");
  await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  await office.tag("Reviewer", paper, "Hama", "place");
  const states = async () => (await office.tagsOf(paper)).annotations.map(({ state }) => state).toSorted();

  const { page } = await enter("Reviewer");
  await page.goto(`/projects/${projectId}/queue`);
  await page.getByRole("button", { name: "Decide on a list…" }).click();
  const dialog = page.getByRole("dialog", { name: "Decide on a list" });
  await expect(dialog).toContainText("3 tags are waiting in 1 report. Choose a decision.");
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Decide on 3 tags" })).toBeDisabled();
  const first = dialog.getByRole("region", { name: "Check these first" });
  await expect(first.getByRole("checkbox", { name: /the road to Ithriya was open.*details missing/ })).toBeChecked();
  await expect(dialog.getByRole("list", { name: "Source" })).toContainText("military source");
  await expectAccessible(page, "a decision on a list");
  await dialog.getByRole("radio", { name: "Accept without review" }).click();
  await expect(dialog).toContainText("No tags would be decided.");
  await dialog.getByRole("radio", { name: "Accept", exact: true }).click();
  await expect(dialog).toContainText("2 tags would be decided in 1 report.");
  await expect(dialog).toContainText("1 left out: you wrote them");
  await dialog.getByRole("checkbox", { name: "Source: 1" }).uncheck();
  await expect(dialog).toContainText("1 is unticked and keeps waiting.");
  await dialog.getByRole("checkbox", { name: "Source: 1" }).check();
  await dialog.getByRole("button", { name: "Accept 2 tags" }).click();
  await expect(page.getByText("2 tags decided").first()).toBeVisible();
  expect(await states()).toEqual(["accepted", "accepted", "open"]);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText("2 decisions undone").first()).toBeVisible();
  expect(await states()).toEqual(["open", "open", "open"]);
});
