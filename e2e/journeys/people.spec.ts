import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { answered } from "@/e2e/watch";

test("an admin invites somebody without a project, sees the open invitation, and withdraws it", async ({
  enter,
  browse,
  complaints,
}) => {
  // What a link that no longer works is answered.
  complaints.allow(answered(404));
  const { page } = await enter("Editor");
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.goto("/people");
  await page.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a person" });
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("Name").fill("Samir Haddad");
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  const shown = page.getByRole("dialog", { name: `Invitation for ${email}` });
  const first = (await shown.getByLabel(email).textContent()) ?? "";
  await expect(shown).toContainText(/It works once, until/);
  await shown.getByRole("combobox", { name: "It works for" }).selectOption("1 day");
  await expect(shown.getByLabel(email)).not.toHaveText(first);
  const link = (await shown.getByLabel(email).textContent()) ?? "";
  await shown.getByRole("button", { name: "Done" }).click();

  const invitations = page.getByRole("table", { name: /^Open invitations/ });
  const row = invitations.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("no project");
  await expect(row).toContainText("editor");
  await expectAccessible(page, "people with open invitations");

  const { page: theirs } = await browse();
  const ended = await theirs.goto(first);
  expect(ended?.status()).toBe(404);
  await expect(theirs.getByRole("main")).toContainText("It has been used, has expired or was withdrawn.");
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "Join Glossator" })).toBeVisible();

  await row.getByRole("button", { name: "Withdraw the invitation of Samir Haddad" }).click();
  const asked = page.getByRole("dialog", { name: "Withdraw the invitation of Samir Haddad?" });
  await asked.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("table", { name: /^People in/ })).not.toContainText(email);

  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "This invitation was withdrawn" })).toBeVisible();
  await expectAccessible(theirs, "a withdrawn invitation");
});

test("an admin sees that nothing was backed up yet, and how large the database is", async ({ enter }) => {
  const { page } = await enter("Editor");
  await page.goto("/people");
  const storage = page.getByRole("region", { name: "Storage" });
  await expect(storage).toContainText("There is no backup yet. Schedule npm run backup on the server.");
  await expect(storage).toContainText(/Last backup\s*never/);
  await expect(storage).toContainText(/Size of the database\s*\d+(\.\d)? MB/);
  await expectAccessible(page, "people with a warning on storage");
});
