import { parentPort } from "node:worker_threads";
import { COMMENTS_AT_MOST, type DocumentComment, type DocumentThread, threadsOf } from "@/domain/document/comments";
import { layDown } from "@/domain/document/lay-down";
import { commentSchema } from "@/domain/prose/schema";
import { Unreadable } from "../extracted";
import { begins, documentTypes } from "../registry";
import { Warnings } from "../warnings";
import type { Answer, Question } from "./messages";

/** The thread that one document after the other is read in; `ask.ts` ends it where one takes too long or too much. */
async function answer({ type: id, bytes, asked }: Question): Promise<Answer> {
  const type = documentTypes.find((each) => each.id === id);
  if (!type) return { ok: false, reason: "This type of file isn’t read here." };
  if (!begins(type, bytes)) return { ok: false, reason: whatItIs(bytes, asked.name) };
  const { extract } = await type.load();
  const { pieces, warnings, found, encoding, attachments = [], comments = [] } = await extract(bytes, asked);
  const { replaced, rangesLeft, commented, ...laid } = layDown(pieces);
  if (laid.text.trim() === "") return { ok: false, reason: "There is no text in it." };
  const more = new Warnings();
  more.add("characters-replaced", undefined, replaced);
  more.add("ranges-left-out", undefined, rangesLeft);
  const threads = threadsOf(
    asked.comments === "threads" ? comments.slice(0, COMMENTS_AT_MOST) : [],
    commented,
    commentSchema.longest,
  );
  tellComments(comments, threads, more);
  const told = { warnings: [...warnings, ...more.all()], found: [...found] };
  return { ok: true, document: { ...laid, ...told, encoding, attachments, threads } };
}

/** How many comments became threads, how many of these are about no words of the text, and how many are left out. */
function tellComments(
  comments: readonly DocumentComment[],
  threads: readonly DocumentThread[],
  warnings: Warnings,
): void {
  warnings.add("comments-as-threads", undefined, threads.length);
  for (const { range, comments: said } of threads) if (!range) warnings.add("comments-on-report", said[0]);
  const taken = threads.length > 0 ? COMMENTS_AT_MOST : 0;
  warnings.add("comments-left-out", undefined, comments.length - taken);
}

/** Why a file isn't what its name says. */
function whatItIs(bytes: Uint8Array, name: string): string {
  const ending = name.slice(name.lastIndexOf("."));
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return "The file is encrypted or an old Office document. Save it without a password in a newer format and import it again.";
  }
  return `The file’s name ends in ${ending}, but its contents are something else. Check where it came from.`;
}

async function answered(question: Question): Promise<Answer> {
  try {
    return await answer(question);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    const reason = "The file is damaged or written in a way that isn’t read here. Save it anew or as plain text.";
    return { ok: false, reason, broken: { message, stack } };
  }
}

if (parentPort) {
  const port = parentPort;
  port.on("message", (question: Question) => void answered(question).then((said) => port.postMessage(said)));
}
