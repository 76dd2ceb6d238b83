import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { applyDelta } from "@/server/cli/release-apply";
import { type Opened, openFolder, Wrong } from "@/server/cli/release-folder";
import { verifyRelease } from "@/server/cli/release-verify";

const usage = `glossator release apply RELEASE DELTA --into FOLDER
glossator release verify RELEASE [--digest SHA256]

Works on files alone, without a server. A release or a delta is a folder or a zip.
  apply   makes the newer release of the older one, byte for byte; FOLDER must not be there yet
  verify  compares every file with its digest; --digest: and the manifest with the one on the release's page`;

/** What the command printed and how it ended: 0 done, 1 something does not fit, 2 the request is wrong. */
export type Ended = { code: 0 | 1 | 2; out: string; err: string };

/** Runs `glossator release` with the words after it. */
export async function releaseCommand(words: readonly string[]): Promise<Ended> {
  const asked = askedIn(words);
  if (typeof asked === "string") return { code: 2, out: "", err: `${asked}\n\n${usage}` };
  const opened: Opened[] = [];
  const folderOf = async (path: string) => {
    const found = await openFolder(path);
    opened.push(found);
    return found.folder;
  };
  try {
    if (asked.is === "verify") return await verified(await folderOf(asked.release), asked);
    const { to } = await applyDelta(await folderOf(asked.release), await folderOf(asked.delta), asked.into);
    return { code: 0, out: `Release ${to.number} is in ${asked.into}. Its digest is ${to.digest}.`, err: "" };
  } catch (error) {
    if (error instanceof Wrong) return { code: 1, out: "", err: error.message };
    throw error;
  } finally {
    for (const each of opened) each.close();
  }
}

type Asked =
  | { is: "apply"; release: string; delta: string; into: string }
  | { is: "verify"; release: string; digest: string | undefined };

function askedIn(words: readonly string[]): Asked | string {
  const options = { into: { type: "string" }, digest: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [is, release, delta, ...more] = positionals;
    if (is === "verify" && release && delta === undefined) return { is, release, digest: values.digest };
    if (is === "apply" && release && delta && more.length === 0)
      return values.into ? { is, release, delta, into: values.into } : "Say with --into where the newer release goes.";
    return "Say what to do with which release.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function verified(folder: string, { digest: expected }: { digest: string | undefined }): Promise<Ended> {
  const { manifest, digest, troubles } = await verifyRelease(folder);
  if (expected !== undefined && expected.toLowerCase() !== digest)
    troubles.push(
      `manifest.json: has the digest ${digest}, and not ${expected.toLowerCase()}: this is another release.`,
    );
  const { number, project, files } = manifest;
  if (troubles.length > 0) return { code: 1, out: "", err: troubles.join("\n") };
  const said = `Release ${number} of ${project.name} is whole: ${files.length} files are as they were released.`;
  return { code: 0, out: `${said}\nIts digest is ${digest}; compare it with the one on the release’s page.`, err: "" };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, out, err } = await releaseCommand(process.argv.slice(2));
  if (out) process.stdout.write(`${out}\n`);
  if (err) process.stderr.write(`${err}\n`);
  process.exitCode = code;
}
