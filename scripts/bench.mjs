import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { onceNpmIsGone } from "./launcher.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { tell } from "./say.mjs";

/** `npm run bench [-- NAME …]`: measures the budgets on the production build, with a throw-away database and a real browser. */

process.on("SIGINT", endRunning).on("SIGTERM", endRunning).on("SIGHUP", endRunning);
onceNpmIsGone(endRunning);

await tell(async () => {
  await ensureInstalled({ development: true });
  await ensureGenerated();
  await ensureBuilt();
  const script = ["--import", "tsx", "--conditions", "react-server", join(root, "bench", "run.ts")];
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() };
  const { code } = await run(process.execPath, [...script, ...process.argv.slice(2)], { cwd: root, env, show: true });
  return code;
});
