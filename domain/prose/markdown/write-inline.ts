import { byNumber, lookOf } from "@/domain/prose/markdown/characters";
import type { Inline, Mark } from "@/domain/prose/prose";

/** One character, or a code span, and how it is written. */
type Unit = { written: string; readonly character: string };
type Piece = { readonly units: Unit[]; readonly marks: ReadonlySet<string> };

/** Words with their formatting as Markdown, a line break as a backslash at the end of a line. */
export function inlineMarkdown(inlines: readonly Inline[]): string {
  const lines = linesOf(inlines);
  return lines.map(lineMarkdown).join("\\\n");
}

function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  // A break at the very end would be a backslash.
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

const hrefOf = ({ marks = [] }: Inline) => marks.find((mark) => mark.type === "link")?.attrs.href;

function lineMarkdown(inlines: readonly Inline[]): string {
  const parts: { href: string | undefined; of: Inline[] }[] = [];
  for (const inline of inlines) {
    const href = hrefOf(inline);
    const last = parts.at(-1);
    if (last && last.href === href) last.of.push(inline);
    else parts.push({ href, of: [inline] });
  }
  const written = parts.map(({ href, of }, nth) => {
    if (href === undefined)
      return formatted(of, { before: nth > 0 ? "]" : "", after: nth < parts.length - 1 ? "[" : "" });
    return linked(of, href);
  });
  return written.join("");
}

function linked(of: readonly Inline[], href: string): string {
  const [only] = of;
  const isItself = of.length === 1 && only?.type === "text" && only.text === href && only.marks?.length === 1;
  if (isItself && !/[<>\\&]/.test(href)) return `<${href}>`;
  return `[${formatted(of, { before: "[", after: "]" })}](${destination(href)})`;
}

