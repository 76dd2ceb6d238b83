import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expectAccessible } from "@/e2e/accessible";
import { expect, test } from "@/e2e/journey";
import { Project } from "@/e2e/pages/project";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("an editor makes a release, fetches it in two halves, and withdraws it", async ({ enter, office }) => {
  const editor = await office.as("Editor");
  const { id } = await office.project();
  const paper = await office.newReport();
  const { page } = await enter("Editor");
  const project = new Project(page);

  await test.step("says what is in it, and sees it counted", async () => {
    await project.open(id);
    await project.turnTo("Releases");
    await page.getByRole("button", { name: "Make a release" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("Hama, autumn");
    await page.getByRole("textbox", { name: "Authors" }).fill("A desk");
    await expect(page.getByText("dataset.jsonl")).toBeVisible();
    const holds = page.getByRole("region", { name: "What it will hold" });
    const rowsOf = (file: string) => holds.locator("div").filter({ hasText: file }).getByRole("definition");
    await page.getByRole("combobox", { name: "Add a report by its title" }).fill(paper.title);
    await page.getByRole("option", { name: paper.title }).click();
    await expect(rowsOf("reports.csv")).toHaveText("1");
    await page.getByRole("checkbox", { name: "All kinds" }).press("Space");
    await page.getByRole("checkbox", { name: "Places", exact: true }).press("Space");
    await expect(rowsOf("places.csv")).toHaveText("0");
    await expectAccessible(page, "a release that is about to be made");
    await page.getByRole("button", { name: `Take out ${paper.title}` }).press("Enter");
    await page.getByRole("checkbox", { name: "All kinds" }).press("Space");
    await expect(page.getByText("All reports of the project.")).toBeVisible();
    await page.getByRole("button", { name: "Make the release" }).click();
  });

  const release = page.getByRole("article", { name: "Release 1" });

  await test.step("finds it when it is whole, with the digest of its manifest", async () => {
    await expect(release).toContainText("Hama, autumn");
    await expectAccessible(page, "releases");
    const path = await release.getByRole("link", { name: "Download release 1" }).getAttribute("href");
    const whole = await editor.bytes(path ?? "");
    const files = unzipSync(whole.bytes);
    await expect(release).toContainText(sha256(files["manifest.json"] ?? new Uint8Array()));
    const middle = Math.floor(whole.bytes.length / 2);
    const rest = await page.request.get(path ?? "", { headers: { range: `bytes=${middle}-` } });
    expect(rest.status()).toBe(206);
    expect(
      Buffer.from(whole.bytes)
        .subarray(middle)
        .equals(await rest.body()),
    ).toBe(true);
  });

  await test.step("withdraws it, and everybody reads why", async () => {
    await release.getByRole("button", { name: "Withdraw release 1" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("A place was wrong.");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(release).toContainText("A place was wrong.");
    await expect(release).toContainText("Withdrawn");
    await page.reload();
    await expect(release).toContainText("A place was wrong.");
    await expectAccessible(page, "a release that was withdrawn");
  });
});
