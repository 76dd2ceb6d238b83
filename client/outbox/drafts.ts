import type { Cipher } from "@/client/outbox/cipher";
import type { Rows } from "@/client/outbox/rows";

/** Comments begun and not sent; kept on this device, encrypted, until they are sent or emptied. */
export type Drafts = {
  read(key: string): Promise<string>;
  write(key: string, text: string): Promise<void>;
};

export function createDrafts(user: string, rows: Rows, cipher: Cipher): Drafts {
  return {
    async read(key) {
      const draft = await rows.draft(user, key);
      const text = draft ? await cipher.open(draft.sealed, key) : "";
      return typeof text === "string" ? text : "";
    },
    async write(key, text) {
      if (text.trim() === "") await rows.dropDraft(user, key);
      else await rows.keepDraft({ user, key, sealed: await cipher.seal(text, key) });
    },
  };
}
