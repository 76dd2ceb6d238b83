import { readFileSync } from "node:fs";

/**
 * npm runs us through a shell that doesn't pass signals on: when somebody ends npm, we would be left behind holding the
 * port, with nobody to stop us. So we look whether it is still there.
 */

const shells = new Set(["sh", "dash", "bash", "ash", "busybox"]);
const pause = 250;

/** The process that started us: npm where there is one, and not the shell between. */
export function launcher() {
  const parent = statusOf(process.ppid);
  return process.env.npm_lifecycle_event && shells.has(parent.name) ? parent.parent : process.ppid;
}

/**
 * @param {() => void} end is called once when npm is gone; never when we were not started by npm
 */
export function onceNpmIsGone(end) {
  if (!process.env.npm_lifecycle_event) return;
  const [parent, npm] = [process.ppid, launcher()];
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === parent || statusOf(parent).parent === npm)) return;
    clearInterval(watch);
    end();
  }, pause);
  watch.unref();
}

/** @param {number} pid */
function statusOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return { name: /^Name:\s*(.*)$/m.exec(status)?.[1] ?? "", parent: Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]) };
  } catch {
    return { name: "", parent: 0 };
  }
}
