import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { Reader } from "@/e2e/pages/reader";
import { answered, unreachable } from "@/e2e/watch";

/** What a browser shows while the database is killed as often as it is started, and afterwards. */

const words = "one, two, three and so on, a clerk said.";
/** A page that could not be made logs so once more by itself. */
const notMade = /An error occurred in the Server Components render|Minified React error #\d+|\[object Object\]/;

test("a report that is opened while the database is away says what is waiting, and opens by itself", async ({
  enter,
  office,
  stack,
  complaints,
}) => {
  complaints.allow(unreachable, answered(500, 502, 503), notMade);
  const paper = await office.newReport({ text: words });
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  await reader.tag("one").as("claim");
  await reader.isSaved();

  const database = await stack.takeDatabaseAway();
  await reader.tag("two").as("place");
  await reader.isOnThisDeviceOnly(1);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Can’t reach the database", level: 1 })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("1 change is waiting on this device and is safe here.");
  await expectAccessible(page, "the database is away");
  await page.getByRole("button", { name: "Retry now" }).click();
  await expect(page.getByRole("heading", { name: "Can’t reach the database", level: 1 })).toBeVisible();

  await database.back();
  await reader.isReady();
  await expect(reader.mark("two", "place")).toBeVisible();
  const { annotations } = await office.tagsOf(paper);
  expect(annotations.map(({ segments, version }) => `${segments[0]?.quote} ${version}`).toSorted()).toEqual([
    "one 1",
    "two 1",
  ]);
});

test("a link that is followed while the database is away leads on once it is back", async ({
  enter,
  stack,
  complaints,
}) => {
  complaints.allow(unreachable, answered(500, 502, 503), notMade);
  const { page } = await enter("Analyst B");
  await page.goto("/work");
  await expect(page.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();

  const database = await stack.takeDatabaseAway();
  await page.getByRole("link", { name: "Projects", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Can’t reach the database", level: 1 })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("No changes are waiting on this device.");

  await database.back();
  await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();
});

test("nobody can sign in while the database is away, and the page says why", async ({ browse, stack, complaints }) => {
  complaints.allow(unreachable, answered(500, 502, 503), notMade);
  const { page } = await browse();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();

  const database = await stack.takeDatabaseAway();
  await page.getByRole("button", { name: "Analyst A", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /reach the (server|database)/ })).toBeVisible();

  await database.back();
  await page.getByRole("button", { name: "Analyst A", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
});
