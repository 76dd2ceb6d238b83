import { spawn } from "node:child_process";

/**
 * A shell that waits on a pipe from us and does nothing but stop the database once we are gone, however we went. It
 * looks into the cluster first, so that it never touches a server that somebody else started there since.
 */
const will = `read _
sleep "$3"
[ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] && kill -INT "$1"
shift 3
[ $# -eq 0 ] && exit
sleep 1
rm -rf "$@"`;

/**
 * @param {{ pid: number, cluster: string, patience: number, folders: string[] }} wish
 * `patience`: seconds the app gets to drain; `folders` are removed too
 * @returns {() => void} revokes it
 */
export function lastWill({ pid, cluster, patience, folders }) {
  if (process.platform === "win32") return () => undefined;
  const shell = spawn("/bin/sh", ["-c", will, "sh", String(pid), cluster, String(patience), ...folders], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => undefined);
  shell.unref();
  return () => void shell.kill("SIGKILL");
}
