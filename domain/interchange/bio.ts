/**
 * How a flat row of spans is written as one tag a token. IOB1: B only where a span follows another of its kind at once.
 * IOB2: B at every beginning. BIOES: E at the end, S alone.
 */
export const bioSchemes = ["IOB1", "IOB2", "BIOES"] as const;
export type BioScheme = (typeof bioSchemes)[number];

/** A span as tokens of one sentence, end exclusive. */
export type TokenSpan = { label: string; start: number; end: number };

/** Tags of a sentence with so many tokens. The spans are in order and do not overlap. */
export function bioOf(length: number, spans: readonly TokenSpan[], scheme: BioScheme): string[] {
  const tags = new Array<string>(length).fill("O");
  let last: TokenSpan | undefined;
  for (const span of spans) {
    const { label, start, end } = span;
    const meets = last?.end === start && last.label === label;
    for (let at = start; at < end; at += 1) tags[at] = `${letterOf(scheme, { at, start, end, meets })}-${label}`;
    last = span;
  }
  return tags;
}

function letterOf(
  scheme: BioScheme,
  { at, start, end, meets }: { at: number; start: number; end: number; meets: boolean },
) {
  if (scheme === "IOB1") return at === start && meets ? "B" : "I";
  if (scheme === "BIOES" && at === end - 1) return at === start ? "S" : "E";
  return at === start ? "B" : "I";
}

/** A tag: what it does and the label. Undefined for a tag of no known kind. */
export function bioTag(said: string): { letter: string; label: string } | undefined {
  if (said === "O") return { letter: "O", label: "" };
  const [, letter, label] = /^([BIESLUMW])-(.+)$/s.exec(said) ?? [];
  return letter === undefined || label === undefined ? undefined : { letter, label };
}

const begins = new Set(["B", "S", "U", "W"]);
const ends = new Set(["E", "L", "S", "U", "W"]);

/**
 * The spans of a sentence's tags, in whichever scheme: a span goes on while the label stays and nothing begins. IOB1,
 * IOB2, BIOES and BILOU all read right by this rule, without knowing which one it is.
 */
export function spansOfBio(tags: readonly { letter: string; label: string }[]): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let open: TokenSpan | undefined;
  for (const [at, { letter, label }] of tags.entries()) {
    if (letter === "O") open = undefined;
    else if (open && open.label === label && !begins.has(letter)) open.end = at + 1;
    else {
      open = { label, start: at, end: at + 1 };
      spans.push(open);
    }
    if (ends.has(letter)) open = undefined;
  }
  return spans;
}
