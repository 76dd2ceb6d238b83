import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { verifyDossier } from "@/domain/event/dossier/verify";

export const usage = `glossator dossier verify FILE

Says whether a dossier of an event is what it was when it was made. It needs no database and no network.`;

/** What the command printed and how it ended: 0 whole, 1 not, 2 the request or the file is wrong. */
export type Ended = { code: 0 | 1 | 2; out: string; err: string };

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Runs `glossator dossier verify` with the words after it; reads the file, writes nothing. */
export function dossierVerify(words: readonly string[]): Ended {
  const [path, ...more] = words;
  if (!path || more.length > 0) return { code: 2, out: "", err: usage };
  let bytes: Buffer;
  let files: Record<string, Uint8Array>;
  try {
    bytes = readFileSync(path);
  } catch {
    return { code: 2, out: "", err: `${path} can’t be read.` };
  }
  try {
    files = unzipSync(bytes);
  } catch {
    return { code: 1, out: "", err: `${path} is no zip, or it was cut off. Get it again.` };
  }
  const { manifest, checked, troubles } = verifyDossier(files, sha256);
  const about = manifest
    ? [
        `Event ${manifest.eventId}, version ${manifest.version}: ${manifest.title}`,
        `Made ${manifest.made}; ${checked.files} files, ${checked.originals} originals, ${checked.quotes} quotes checked.`,
        `Withheld: ${manifest.withheld.claims} claims, ${manifest.withheld.texts} texts, ${manifest.withheld.originals} originals.`,
        `SHA-256 of this file: ${sha256(bytes)}`,
      ]
    : [];
  if (troubles.length > 0)
    return { code: 1, out: about.join("\n"), err: [...troubles, "The dossier is not whole."].join("\n") };
  return { code: 0, out: [...about, "The dossier is whole."].join("\n"), err: "" };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, out, err } = dossierVerify(process.argv.slice(2));
  if (out !== "") process.stdout.write(`${out}\n`);
  if (err !== "") process.stderr.write(`${err}\n`);
  process.exitCode = code;
}
