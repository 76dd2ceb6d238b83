/** How WebAnno TSV 3.3 escapes values and the lines of a sentence (Tsv3X `Escaping` of INCEpTION). */

const signs: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n" };

export const escapedValue = (value: string): string =>
  value.replace(/[\\[\]|_;*\t\n]|->/g, (sign) => signs[sign] ?? `\\${sign}`);

export const plainValue = (said: string): string =>
  said.replace(/\\(->|[\\[\]|_;*tn])/g, (_, sign: string) => (sign === "t" ? "\t" : sign === "n" ? "\n" : sign));

const letters: Readonly<Record<string, string>> = { "\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\" };
const plain = new Map(Object.entries(letters).map(([sign, letter]) => [letter, sign]));
const control = (from: number, to: number) => `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
/** Control characters but VT are escaped with a backslash before them. */
const inText = new RegExp(`[\\\\\\t\\n\\f\\r\\b${control(0, 7)}${control(14, 31)}]`, "g");
const saidInText = new RegExp(`\\\\([tnfrb\\\\${control(0, 7)}${control(14, 31)}])`, "g");

export const escapedText = (line: string): string => line.replace(inText, (sign) => `\\${letters[sign] ?? sign}`);
export const plainText = (said: string): string =>
  said.replace(saidInText, (_, letter: string) => plain.get(letter) ?? letter);

/** Cut at signs that no backslash stands before; nothing is unescaped. */
export function partedBy(raw: string, separator: "|" | ";"): string[] {
  if (!raw.includes(separator)) return [raw];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === "\\") at += 1;
    else if (raw[at] === separator) {
      parts.push(raw.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, raw.slice(from)];
}

/** A value and the number in brackets behind it. */
export function numberedValue(raw: string): { said: string; number: string | undefined } {
  const found = /^(.*?)\[(\d+(?:_\d+)?)\]$/s.exec(raw);
  const [, said = "", number] = found ?? [];
  const escaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(said);
  return number === undefined || escaped ? { said: raw, number: undefined } : { said, number };
}
