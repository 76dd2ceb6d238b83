/** How far a line is moved in, in columns; a tab goes on to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns += 1;
    else if (character === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The line without so many columns of white space. */
export function outdented(line: string, columns: number): string {
  let [gone, at] = [0, 0];
  while (gone < columns && (line[at] === " " || line[at] === "\t")) {
    gone += line[at] === "\t" ? 4 - (gone % 4) : 1;
    at += 1;
  }
  return " ".repeat(Math.max(0, gone - columns)) + line.slice(at);
}

export const isBlank = (line: string) => /^\s*$/.test(line);

export type Fence = { readonly sign: string; readonly info: string; readonly indent: number };

export function fenceAt(line: string): Fence | undefined {
  const found = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line);
  const [, indent = "", sign = "", info = ""] = found ?? [];
  if (!found || (sign.startsWith("`") && info.includes("`"))) return undefined;
  return { sign, info: info.trim(), indent: indent.length };
}

export const closesFence = (line: string, { sign }: Fence): boolean => {
  const words = line.trim();
  const isOnly = words.length >= sign.length && [...words].every((character) => character === sign[0]);
  return isOnly && indentOf(line) < 4;
};

/** The fence that is open after a line. */
export function fenceAfter(open: Fence | undefined, line: string): Fence | undefined {
  if (!open) return fenceAt(line);
  return closesFence(line, open) ? undefined : open;
}

export const isRule = (line: string) => /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line);

export function headingAt(line: string): { level: number; words: string } | undefined {
  const [, signs, rest = ""] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (signs === undefined) return undefined;
  return {
    level: signs.length,
    words: rest
      .trim()
      .replace(/(^|[ \t])#+$/, "")
      .trim(),
  };
}

export type Sign = {
  readonly kind: string;
  readonly start: number;
  readonly indent: number;
  readonly isEmpty: boolean;
};

/** What an item of a list begins with; `indent`: the column in which its words begin. */
export function signAt(line: string): Sign | undefined {
  const found = /^( {0,3})([-+*]|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(line);
  if (!found || isRule(line)) return undefined;
  const [whole, , bullet = "", number, dot] = found;
  const rest = line.slice(whole.length);
  const gap = indentOf(rest);
  const isEmpty = isBlank(rest);
  return {
    kind: dot ?? bullet,
    start: Number(number ?? 1),
    indent: whole.length + (isEmpty || gap > 4 ? 1 : gap),
    isEmpty,
  };
}

/** Whether a line ends the paragraph before it. */
export function interrupts(line: string): boolean {
  if (isBlank(line) || fenceAt(line) || isRule(line) || headingAt(line) || /^ {0,3}>/.test(line)) return true;
  const sign = signAt(line);
  return sign !== undefined && !sign.isEmpty && sign.start === 1;
}
