/** One line of a file as it came, counted from 1; `broken` says why it can't be read. */
export type FileLine = { readonly number: number; readonly text: string; readonly broken?: string };

/** Characters of one line: GeoNames writes at most 10,000 for a place's other names. */
export const longestLine = 50_000;

/**
 * The lines of a file that comes in pieces, without its byte order mark, ended by LF or CRLF. No more than one line is ever
 * held: of one that is too long the rest is passed over.
 */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder("utf-8");
  let [open, number, tooLong] = ["", 0, false];
  const lineOf = (text: string): FileLine => {
    number += 1;
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (tooLong || line.length > longestLine)
      return { number, text: line.slice(0, 1000), broken: `It is longer than ${longestLine} characters.` };
    return /[\uFFFD\0]/u.test(line)
      ? { number, text: line, broken: "It is not written in UTF-8." }
      : { number, text: line };
  };
  for await (const piece of pieces) {
    const [first = "", ...rest] = decoder.decode(piece, { stream: true }).split("\n");
    open += first;
    for (const next of rest) {
      yield lineOf(open);
      [open, tooLong] = [next, false];
    }
    if (open.length <= longestLine) continue;
    open = open.slice(0, longestLine);
    tooLong = true;
  }
  open += decoder.decode();
  if (open !== "") yield lineOf(open);
}
