import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

/**
 * Fills the gazetteer beside the running app, in a process of its own that gives way to everybody else. It ends at once
 * where the gazetteer is filled already; what it could not do is said, and the next start tries again.
 * @param {{ databaseUrl: string, url: string, secret: string }} app
 * @returns {{ stop: () => void, hasten: () => void }}
 */
export function fillGazetteer({ databaseUrl, url, secret }) {
  const script = join(root, "server", "cli", "gazetteer.ts");
  const node = ["--import", import.meta.resolve("tsx"), "--conditions", "react-server", script, "--quiet"];
  const child = spawn(process.execPath, node, {
    cwd: root,
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, GLOSSATOR_URL: url, GLOSSATOR_SECRET: secret },
      TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
    },
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
  });
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Without that right it works at the priority of everybody else.
  }
  let ending = false;
  child.stderr.on("data", (/** @type {Buffer} */ words) => ending || say(String(words).trimEnd()));
  child.once("error", ({ message }) => say(`The gazetteer was not loaded: ${message}`));
  const stop = () => {
    ending = true;
    child.kill("SIGTERM");
  };
  return { stop, hasten: stop };
}
