import { characterAt, plainly } from "@/domain/prose/markdown/characters";
import { pairUp, type Run, runOf } from "@/domain/prose/markdown/emphasis";
import { joined, type NotHeld, type Parts } from "@/domain/prose/markdown/join-inline";
import type { Inline } from "@/domain/prose/prose";
import { isSafeHref } from "@/domain/prose/safe-href";

type Bracket = { readonly at: number; readonly runs: number; readonly isPicture: boolean };
type Reading = Parts & {
  readonly source: string;
  readonly runs: Run[];
  readonly brackets: Bracket[];
  /** So many of the brackets stand around a link already, which can't be in another. */
  linked: number;
  readonly fences: ReadonlyMap<number, number[]>;
};

/**
 * The words of a paragraph (its lines joined by "\n") with their formatting. HTML is words like any other, a picture is
 * its description, and only links to web and mail addresses lead anywhere.
 */
export function inlinesOf(source: string, lost: Set<NotHeld>): Inline[] {
  const reading: Reading = {
    source,
    parts: [],
    runs: [],
    brackets: [],
    linked: 0,
    marked: [],
    links: [],
    fences: fencesIn(source),
    lost,
  };
  for (let at = 0; at < source.length; ) at = readAt(reading, at);
  reading.marked.push(...pairUp(reading.runs));
  return joined(reading);
}

function readAt(reading: Reading, at: number): number {
  const { source } = reading;
  switch (source[at]) {
    case "\\":
      return backslash(reading, at);
    case "`":
      return code(reading, at);
    case "*":
    case "_":
    case "~":
      return run(reading, at);
    case "!":
      if (source[at + 1] === "[") return bracket(reading, at, 2);
      return words(reading, at, 1);
    case "[":
      return bracket(reading, at, 1);
    case "]":
      return closeBracket(reading, at);
    case "<":
      return angle(reading, at);
    case "&":
      return character(reading, at);
    case "\n":
      return lineEnd(reading, at);
    case "h":
    case "H":
      return address(reading, at);
    default:
      return words(reading, at, runLength(source, at));
  }
}

const ordinary = /[^\\`*_~![\]<&\nhH]+/y;
function runLength(source: string, at: number): number {
  ordinary.lastIndex = at;
  return ordinary.exec(source)?.[0].length ?? 1;
}

function say(reading: Reading, text: string): void {
  const last = reading.parts.at(-1);
  const isWords = last && !last.code && !last.isBreak && !last.run && !last.alone && last.href === undefined;
  if (isWords) last.text += text;
  else reading.parts.push({ text });
}

function words(reading: Reading, at: number, length: number): number {
  say(reading, reading.source.slice(at, at + length));
  return at + length;
}

function backslash(reading: Reading, at: number): number {
  const next = reading.source[at + 1];
  if (next === "\n") {
    reading.parts.push({ text: "", isBreak: true });
    return at + 2;
  }
  const isSign = next !== undefined && /[!-/:-@[-`{-~]/.test(next);
  say(reading, isSign ? next : "\\");
  return at + (isSign ? 2 : 1);
}

function character(reading: Reading, at: number): number {
  const found = characterAt(reading.source.slice(at, at + 12));
  say(reading, found?.text ?? "&");
  return at + (found?.length ?? 1);
}

/** A line that ends in two spaces ends for good, others go on after a space. */
function lineEnd(reading: Reading, at: number): number {
  const last = reading.parts.at(-1);
  const isHard = reading.source.slice(Math.max(0, at - 2), at) === "  ";
  if (last && !last.code && !last.run) last.text = last.text.trimEnd();
  if (isHard) reading.parts.push({ text: "", isBreak: true });
  else say(reading, " ");
  let next = at + 1;
  while (reading.source[next] === " " || reading.source[next] === "\t") next += 1;
  return next;
}

