const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number from 1 to 3999 in small Roman figures; others as they are. */
export function roman(number: number): string {
  if (!(number >= 1 && number < 4000)) return `${number}`;
  let left = number;
  let written = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      written += sign;
      left -= value;
    }
  }
  return written;
}

/** 1 is a, 26 is z, 27 is aa; others as they are. */
export function letters(number: number): string {
  if (!(number >= 1 && number < 1_000_000)) return `${number}`;
  let written = "";
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    written = String.fromCharCode(97 + ((left - 1) % 26)) + written;
  }
  return written;
}
