import { lookOf } from "@/domain/prose/markdown/characters";

/** A run of `*`, `_` or `~`; `left` of it have no partner yet. */
export type Run = {
  readonly sign: string;
  readonly length: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Its place among the parts of the line. */
  readonly at: number;
};

/** What stands between two places among the parts is marked. */
export type Marked = { readonly is: "bold" | "italic" | "struck"; readonly from: number; readonly to: number };

/** Whether a run can open and close by what stands beside it: CommonMark’s left- and right-flanking. */
export function runOf(sign: string, length: number, around: { before: string; after: string; at: number }): Run {
  const [before, after] = [lookOf(around.before), lookOf(around.after)];
  const isLeft = after !== "space" && (after !== "sign" || before !== "other");
  const isRight = before !== "space" && (before !== "sign" || after !== "other");
  const inWords = sign === "_";
  return {
    sign,
    length,
    left: length,
    opens: isLeft && (!inWords || !isRight || before === "sign"),
    closes: isRight && (!inWords || !isLeft || after === "sign"),
    at: around.at,
  };
}

/**
 * Pairs what opens with what closes, by CommonMark’s rules. What was searched in vain is not searched again, so that
 * the time grows with the length only.
 */
export function pairUp(runs: readonly Run[]): Marked[] {
  const marked: Marked[] = [];
  const open: Run[] = [];
  const vain = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.sign}${run.opens}${run.length % 3}`;
    while (run.closes && run.left > 0) {
      const place = open.findLastIndex((other, nth) => nth >= (vain.get(key) ?? 0) && fits(other, run));
      const opener = open[place];
      if (!opener) {
        vain.set(key, open.length);
        break;
      }
      const taken = run.sign === "~" || (opener.left >= 2 && run.left >= 2) ? 2 : 1;
      marked.push({ is: isOf(run.sign, taken), from: opener.at, to: run.at });
      opener.left -= taken;
      run.left -= taken;
      open.length = opener.left > 0 ? place + 1 : place;
      for (const [each, from] of vain) vain.set(each, Math.min(from, open.length));
    }
    if (run.opens && run.left > 0) open.push(run);
  }
  return marked;
}

const isOf = (sign: string, taken: number): Marked["is"] => {
  if (sign === "~") return "struck";
  return taken === 2 ? "bold" : "italic";
};

function fits(opener: Run, closer: Run): boolean {
  if (opener.sign !== closer.sign) return false;
  if (closer.sign === "~") return opener.length === 2 && closer.length === 2;
  const eitherWay = (opener.opens && opener.closes) || (closer.opens && closer.closes);
  const sum = opener.length + closer.length;
  return !eitherWay || sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
