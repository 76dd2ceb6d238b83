import type { Sealed } from "@/client/outbox/row";

/** Encrypts what people wrote before it is laid down on a device; AES-256-GCM, a fresh 96-bit nonce each time. */
export type Cipher = {
  seal(value: unknown, bound: string): Promise<Sealed>;
  /** Undefined when this key did not seal it, or it was tampered with. */
  open(sealed: Sealed, bound: string): Promise<unknown>;
};

/**
 * `fetchKeys` asks for keys of 32 bytes, in base64: that of this sign-in, which seals, then older ones, which may open
 * what is left from before; it is asked again when it failed. `bound` ties a seal to its row.
 */
export function createCipher(fetchKeys: () => Promise<readonly string[]>): Cipher & { prepare(): Promise<void> } {
  let imported: Promise<CryptoKey[]> | undefined;
  const keys = () => {
    imported ??= fetchKeys().then((texts) => Promise.all(texts.map(importKey)));
    imported.catch(() => {
      imported = undefined;
    });
    return imported;
  };
  return {
    /** Asks for the keys while somebody answers, so that what is written after that can be sealed offline too. */
    prepare: () =>
      keys().then(
        () => undefined,
        () => undefined,
      ),
    async seal(value, bound) {
      const [key] = await keys();
      if (!key) throw new Error("There is no key to seal with.");
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const clear = new TextEncoder().encode(JSON.stringify(value));
      return { iv, data: await crypto.subtle.encrypt(settings(iv, bound), key, clear) };
    },
    async open({ iv, data }, bound) {
      for (const key of await keys()) {
        const clear = await crypto.subtle.decrypt(settings(iv, bound), key, data).catch(() => undefined);
        if (clear) return JSON.parse(new TextDecoder().decode(clear));
      }
      return undefined;
    },
  };
}

const importKey = (text: string) =>
  crypto.subtle.importKey("raw", bytes(text), "AES-GCM", false, ["encrypt", "decrypt"]);

const settings = (iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(bound),
});

const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
