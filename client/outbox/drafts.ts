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

export function createDrafts(user: string, open: () => Promise<Rows>, cipher: Cipher): Drafts {
  // One after another, so that a draft is read as it was last written, and one that was sent stays away.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: (rows: Rows) => Promise<T>): Promise<T> => {
    const now = last.then(async () => run(await open()));
    last = now.catch(() => undefined);
    return now;
  };
  return {
    read: (key) =>
      inTurn(async (rows) => {
        const draft = await rows.draft(user, key);
        const words = draft ? await cipher.open(draft.sealed, key) : "";
        return typeof words === "string" || isProse(words, commentSchema) ? words : "";
      }),
    write: (key, words) =>
      inTurn(async (rows) => {
        const text = typeof words === "string" ? words : plainOf(words);
        const kept = typeof words === "string" || isPlain(words) ? text : words;
        if (text.trim() === "") await rows.dropDraft(user, key);
        else await rows.keepDraft({ user, key, sealed: await cipher.seal(kept, key) });
      }),
  };
}
