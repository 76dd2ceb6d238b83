import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { expectAccessible } from "@/e2e/accessible";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { tabTo } from "@/e2e/pages/keyboard";

const checkout = join(import.meta.dirname, "../..");

/** `glossator dossier verify FILE`, as somebody runs it who has nothing but the file and a checkout. */
function verify(file: string): Promise<{ code: number | null; heard: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const command = spawn("npm", ["run", "-s", "glossator", "--", "dossier", "verify", file], { cwd: checkout, env });
  let heard = "";
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (chunk) => (heard += chunk));
  return new Promise((resolve) => command.once("close", (code) => resolve({ code, heard })));
}

test("a dossier is taken from an event, verified without a server, and shows when it was tampered with", async ({
  enter,
  office,
}) => {
  const { id } = await office.demoProject("three-weeks-on-the-gulf");
  const editor = await office.as("Editor");
  type Events = { items: { id: string }[] };
  const { items } = await got(editor.get<Events>(`/api/v1/projects/${id}/events?q=fishermen`));
  const folder = await mkdtemp(join(tmpdir(), "glossator-dossier-"));
  const { page } = await enter("Editor");
  try {
    await page.goto(`/projects/${id}/events/${items[0]?.id}`);
    await expect(page.getByRole("region", { name: "Dossier" })).toBeVisible();
    await expectAccessible(page, "an event with its dossier");
    await tabTo(page.getByRole("link", { name: "Download the dossier" }));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const whole = join(folder, "dossier.zip");
    await download.saveAs(whole);

    const verified = await verify(whole);
    expect(verified.heard).toContain("Fishermen block the coast road at Skhira");
    expect(verified.heard).toContain("The dossier is whole.");
    expect(verified.code).toBe(0);

    const files = unzipSync(await readFile(whole));
    // The mail is in it as it came, with its head.
    const mail = Object.keys(files).find((name) => name.endsWith(".eml"));
    expect(Buffer.from(files[mail ?? ""] ?? "").toString()).toContain(
      "Message-ID: <20260918.0940@shore-relief.example>",
    );
    const changed = Buffer.from(files[mail ?? ""] ?? "")
      .toString()
      .replace("about 60 people", "about 16 people");
    const tampered = join(folder, "tampered.zip");
    await writeFile(tampered, zipSync({ ...files, [mail ?? ""]: Buffer.from(changed) }));
    const refused = await verify(tampered);
    expect(refused.heard).toContain(mail);
    expect(refused.heard).toContain("The dossier is not whole.");
    expect(refused.code).toBe(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
