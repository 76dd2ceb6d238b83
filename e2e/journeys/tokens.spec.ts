import { Api } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Tokens } from "@/e2e/pages/tokens";

test("an admin sees everybody's tokens with whose they are, and revokes one", async ({ enter, stack }) => {
  const { page: hers } = await enter("Analyst A");
  const name = `Notebook ${crypto.randomUUID().slice(0, 8)}`;
  const tokens = new Tokens(hers);
  await tokens.open();
  const api = new Api(stack.url, await tokens.make(name, ["Read"]));
  expect(await api.get("/api/v1/me")).toMatchObject({ status: 200 });

  const { page } = await enter("Editor");
  await page.goto("/people");
  await page.getByRole("link", { name: "API tokens" }).click();
  await expect(page.getByRole("heading", { name: "Everyone’s API tokens", level: 1 })).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("analyst.a@example.org");
  await expect(row).toContainText("Read");
  await row.getByRole("button", { name: new RegExp(`^Revoke ${name}, token of`) }).click();
  await expect(row).toHaveCount(0);
  expect(await api.get("/api/v1/me")).toMatchObject({ status: 401 });
});

test("whoever runs nothing finds no list of tokens", async ({ enter, complaints }) => {
  complaints.allow(/status of 404/);
  const { page } = await enter("Analyst B");
  const answer = await page.goto("/people/tokens");
  expect(answer?.status()).toBe(404);
});
