import type { Project } from "@/domain/project/project";

type Conventions = Project["events"]["conventions"];

/** One convention a line: the words, and what they stand for: "dozens = 24+", "several = 3–6", "a pair = 2". */
export const conventionsText = (conventions: Conventions): string =>
  conventions
    .map(
      ({ words, low, high }) => `${words} = ${high === undefined ? `${low}+` : high === low ? low : `${low}–${high}`}`,
    )
    .join("\n");

const line = /^(.+?)\s*=\s*(\d{1,9})\s*(?:(\+)|[-–]\s*(\d{1,9}))?$/u;

/** Reads what `conventionsText` writes; `unread` is the first line that says nothing of the kind. */
export function conventionsIn(text: string): { conventions: Conventions; unread?: string } {
  const conventions: Conventions = [];
  for (const each of text.split("\n").map((words) => words.trim())) {
    if (each === "") continue;
    const [, words = "", low, more, high] = line.exec(each) ?? [];
    if (low === undefined) return { conventions, unread: each };
    const upper = more ? undefined : Number(high ?? low);
    conventions.push({ words: words.trim(), low: Number(low), ...(upper !== undefined && { high: upper }) });
  }
  return { conventions };
}
