/** A line of a text without its newline; positions in UTF-16 units. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly blank: boolean;
}

/** The lines of a canonical text, where a newline is always LF. */
export function linesOf(text: string): Line[] {
  let from = 0;
  return text.split("\n").map((line) => {
    const at = from;
    from += line.length + 1;
    return { from: at, to: at + line.length, text: line, blank: firstSign(line, 0, line.length) === line.length };
  });
}

/** Without the white space at both ends of a range of the text; undefined when nothing is left. */
export function trimmed(text: string, from: number, to: number): { from: number; to: number } | undefined {
  const start = firstSign(text, from, to);
  return start < to ? { from: start, to: lastSign(text, start, to) } : undefined;
}

/** Where the first character of a range stands that is no white space; the range's end when there is none. */
export function firstSign(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the last character of a range ends that is no white space; the range's start when there is none. */
export function lastSign(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

const spaces = /\s/;

/** What `String.prototype.trim` takes away. */
const isSpace = (unit: number) =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit >= 0xa0 && spaces.test(String.fromCharCode(unit));
