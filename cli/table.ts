/** Rows for people: columns as wide as their longest cell, the last as long as it is. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(plain));
  const widths = head.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ""))));
  const padded = (text: string, width: number) => text + " ".repeat(Math.max(0, width - widthOf(text)));
  return all
    .map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : padded(cell, widths[at] ?? 0))).join("  "))
    .join("\n");
}

/** What is not a letter for people may steer a terminal, or turn a line around: it is shown as a dot. */
export const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "·");

/** Columns on a screen: marks that combine take none, wide letters two. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.replaceAll(/\p{M}|\p{Cf}/gu, ""))
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        letter,
      )
        ? 2
        : 1;
  return width;
}

/** "3 reports", "1 report". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

const units = ["bytes", "kB", "MB", "GB"] as const;

/** Bytes for people: "1.4 MB". */
export function sizeOf(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return step === 0 ? `${bytes} bytes` : `${(bytes / 1000 ** step).toFixed(1)} ${units[step]}`;
}
