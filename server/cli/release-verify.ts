import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestName, ReleaseManifest } from "@/domain/release/manifest";
import { filesIn, measured, Wrong, within } from "@/server/cli/release-folder";

/** Whether a release's files are those that its manifest names, and what is wrong where they are not. */
export type Verified = { manifest: ReleaseManifest; digest: string; troubles: string[] };

/** Compares every file of a release with its digest. */
export async function verifyRelease(folder: string): Promise<Verified> {
  const own = await measured(join(folder, manifestName));
  if (!own) throw new Wrong(`${folder}: has no ${manifestName}, so it is no release.`);
  const manifest = manifestIn(folder);
  const troubles: string[] = [];
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = await measured(within(folder, name));
    if (!found) troubles.push(`${name}: is missing.`);
    else if (found.bytes !== bytes) troubles.push(`${name}: has ${found.bytes} bytes, and not ${bytes}.`);
    else if (found.sha256 !== sha256)
      troubles.push(`${name}: was changed; its digest is ${found.sha256}, and not ${sha256}.`);
  }
  const known = new Set([manifestName, ...manifest.files.map(({ name }) => name)]);
  for (const name of await filesIn(folder)) if (!known.has(name)) troubles.push(`${name}: is not part of the release.`);
  return { manifest, digest: own.sha256, troubles };
}

function manifestIn(folder: string): ReleaseManifest {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(join(folder, manifestName), "utf8"));
  } catch {
    throw new Wrong(`${join(folder, manifestName)}: is no JSON; it was changed or cut off.`);
  }
  const parsed = ReleaseManifest.safeParse(said);
  if (!parsed.success) throw new Wrong(`${join(folder, manifestName)}: is not the manifest of a release.`);
  return parsed.data;
}
