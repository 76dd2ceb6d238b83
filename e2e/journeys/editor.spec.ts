import { expectAccessible } from "@/e2e/accessible";
import { Api, got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { SignIn } from "@/e2e/pages/sign-in";
import { Tokens } from "@/e2e/pages/tokens";
import { answered } from "@/e2e/watch";

test("an editor deletes a report that was imported by mistake, and its address says who did and why", async ({
  enter,
  office,
  complaints,
}) => {
  complaints.allow(answered(409));
  const paper = await office.newReport();
  const tag = await office.tag("Analyst A", paper, "the road to Ithriya was open", "claim");
  const reviewer = await office.as("Reviewer");
  await got(reviewer.post(`/api/v1/annotations/${tag.id}/verdicts`, { decision: "accept", version: 1 }));
  const { page } = await enter("Editor");
  await page.goto(`/reports/${paper.id}/details`);

  await test.step("archives it first, and takes it back", async () => {
    await page.getByRole("button", { name: "Archive", exact: true }).click();
    await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
  });

  await test.step("is asked twice, because accepted work goes with it", async () => {
    await page.getByRole("button", { name: "Delete…" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete this report" });
    await dialog.getByLabel("Reason").fill("Imported twice.");
    await expectAccessible(page, "deleting a report");
    await dialog.getByRole("button", { name: "Delete permanently" }).click();
    await expect(dialog.getByText("1 accepted tag would be deleted too")).toBeVisible();
    await dialog.getByRole("button", { name: "Delete including 1 accepted tag" }).click();
    await expect(page).toHaveURL(new RegExp(`/projects/${paper.projectId}$`));
    await expect(page.getByRole("link", { name: paper.title })).toHaveCount(0);
  });

  const { page: hers } = await enter("Analyst A");
  await hers.goto(`/reports/${paper.id}`);
  await expect(hers.getByRole("heading", { name: "This report was deleted" })).toBeVisible();
  await expect(hers.getByText("Imported twice.")).toBeVisible();
  await expectAccessible(hers, "a deleted report");
});

test("an editor makes a token, a program uses it, and it is refused once revoked", async ({ enter, stack }) => {
  const { page } = await enter("Editor");
  const tokens = new Tokens(page);
  const name = `Notebook ${crypto.randomUUID().slice(0, 8)}`;
  await tokens.open();
  const program = new Api(stack.url, await tokens.make(name, ["Read"]));
  expect(await program.get("/api/v1/me")).toMatchObject({ status: 200, body: { email: "editor@example.org" } });
  const project = { name: "Not allowed", slug: "not-allowed", mode: "shared" };
  expect(await program.post("/api/v1/projects", project)).toMatchObject({ status: 403, body: { kind: "forbidden" } });

  await page.reload();
  await expect(tokens.token(name)).toContainText("Read");
  await tokens.revoke(name);
  expect((await program.get("/api/v1/me")).status).toBe(401);
});

test("a wrong password is answered in words, and slower each time", async ({ browse, complaints }) => {
  complaints.allow(answered(401, 429));
  const { page } = await browse();
  const signIn = new SignIn(page);
  await signIn.open();
  await signIn.withPassword("nobody@example.com", "not this one either");
  await expect(page.getByRole("alert").filter({ hasText: "address or password is wrong" })).toBeVisible();
});
