import type { Sealed } from "@/components/reader/session/outbox/change";

/** Encrypts what people wrote before it is laid down on a device; AES-256-GCM, a fresh 96-bit nonce each time. */
export type Cipher = {
  seal(value: unknown, bound: string): Promise<Sealed>;
  /** Undefined when this key did not seal it, or it was tampered with. */
  open(sealed: Sealed, bound: string): Promise<unknown>;
};

/**
 * `fetchKey` asks for the 32 bytes, in base64, that the server gives a signed-in person; it is asked again when it
 * failed. `bound` ties a seal to its row.
 */
export function createCipher(fetchKey: () => Promise<string>): Cipher {
  let imported: Promise<CryptoKey> | undefined;
  const key = () => {
    imported ??= fetchKey().then((text) =>
      crypto.subtle.importKey("raw", bytes(text), "AES-GCM", false, ["encrypt", "decrypt"]),
    );
    imported.catch(() => {
      imported = undefined;
    });
    return imported;
  };
  return {
    async seal(value, bound) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const clear = new TextEncoder().encode(JSON.stringify(value));
      const data = await crypto.subtle.encrypt(settings(iv, bound), await key(), clear);
      return { iv, data };
    },
    async open({ iv, data }, bound) {
      const known = await key();
      try {
        const clear = await crypto.subtle.decrypt(settings(iv, bound), known, data);
        return JSON.parse(new TextDecoder().decode(clear));
      } catch {
        return undefined;
      }
    },
  };
}

const settings = (iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(bound),
});

const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
