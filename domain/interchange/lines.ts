import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** A line may hold a long report with all its tags, and no more (UTF-16 units). */
export const longestLine = 64 * 1024 * 1024;

/** The whole of a file as text, where its format holds one document in it. Throws `BrokenFile` beyond `most` UTF-16 units. */
export async function wholeOf(file: SentFile, most = longestLine): Promise<string> {
  let text = "";
  for await (const piece of file.text()) {
    text += piece;
    if (text.length > most) throw new BrokenFile("too-large", { file: file.name });
  }
  return text;
}

/** The lines of a file without their ends (LF or CRLF), counted from 1. A line that is too long ends the reading. */
export async function* linesOf(file: SentFile, longest = longestLine): AsyncGenerator<{ line: number; text: string }> {
  let rest = "";
  let line = 1;
  for await (const piece of file.text()) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      yield { line, text: withoutReturn(rest + piece.slice(from, end)) };
      rest = "";
      line += 1;
      from = end + 1;
    }
    rest += piece.slice(from);
    if (rest.length > longest) throw new BrokenFile("line-too-long", { file: file.name, line });
  }
  if (rest !== "") yield { line, text: withoutReturn(rest) };
}

const withoutReturn = (text: string) => (text.endsWith("\r") ? text.slice(0, -1) : text);
