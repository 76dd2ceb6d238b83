import type { Cipher } from "@/client/outbox/cipher";
import type { Rows } from "@/client/outbox/rows";
import { isProse } from "@/domain/prose/check";
import { isPlain, plainOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import { commentSchema } from "@/domain/prose/schema";

/** Comments begun and not sent; kept on this device, encrypted, until they are sent or emptied. */
export type Drafts = {
  /** Words without formatting as they are; "" when nothing was begun. */
  read(key: string): Promise<string | Prose>;
  write(key: string, words: string | Prose): Promise<void>;
};

export function createDrafts(user: string, rows: Rows, cipher: Cipher): Drafts {
  return {
    async read(key) {
      const draft = await rows.draft(user, key);
      const words = draft ? await cipher.open(draft.sealed, key) : "";
      return typeof words === "string" || isProse(words, commentSchema) ? words : "";
    },
    async write(key, words) {
      const text = typeof words === "string" ? words : plainOf(words);
      const kept = typeof words === "string" || isPlain(words) ? text : words;
      if (text.trim() === "") await rows.dropDraft(user, key);
      else await rows.keepDraft({ user, key, sealed: await cipher.seal(kept, key) });
    },
  };
}
