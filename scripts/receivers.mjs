import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { onceNpmIsGone } from "./launcher.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, say, step, tell } from "./say.mjs";

/**
 * `npm run receivers`: writes a report that is hard to carry in every format, and opens it with the readers that people
 * use, pinned in scripts/receivers/requirements.txt. Prints what each of them read, as a table, and runs the snippets of
 * docs/SNIPPETS.md as they stand there. Needs Python 3 and a package index; not part of CI.
 */

process.on("SIGINT", endRunning).on("SIGTERM", endRunning).on("SIGHUP", endRunning);
onceNpmIsGone(endRunning);

const here = join(root, "scripts", "receivers");

/** @param {string} what @param {string} command @param {string[]} args */
async function done(what, command, args) {
  const { code, output } = await step(what, () => run(command, args, { cwd: root }));
  if (code !== 0) throw new Sorry(`${what} did not work. ${output.trim().split("\n").at(-1) ?? ""}`);
}

await tell(async () => {
  await ensureInstalled({ development: true });
  const folder = mkdtempSync(join(tmpdir(), "glossator-receivers-"));
  const python = join(folder, "python", process.platform === "win32" ? "Scripts" : "bin", "python");
  try {
    await done("Writing the exports", process.execPath, [
      "--import",
      "tsx",
      join(here, "write.ts"),
      join(folder, "files"),
    ]);
    await done("Making a Python environment", "python3", ["-m", "venv", join(folder, "python")]);
    const requirements = ["-q", "--disable-pip-version-check", "-r", join(here, "requirements.txt")];
    await done("Installing the receivers", python, ["-m", "pip", "install", ...requirements]);
    mkdirSync(join(folder, "open"));
    for (const name of readdirSync(here))
      if (name.endsWith(".py") || name === "uima")
        cpSync(join(here, name), join(folder, "open", name), { recursive: true });
    const { code } = await run(python, [join(folder, "open", "open.py"), join(folder, "files")], {
      cwd: folder,
      env: process.env,
      show: true,
    });
    if (code !== 0) say("Some receiver read less than it was said to.");
    const snippets = [join(folder, "open", "snippets.py"), join(root, "docs", "SNIPPETS.md"), join(folder, "files")];
    const ran = await run(python, snippets, { cwd: folder, env: process.env, show: true });
    if (ran.code !== 0) say("Some snippet of docs/SNIPPETS.md does not do what it says.");
    return code || ran.code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
