import type { ProjectId } from "@/domain/ids";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Inbox } from "@/e2e/pages/inbox";
import { Project } from "@/e2e/pages/project";

test("an editor asks for a release, never approves it, and a reviewer declines one and approves the next", async ({
  enter,
  office,
}) => {
  const api = await office.as("Editor");
  const slug = `approved-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await got(api.post<{ id: ProjectId }>("/api/v1/projects", { name: `Desk ${slug}`, slug }));
  await got(api.post(`/api/v1/projects/${id}/members`, { email: "reviewer@example.org", role: "reviewer" }));
  await office.newReport({ projectId: id });
  const { page } = await enter("Editor");
  const { page: second } = await enter("Reviewer");
  const project = new Project(page);
  const release = (nth: number, on = page) => on.getByRole("article", { name: `Release ${nth}` });

  const asks = async () => {
    await project.turnTo("Releases");
    await page.getByRole("button", { name: "Make a release" }).press("Enter");
    await page.getByRole("textbox", { name: "Authors" }).fill("A desk");
    const ask = page.getByRole("button", { name: "Ask for approval" });
    await expect(ask).toBeEnabled();
    await ask.press("Enter");
  };

  await test.step("the editor says that a second person approves releases", async () => {
    await project.open(id);
    await project.turnTo("Settings");
    await page.getByRole("checkbox", { name: /A second person approves releases/ }).press("Space");
    await page.getByRole("button", { name: "Save changes" }).press("Enter");
    await expect(page.getByText("Settings saved.").first()).toBeVisible();
  });

  await test.step("asks, by keyboard, and can't approve it", async () => {
    await asks();
    await expect(release(1)).toContainText("Waiting for approval");
    await expect(release(1).getByRole("button", { name: "Take back release 1" })).toBeVisible();
    await expect(release(1).getByRole("button", { name: /Approve/ })).toHaveCount(0);
    await expectAccessible(page, "a release that waits for approval");
  });

  await test.step("the reviewer hears of it, looks, and declines it with a reason", async () => {
    const inbox = new Inbox(second);
    await second.goto("/");
    await inbox.open();
    await inbox
      .line(/asks for a release to be approved/)
      .first()
      .getByRole("link")
      .press("Enter");
    await expect(release(1, second)).toContainText("Waiting for approval");
    await expectAccessible(second, "a release that one may approve");
    await release(1, second).getByRole("button", { name: "Decline release 1" }).press("Enter");
    const dialog = second.getByRole("dialog");
    await dialog.getByRole("textbox").fill("A name stands in it.");
    await dialog.getByRole("button", { name: "Decline" }).press("Enter");
    await expect(release(1, second)).toContainText("A name stands in it.");
    await expect(release(1, second).getByRole("link", { name: /Download/ })).toHaveCount(0);
  });

  await test.step("the editor is told why, asks again, and the reviewer approves", async () => {
    await page.reload();
    await expect(release(1)).toContainText("A name stands in it.");
    await asks();
    await expect(release(2)).toContainText("Waiting for approval");
    await second.reload();
    await release(2, second).getByRole("button", { name: "Approve release 2" }).press("Enter");
    await second.getByRole("dialog").getByRole("button", { name: "Approve" }).press("Enter");
    await expect(release(2, second)).toContainText("Approved by");
    await page.reload();
    await expect(release(2)).toContainText("Approved by");
    await expect(release(2)).not.toContainText("Waiting for approval");
    await expect(new Inbox(page).link).toBeVisible();
  });
});
