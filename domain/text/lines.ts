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
    return { from: at, to: at + line.length, text: line, blank: line.trim() === "" };
  });
}

/** Without the white space at both ends of a range of the text; undefined when nothing is left. */
export function trimmed(text: string, from: number, to: number): { from: number; to: number } | undefined {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start < end ? { from: start, to: end } : undefined;
}
