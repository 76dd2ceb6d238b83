import { z } from "zod";

/** What a dossier says of itself, in manifest.json: every other file of it with its hash. */
export const DossierManifest = z.object({
  dossier: z.literal(1),
  eventId: z.string(),
  version: z.int(),
  title: z.string(),
  made: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** What stays behind, and why. */
  withheld: z.object({ claims: z.int(), texts: z.int(), originals: z.int() }),
});
export type DossierManifest = z.infer<typeof DossierManifest>;

/** A claim in claims.json, as far as it can be checked. */
const Claims = z.array(
  z.object({
    claimId: z.string(),
    text: z.string().nullable(),
    segments: z.array(z.object({ start: z.int(), end: z.int(), quote: z.string() })),
  }),
);
const Provenance = z.object({ original: z.object({ file: z.string().nullable(), sha256: z.string() }) });

export type Files = Readonly<Record<string, Uint8Array>>;
export type Verified = {
  manifest: DossierManifest | undefined;
  checked: { files: number; quotes: number; originals: number };
  troubles: string[];
};

/**
 * Whether a dossier is what it was when it was made: no file changed, missing or added, every original has the hash that
 * was taken when it came in, and every quote stands in its text where the claim says.
 */
export function verifyDossier(files: Files, sha256: (bytes: Uint8Array) => string): Verified {
  const checked = { files: 0, quotes: 0, originals: 0 };
  const manifest = DossierManifest.safeParse(jsonIn(files["manifest.json"])).data;
  if (!manifest)
    return {
      manifest,
      checked,
      troubles: ["manifest.json is missing or can’t be read: this is no dossier, or it was cut off."],
    };
  const troubles: string[] = [];
  const known = new Set(["manifest.json", ...manifest.files.map(({ name }) => name)]);
  for (const name of Object.keys(files))
    if (!known.has(name)) troubles.push(`${name} is not in the manifest: it was added.`);
  for (const { name, sha256: said } of manifest.files) {
    const bytes = files[name];
    checked.files += 1;
    if (!bytes) troubles.push(`${name} is missing.`);
    else if (sha256(bytes) !== said) troubles.push(`${name} was changed: its SHA-256 is not the one of the manifest.`);
  }
  checkOriginals(files, { sha256, checked, troubles });
  checkQuotes(files, { checked, troubles });
  return { manifest, checked, troubles };
}

type Checking = Pick<Verified, "checked" | "troubles">;

function checkOriginals(
  files: Files,
  { sha256, checked, troubles }: Checking & { sha256: (bytes: Uint8Array) => string },
): void {
  for (const [name, bytes] of Object.entries(files)) {
    if (!/^reports\/[^/]+\/report\.json$/.test(name)) continue;
    const original = Provenance.safeParse(jsonIn(bytes)).data?.original;
    if (!original) troubles.push(`${name} can’t be read.`);
    else if (original.file !== null) {
      const found = files[original.file];
      checked.originals += 1;
      if (!found || sha256(found) !== original.sha256) troubles.push(`${original.file} is not the file that came in.`);
    }
  }
}

function checkQuotes(files: Files, { checked, troubles }: Checking): void {
  const claims = Claims.safeParse(jsonIn(files["claims.json"])).data;
  if (!claims) {
    troubles.push("claims.json can’t be read.");
    return;
  }
  const texts = new Map<string, string[]>();
  for (const { claimId, text, segments } of claims) {
    if (text === null) continue;
    const points = texts.get(text) ?? [...new TextDecoder().decode(files[text] ?? new Uint8Array())];
    texts.set(text, points);
    for (const { start, end, quote } of segments) {
      checked.quotes += 1;
      if (points.slice(start, end).join("") !== quote)
        troubles.push(`The quote of claim ${claimId} does not stand in ${text} at ${start}.`);
    }
  }
}

function jsonIn(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
