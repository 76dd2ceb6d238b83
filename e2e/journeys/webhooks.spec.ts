import { createServer } from "node:http";
import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";

test("an editor sets a webhook up, sees a decision delivered, signed, and sends it again", async ({
  enter,
  office,
  stack,
}) => {
  const heard: { id: string; signature: string; body: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const { "webhook-id": id, "webhook-signature": signature } = request.headers;
      heard.push({ id: String(id), signature: String(signature), body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(Number(new URL(stack.webhooksTo).port), "127.0.0.1", ready));
  try {
    const api = await office.as("Editor");
    const slug = `hooked-${crypto.randomUUID().slice(0, 8)}`;
    const { id: projectId } = await got(api.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
    const { page } = await enter("Editor");

    await test.step("says where to, and copies the secret", async () => {
      await page.goto(`/projects/${projectId}/webhooks`);
      await page.getByRole("button", { name: "New webhook" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Address").fill(`${stack.webhooksTo}/hook`);
      await expectAccessible(page, "a webhook that is about to be set up");
      await dialog.getByRole("button", { name: "Set up" }).click();
      await expect(dialog.getByText(/^whsec_/)).toBeVisible();
      await dialog.getByRole("button", { name: "I’ve copied it" }).click();
      await expect(page.getByRole("article", { name: `${stack.webhooksTo}/hook` })).toBeVisible();
    });

    await test.step("a decision is delivered", async () => {
      const paper = await office.newReport({ projectId });
      const tag = await office.tag("Editor", paper, "Hundreds of people", "claim");
      await got(api.post(`/api/v1/annotations/${tag.id}/verdicts`, { decision: "accept", version: 1 }));
      await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(1);
      expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
        type: "decided",
        data: { report: { id: paper.id }, decisions: [{ tagId: tag.id, decision: "accepted" }] },
      });
      expect(heard[0]?.signature).toMatch(/^v1,/);
    });

    await test.step("stands in the log, and is sent again with the same id", async () => {
      await page.reload();
      await page.getByText("Deliveries", { exact: true }).click();
      const line = page.getByRole("row").filter({ hasText: "Decisions on tags" });
      await expect(line).toContainText("Sent");
      await expectAccessible(page, "the log of a webhook");
      await line.getByRole("button", { name: /^Redeliver/ }).click();
      await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(2);
      expect(heard[1]?.id).toBe(heard[0]?.id);
    });
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
});
