import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { Inbox } from "@/e2e/pages/inbox";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";
import { answered, unreachable } from "@/e2e/watch";

test("two people on one report, each on a server of their own, see each other at work", async ({
  stack,
  enter,
  browse,
  office,
  complaints,
}) => {
  const paper = await office.newReport();
  const other = await stack.anotherApp();
  const ana = new Reader((await enter("Analyst A")).page);
  const { page: reviewing } = await browse({ baseURL: other.url });
  await new SignIn(reviewing).enterAs("Reviewer");
  const rita = new Reader(reviewing);
  await ana.open(paper);

  await test.step("who is there", async () => {
    await rita.open(paper);
    await expect(ana.colleagues("Ilse, reviewer")).toBeVisible();
    await expect(rita.colleagues("Amal, analyst A")).toBeVisible();
  });

  await test.step("a tag, and what was decided on it", async () => {
    await ana.tag("military source").as("source");
    await ana.isSaved();
    await expect(rita.mark("military source", "source")).toBeVisible();
    await rita.select("military source");
    await rita.press("v", "a");
    await rita.isSaved();
    await expect(ana.news("Ilse, reviewer accepted a tag")).toBeVisible();
    const listed = ana.tags.getByRole("listitem").filter({ hasText: "military source" });
    await expect(listed.getByRole("img", { name: "accepted" })).toBeVisible();
  });

  await test.step("many tags of a colleague come together, and nothing of one's own is lost", async () => {
    await ana.choose("northern quarters").byMouse();
    for (const words of ["road to Ithriya", "lorries", "the hills east of Hama"]) {
      await office.tag("Analyst B", paper, words, "claim");
    }
    await expect(ana.mark("the hills east of Hama", "claim")).toBeVisible();
    await expect(ana.buttons).toBeVisible();
    await ana.press("2");
    await ana.isSaved();
    await expect(rita.mark("northern quarters", "place")).toBeVisible();
  });

  await test.step("a comment that calls somebody by name reaches their inbox, and leads back to it", async () => {
    await rita.select("military source");
    const box = rita.inspector.getByRole("textbox", { name: "Comment" });
    await box.pressSequentially("Whose words, @amal");
    await expect(rita.page.getByRole("option", { name: "Amal, analyst A" })).toBeVisible();
    await rita.press("Enter");
    await expect(box).toHaveText("Whose words, @Amal, analyst A");
    await rita.press("Control+Enter");
    await expect(rita.inspector.getByText("Whose words, @Amal, analyst A")).toBeVisible();

    const inbox = new Inbox(ana.page);
    await expect(inbox.link).toHaveAccessibleName(/unread/);
    await inbox.open();
    const line = inbox.line("mentioned you").filter({ hasText: paper.title });
    await expect(line.getByRole("img", { name: "Unread" })).toBeVisible();
    await expectAccessible(ana.page, "inbox");
    await line.getByRole("link").focus();
    await ana.press("Enter");
    await expect(ana.inspector.getByText("Whose words, @Amal, analyst A")).toBeVisible();
    await expect(rita.colleagues("Amal, analyst A")).toBeVisible();
    await inbox.open();
    await expect(line.getByRole("button", { name: "Mark as unread" })).toBeVisible();
  });

  await test.step("who leaves is gone", async () => {
    await expect(rita.colleagues("Amal, analyst A")).toHaveCount(0);
  });

  complaints.allow(unreachable, answered(503));
  await other.stop();
});

test("after a lost connection nothing is missed and nothing doubled", async ({ stack, enter, office, complaints }) => {
  complaints.allow(unreachable, answered(500, 502, 503));
  const paper = await office.newReport();
  const { page } = await enter("Analyst A");
  const reader = new Reader(page);
  await reader.open(paper);
  const seen: string[] = [];
  const words = ["Hundreds of people", "military source", "road to Ithriya", "lorries", "the hills east of Hama"];
  for (const [index, each] of words.entries()) {
    if (index === 2) await stack.killApp();
    await office.tag("Analyst B", paper, each, "claim");
    seen.push(each);
  }
  for (const each of seen) {
    await expect(reader.tags.getByRole("listitem").filter({ hasText: each })).toHaveCount(1);
  }
});

test("pages of one browser share one stream, and another takes over when the first closes", async ({
  enter,
  office,
}) => {
  const paper = await office.newReport();
  const { page: first, context } = await enter("Analyst A");
  let streams = 0;
  await new Reader(first).open(paper);
  context.on("request", (request) => {
    if (request.url().includes("/api/v1/stream")) streams += 1;
  });
  const second = new Reader(await context.newPage());
  await second.open(paper);
  await office.tag("Analyst B", paper, "lorries", "claim");
  await expect(second.mark("lorries", "claim")).toBeVisible();
  expect(streams).toBe(0);
  await first.close();
  await office.tag("Analyst B", paper, "military source", "source");
  await expect(second.mark("military source", "source")).toBeVisible();
  expect(streams).toBe(1);
});