function fencesIn(source: string): Map<number, number[]> {
  const fences = new Map<number, number[]>();
  for (const { index, 0: fence } of source.matchAll(/`+/g)) {
    const same = fences.get(fence.length) ?? [];
    same.push(index);
    fences.set(fence.length, same);
  }
  for (const places of fences.values()) places.reverse();
  return fences;
}

function code(reading: Reading, at: number): number {
  const { source } = reading;
  let length = 1;
  while (source[at + length] === "`") length += 1;
  const places = reading.fences.get(length);
  while (places && places.length > 0 && (places.at(-1) ?? 0) < at + length) places.pop();
  const end = places?.at(-1);
  if (end === undefined) return words(reading, at, length);
  const inside = source.slice(at + length, end).replace(/\n/g, " ");
  const isPadded = /^ .* $/s.test(inside) && inside.trim() !== "";
  reading.parts.push({ text: isPadded ? inside.slice(1, -1) : inside, code: true });
  return end + length;
}

function run(reading: Reading, at: number): number {
  const { source, parts, runs } = reading;
  const sign = source[at] ?? "";
  let length = 1;
  while (source[at + length] === sign) length += 1;
  const [before = ""] = [...source.slice(Math.max(0, at - 2), at)].slice(-1);
  const [after = ""] = [...source.slice(at + length, at + length + 2)];
  const made = runOf(sign, length, { before, after, at: parts.length });
  parts.push({ text: "", run: made });
  runs.push(made);
  return at + length;
}

function bracket(reading: Reading, at: number, length: 1 | 2): number {
  const { source, parts, brackets, runs } = reading;
  brackets.push({ at: parts.length, runs: runs.length, isPicture: length === 2 });
  parts.push({ text: source.slice(at, at + length), alone: true });
  return at + length;
}

const target =
  /\(\s{0,20}(?:<((?:\\.|[^\\<>\n]){0,2000})>|((?:\\.|[^\\\s()<>]|\([^\s()]{0,500}\)){0,2000}))(?:\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,20}\)/y;

function closeBracket(reading: Reading, at: number): number {
  const { source, parts, brackets, runs, links, lost } = reading;
  const opener = brackets.pop();
  const isInLink = brackets.length < reading.linked;
  reading.linked = Math.min(reading.linked, brackets.length);
  if (!opener || (isInLink && !opener.isPicture)) return words(reading, at, 1);
  target.lastIndex = at + 1;
  const found = target.exec(source);
  if (!found) return words(reading, at, 1);
  reading.marked.push(...pairUp(runs.splice(opener.runs)));
  const opening = parts[opener.at];
  if (opening) opening.text = "";
  if (opener.isPicture) lost.add("picture");
  else {
    reading.linked = brackets.length;
    const href = plainly(found[1] ?? found[2] ?? "");
    if (isSafeHref(href)) links.push({ from: opener.at, to: parts.length, href });
    else lost.add("link");
  }
  parts.push({ text: "", alone: true });
  return at + 1 + found[0].length;
}

const inAngles = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100}){1,9})>/iy;

function angle(reading: Reading, at: number): number {
  inAngles.lastIndex = at;
  const found = inAngles.exec(reading.source);
  const words_ = found?.[1];
  if (!found || words_ === undefined) return words(reading, at, 1);
  const href = /^(?:https?|mailto):/i.test(words_) ? words_ : `mailto:${words_}`;
  reading.parts.push({ text: words_, ...(isSafeHref(href) && { href }) });
  return at + found[0].length;
}

const bare = /https?:\/\/[^\s<>"“”`\\[\]]{1,2000}/iy;

function address(reading: Reading, at: number): number {
  const { source } = reading;
  bare.lastIndex = at;
  const found = /[\p{L}\p{N}]$/u.test(source.slice(Math.max(0, at - 2), at)) ? null : bare.exec(source);
  const href = found?.[0].replace(/[.,;:!?'*_~&]+$/, "");
  const trimmed = href !== undefined && !href.includes("(") ? href.replace(/\).*$/, "") : href;
  if (trimmed === undefined || !isSafeHref(trimmed)) return words(reading, at, 1);
  reading.parts.push({ text: trimmed, href: trimmed });
  return at + trimmed.length;
}
