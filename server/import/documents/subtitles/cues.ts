import type { Inline } from "@/domain/document/piece";
import type { Mark } from "@/domain/document/range";
import type { Warnings } from "../warnings";

/** What is said from one moment to another, in milliseconds. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly speaker: string | undefined;
  readonly words: readonly Inline[];
}

const TIME = String.raw`(?:(\d{1,5}):)?(\d{1,2}):(\d{2})(?:[,.](\d{1,3}))?`;
/** As it should be, and as people and programs that mend dashes leave it. */
const ARROW = "(?:-{1,3} ?>|[–—]>|→)";
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*${ARROW}\s*${TIME}(?:\s.*)?$`);

/**
 * The cues of an SRT or WebVTT file. A blank line inside a cue ends nothing in SRT: a cue goes on until the number and
 * the times of the next one. In WebVTT it ends the cue.
 */
export function cuesIn(text: string, kind: "srt" | "vtt", warnings: Warnings): Cue[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const starts = lines.flatMap((line, at) => (TIMES.test(line) ? [at] : []));
  tellUnreadable(lines, warnings);
  return starts.flatMap((at, nth) => {
    const next = starts[nth + 1] ?? lines.length;
    const body = bodyOf(lines.slice(at + 1, next), kind, next < lines.length);
    const times = timesOf(lines[at] ?? "");
    if (times.to < times.from) warnings.add("times-unreadable", `line ${at + 1}`);
    return [{ ...times, to: Math.max(times.from, times.to), ...wordsOf(body, kind) }];
  });
}

/** Lines with an arrow, or with two times, that say no time. */
const MEANT = /-->|^\s*\d{1,5}:\d{2}\D.*\d:\d{2}/;

function tellUnreadable(lines: readonly string[], warnings: Warnings): void {
  lines.forEach((line, at) => {
    if (MEANT.test(line) && !TIMES.test(line)) warnings.add("times-unreadable", `line ${at + 1}`);
  });
}

function bodyOf(lines: readonly string[], kind: "srt" | "vtt", followed: boolean): string {
  if (kind === "vtt") {
    const end = lines.findIndex((line) => line.trim() === "");
    return lines.slice(0, end < 0 ? lines.length : end).join("\n");
  }
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === "") end -= 1;
  if (followed && /^\s*\d+\s*$/.test(lines[end - 1] ?? "") && (end < 2 || lines[end - 2]?.trim() === "")) end -= 1;
  return lines.slice(0, end).join("\n").trim();
}

function timesOf(line: string): { from: number; to: number } {
  const [, h1, m1, s1, f1, h2, m2, s2, f2] = TIMES.exec(line) ?? [];
  const ms = (h = "0", m = "0", s = "0", f = "0") =>
    ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(f.padEnd(3, "0"));
  return { from: ms(h1, m1, s1, f1), to: ms(h2, m2, s2, f2) };
}

const TAG = /<(\/?)([a-z]+|\d[\d:.]*)((?:[.\s][^<>]*)?)>|\{\\[^{}]*\}/gi;
const MARKS: Readonly<Record<string, Mark>> = { i: { is: "italic" }, b: { is: "bold" }, u: { is: "underline" } };

/** The words of a cue without its tags; emphasis is kept as marks, the voice as the speaker. */
function wordsOf(body: string, kind: "srt" | "vtt"): { words: Inline[]; speaker: string | undefined } {
  const words: Inline[] = [];
  const open = new Map<string, Mark>();
  let speaker: string | undefined;
  let at = 0;
  const write = (raw: string) => {
    const text = kind === "vtt" ? withoutEntities(raw) : raw;
    if (text !== "") words.push({ text, marks: [...open.values()] });
  };
  for (const tag of body.matchAll(TAG)) {
    write(body.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase() ?? "";
    const mark = MARKS[name];
    if (mark && tag[1]) open.delete(name);
    else if (mark) open.set(name, mark);
    else if (name === "v" && !tag[1])
      speaker ??=
        withoutEntities(tag[3] ?? "")
          .replace(/^\S*\s+/, "")
          .trim() || undefined;
    else if (name === "rt") words.push({ text: tag[1] ? ")" : "(", marks: [] });
  }
  write(body.slice(at));
  return { words, speaker };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  lrm: "\u200e",
  rlm: "\u200f",
};

/** The entities that WebVTT has (W3C WebVTT, 4.2.2). */
const withoutEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (all, name: string) => ENTITIES[name] ?? all);
