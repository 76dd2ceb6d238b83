import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@/e2e/journey";

/** The commands that the README shows do what it says, as they stand there. */

const checkout = join(import.meta.dirname, "../..");

async function shellBlock(heading: string): Promise<string> {
  const readme = await readFile(join(checkout, "README.md"), "utf8");
  const section = readme.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return /^```sh\n(.*?)^```/ms.exec(section)?.[1] ?? "";
}

/** Runs lines in a shell that ends at the first that fails. */
function run(lines: string, cwd: string, env: Record<string, string>): Promise<{ code: number | null; heard: string }> {
  const shell = spawn("bash", ["-euo", "pipefail", "-c", lines], { cwd, env: { ...process.env, ...env } });
  let heard = "";
  for (const stream of [shell.stdout, shell.stderr]) stream.on("data", (chunk) => (heard += chunk));
  return new Promise((resolve) => shell.once("close", (code) => resolve({ code, heard })));
}

test("the API's tour imports, tags, decides and exports", async ({ stack }) => {
  const folder = await mkdtemp(join(tmpdir(), "glossator-tour-"));
  try {
    for (const name of ["package.json", "scripts"]) await symlink(join(checkout, name), join(folder, name));
    const { code, heard } = await run(await shellBlock("API"), folder, {
      DATABASE_URL: stack.databaseUrl,
      GLOSSATOR_DATA: join(folder, "data"),
      GLOSSATOR_URL: stack.url,
    });
    expect(code, heard).toBe(0);
    const lines = (await readFile(join(folder, "dataset.jsonl"), "utf8")).trim().split("\n");
    const records: { record: string; state?: string; segments?: { quote: string }[] }[] = lines.map((line) =>
      JSON.parse(line),
    );
    const claims = records.filter(({ segments }) => segments?.[0]?.quote === "The bridge at Qus is closed");
    expect(claims).toEqual([expect.objectContaining({ state: "accepted" })]);
    expect((await readFile(join(folder, "dataset.zip"))).subarray(0, 2).toString()).toBe("PK");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
