/** Code points of a title at most. */
const longest = 200;
/** Code units looked at, so that a huge text costs no more than a small one. */
const enough = 100_000;

/**
 * A title for a text without one: its first line with a letter or digit in it, without Markdown's signs, in one line and
 * cut between words where it is long. Empty where no line has any.
 */
export function titleFrom(text: string): string {
  for (const line of text.slice(0, enough).split(/\r\n|[\r\n\u0085\u2028\u2029]/u)) {
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const words = line.replaceAll("\0", "").replace(/^[#>\s*-]+/u, "");
    return shortened(words.replace(/\s+/gu, " ").trim());
  }
  return "";
}

function shortened(title: string): string {
  const points = [...title];
  if (points.length <= longest) return title;
  const cut = points.slice(0, longest - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