function destination(href: string): string {
  const safe = href.replace(/[\\<>]/g, "\\$&").replace(/&(?=[#a-z\d]{1,9};)/gi, "&amp;");
  return /[()<>]/.test(href) ? `<${safe}>` : safe;
}

type Around = { readonly before: string; readonly after: string };

/** Bold and italic words; a mark stays open as long as it goes on. */
function formatted(of: readonly Inline[], around: Around): string {
  const pieces = of.map(pieceOf);
  const borders = bordersOf(pieces);
  const units = pieces.map((piece) => piece.units);
  const sides = borders.map((_border, nth): Side => ({ left: units[nth - 1]?.at(-1), right: units[nth]?.[0], around }));
  chooseSigns(borders, sides);
  keepEdges(pieces, around);
  keepApart(borders, sides);
  return borders
    .map((border, nth) => {
      const signs = [...border.closes, ...border.opens].map(({ sign }) => sign);
      return [...signs, ...(units[nth] ?? []).map((unit) => unit.written)].join("");
    })
    .join("");
}

/** Where a mark begins and ends, and the sign that says so. */
type Span = { readonly is: "bold" | "italic"; from: number; to: number; sign: string };
type Border = { readonly closes: Span[]; readonly opens: Span[] };
type Side = { readonly left: Unit | undefined; readonly right: Unit | undefined; readonly around: Around };

function bordersOf(pieces: readonly Piece[]): Border[] {
  const open: Span[] = [];
  const lasts = (is: Span["is"], from: number) => {
    let to = from;
    while (pieces[to]?.marks.has(is)) to += 1;
    return to;
  };
  return [...pieces.keys(), pieces.length].map((nth) => {
    const marks = pieces[nth]?.marks ?? new Set<string>();
    const border: Border = { closes: [], opens: [] };
    while (open.some(({ is }) => !marks.has(is))) {
      const span = open.pop();
      if (!span) break;
      span.to = nth;
      border.closes.push(span);
    }
    const starts = (["bold", "italic"] as const).filter((is) => marks.has(is) && !open.some((span) => span.is === is));
    for (const is of starts.toSorted((x, y) => lasts(y, nth) - lasts(x, nth))) {
      const span = { is, from: nth, to: nth, sign: is === "bold" ? "**" : "_" };
      open.push(span);
      border.opens.push(span);
    }
    return border;
  });
}

const leftLook = ({ left, around }: Side) => lookOf(left ? [...left.written].at(-1) : around.before);
const rightLook = ({ right, around }: Side) => lookOf(right ? [...right.written].at(0) : around.after);

/** Within a word only a `*` is a sign; beside another sign it would be taken for part of it. */
function chooseSigns(borders: readonly Border[], sides: readonly Side[]): void {
  const isAlone = (nth: number) => {
    const { closes, opens } = borders[nth] ?? { closes: [], opens: [] };
    return closes.length + opens.length === 1;
  };
  for (const span of borders.flatMap(({ opens }) => opens)) {
    const [start, end] = [sides[span.from], sides[span.to]];
    const inWord = (start && leftLook(start) === "other") || (end && rightLook(end) === "other");
    if (span.is === "italic" && inWord && isAlone(span.from) && isAlone(span.to)) span.sign = "*";
  }
}

/** White space at the edges of a line would be lost. */
function keepEdges(pieces: readonly Piece[], { before, after }: Around): void {
  const units = pieces.flatMap((piece) => piece.units);
  for (const [unit, isEdge] of [
    [units[0], before !== "]"],
    [units.at(-1), after !== "["],
  ] as const) {
    if (unit && isEdge && /^\s$/u.test(unit.written)) unit.written = byNumber(unit.character);
  }
}

/**
 * A sign only means what it should between certain characters: where it would not, one beside it is written by its
 * number, which begins and ends with a sign. Goes both ways until nothing is left to do.
 */
function keepApart(borders: readonly Border[], sides: readonly Side[]): void {
  const both = [...borders.keys(), ...[...borders.keys()].toReversed()];
  for (let changed = true; changed; ) {
    changed = false;
    for (const nth of both) {
      const [border, side] = [borders[nth], sides[nth]];
      if (border && side) changed = settle(border, side) || changed;
    }
  }
}

function settle({ closes, opens }: Border, side: Side): boolean {
  const all = [...closes, ...opens];
  let changed = false;
  const hide = (unit: Unit | undefined) => {
    if (!unit || unit.written.startsWith("&#")) return;
    unit.written = byNumber(unit.character);
    changed = true;
  };
  for (const [nth, { sign }] of all.entries()) {
    const before = nth === 0 ? leftLook(side) : "sign";
    const after = nth === all.length - 1 ? rightLook(side) : "sign";
    const [isClosing, inWords] = [nth < closes.length, sign === "_"];
    const [inner, outer] = isClosing ? [before, after] : [after, before];
    if (inner === "space") hide(isClosing ? side.left : side.right);
    if (outer === "other" && (inner !== "other" || inWords)) hide(isClosing ? side.right : side.left);
  }
  return changed;
}

function pieceOf(inline: Inline): Piece {
  const marks = new Set((inline.marks ?? []).map((mark: Mark) => mark.type));
  if (inline.type !== "text") return { units: [], marks };
  if (marks.has("code")) return { units: [{ written: codeSpan(inline.text), character: "`" }], marks };
  return { units: unitsOf(inline.text), marks };
}

function codeSpan(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const pad = /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== "") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function unitsOf(text: string): Unit[] {
  const characters = [...text];
  return characters.map((character, at) => ({ character, written: written(character, characters, at) }));
}

function written(character: string, all: readonly string[], at: number): string {
  if (/[\\`*_[\]<]/.test(character)) return `\\${character}`;
  if (/[\n\r\t\v\f\u0085\u2028\u2029]/.test(character)) return byNumber(character);
  const [before, after] = [all[at - 1], all[at + 1]];
  if (character === "~")
    return before === undefined || after === undefined || before === "~" || after === "~" ? "\\~" : "~";
  if (character === "!") return after === undefined || after === "[" ? "\\!" : "!";
  if (character === "&") return /^&[#a-z\d]/i.test(`&${after ?? "#"}`) ? "\\&" : "&";
  // An address that is no link stays none.
  if (character === ":" && after === "/" && all[at + 2] === "/") return "\\:";
  return character;
}
