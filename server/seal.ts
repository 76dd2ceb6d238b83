import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/server/env";

/** What a sealed text is for; one made for something else, or for somebody else, does not open. */
export type SealedFor = readonly string[];

/** Bytes of AES-256-GCM: what makes each text different, and what proves that nobody changed it. */
const size = { nonce: 12, tag: 16 };

let keys: { encrypting: Buffer; naming: Buffer } | undefined;

function keysNow() {
  if (keys) return keys;
  const both = Buffer.from(hkdfSync("sha256", env().secret, "", "glossator sealed texts 1", 64));
  keys = { encrypting: both.subarray(0, 32), naming: both.subarray(32) };
  return keys;
}

/**
 * Turns bytes into a text that tells nothing but how long they are, and that only this server can open.
 * @param fresh whether sealing the same bytes twice gives two texts, so that not even "nothing has changed" can be read
 */
export function seal(purpose: SealedFor, plain: Uint8Array, { fresh = false }: { fresh?: boolean } = {}): string {
  const { encrypting, naming } = keysNow();
  const about = JSON.stringify(purpose);
  const nonce = fresh
    ? randomBytes(size.nonce)
    : createHmac("sha256", naming).update(about).update("\0").update(plain).digest().subarray(0, size.nonce);
  const cipher = createCipheriv("aes-256-gcm", encrypting, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** What was sealed for this purpose; undefined for any text that was not. */
export function unseal(purpose: SealedFor, text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < size.nonce + size.tag) return undefined;
  const [nonce, sealed, tag] = [
    bytes.subarray(0, size.nonce),
    bytes.subarray(size.nonce, -size.tag),
    bytes.subarray(-size.tag),
  ];
  try {
    const decipher = createDecipheriv("aes-256-gcm", keysNow().encrypting, nonce)
      .setAAD(Buffer.from(JSON.stringify(purpose)))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return undefined;
  }
}
