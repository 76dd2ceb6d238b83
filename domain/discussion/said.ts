import { mentionedIn } from "@/domain/discussion/mentions";
import type { UserId } from "@/domain/ids";
import { isPlain, plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import { mentionsIn, withMentions } from "@/domain/prose/walk";

/** What a comment says: its plain words, and the same with formatting. */
export type Said = { readonly body: string; readonly prose: Prose };

/** What was said in one way or the other, in both. */
export const saidOf = ({ body = "", prose }: { body?: string | undefined; prose?: Prose | undefined }): Said =>
  prose ? { body: plainOf(prose), prose } : { body, prose: proseOf(body) };

/** How a comment is sent: as plain words where they say all of it. */
export const sentAs = (words: string | Prose): { body: string } | { prose: Prose } => {
  if (typeof words === "string") return { body: words };
  return isPlain(words) ? { body: plainOf(words) } : { prose: words };
};

/** Whom a comment calls: whoever was chosen by name, and whoever is written by name after an `@`. */
export function calledBy({ prose }: Said, people: Parameters<typeof mentionedIn>[1]): UserId[] {
  const chosen = mentionsIn(prose).map(({ part }) => part.attrs.userId);
  const others = plainOf(withMentions(prose, () => ({ type: "text", text: " " })));
  return [...new Set([...chosen, ...mentionedIn(others, people)])];
}
