import { isPlain, plainOf, trimmed } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

/** A note on an entity or a tag: its words, and beside them the document of one that has formatting. */
export type Note = { readonly note?: string | undefined; readonly noteProse?: Prose | undefined };

/** What is said to whoever sends a document and other words. */
export const noteDisagrees = "Its words are not those of note.";

/** A note as it is kept: a document only where it says more than its words. Undefined when it says other words. */
export function keptNote({ note, noteProse }: Note): Note | undefined {
  if (!noteProse) return note === undefined ? {} : { note };
  const plain = plainOf(noteProse);
  if (note !== undefined && note !== plain) return undefined;
  return isPlain(noteProse) ? { note: plain } : { note: plain, noteProse };
}

/** A note of what somebody wrote; nothing when it says nothing. */
export function noteOf(words: string | Prose): Note {
  if (typeof words === "string") return words.trim() === "" ? {} : { note: words };
  const noteProse = trimmed(words);
  const note = plainOf(noteProse);
  if (note.trim() === "") return {};
  return isPlain(noteProse) ? { note } : { note, noteProse };
}
