import type { Cut } from "@/domain/interchange/pieces";
import type { CutSentence } from "@/domain/interchange/tokens";

/** A token, or a part of one that something begins or ends in. */
export type Unit = Cut & { id: string; marks: Mark[]; links: LinkMark[] };
export type Mark = { units: Unit[]; values: readonly string[]; number?: number };
export type LinkMark = { values: readonly string[]; from: Mark; to: Mark };

export type TokenRow = { unit: Unit; parts: Unit[] };
export type Rows = {
  sentences: readonly { cut: CutSentence; rows: readonly TokenRow[] }[];
  tokens: readonly TokenRow[];
};

const unitOf = ({ start, end }: Cut, id = ""): Unit => ({ start, end, id, marks: [], links: [] });

/** One row for each token, in order. */
export function rowsOf(sentences: readonly CutSentence[]): Rows {
  const all: TokenRow[] = [];
  const made = sentences.map((cut, sentence) => {
    const rows = cut.tokens.map((token, nth) => ({ unit: unitOf(token, `${sentence + 1}-${nth + 1}`), parts: [] }));
    all.push(...rows);
    return { cut, rows };
  });
  return { sentences: made, tokens: all };
}

/** The first token that ends behind a position. */
function firstBehind(tokens: readonly TokenRow[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.unit.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The units that a stretch covers: whole tokens, and parts where it begins or ends within one. None on blanks. */
export function unitsOver({ tokens }: Rows, { start, end }: Cut): Unit[] {
  const units: Unit[] = [];
  for (let at = firstBehind(tokens, start); at < tokens.length; at += 1) {
    const row = tokens[at];
    if (!row || row.unit.start >= end) break;
    const part = { start: Math.max(start, row.unit.start), end: Math.min(end, row.unit.end) };
    if (part.start === row.unit.start && part.end === row.unit.end) units.push(row.unit);
    else units.push(partIn(row, part));
  }
  return units;
}

function partIn({ parts }: TokenRow, cut: Cut): Unit {
  const known = parts.find(({ start, end }) => start === cut.start && end === cut.end);
  if (known) return known;
  const made = unitOf(cut);
  parts.push(made);
  return made;
}

/** Names the parts, and numbers what goes over several units or shares one with another. */
export function numbered({ tokens }: Rows, marks: readonly Mark[]): void {
  for (const { unit, parts } of tokens) {
    parts.sort((a, b) => a.start - b.start || a.end - b.end);
    parts.forEach((part, nth) => {
      part.id = `${unit.id}.${nth + 1}`;
    });
  }
  let next = 1;
  for (const mark of marks) {
    if (mark.units.length < 2 && (mark.units[0]?.marks.length ?? 0) < 2) continue;
    mark.number = next;
    next += 1;
  }
}
