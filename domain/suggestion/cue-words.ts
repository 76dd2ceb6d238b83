import type { CodePointRange } from "@/domain/text/offsets";
import { codePoint, utf16 } from "@/domain/text/offsets";
import type { Passage } from "@/domain/text/segment";

const ENGLISH =
  "(?:(?:further|also|later|earlier|previously) )?(?:said|says|reported|reports|added|adds|told|stated|announced|announces|declared|confirmed|confirms|claimed|claims|noted|stressed|explained|warned|revealed|disclosed|pointed (?:to|out)|underlined|denied|denies|wrote|described|asserted|insisted|mentioned|argued|alleged|acknowledged|admitted|quoted|according to)";
const ARABIC =
  "[وف]?(?:قال|قالت|قالوا|أضاف|أضافت|أفاد|أفادت|ذكر|ذكرت|أعلن|أعلنت|أكد|أكدت|أوضح|أوضحت|أشار|أشارت|صرح|صرحت|نقلت|نفى|نفت|كشف|كشفت|زعم|زعمت|بحسب|وفقا ل|وفق|حسب)";
const CUE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${ENGLISH}|${ARABIC})(?![\\p{L}\\p{M}])`, "giu");

/** How far a cue may stand from the source it belongs to when the claim does not bound it, in UTF-16 units. */
const REACH = 60;

/**
 * The words that tie a claim to its source: "said", "pointed to", "according to", "قالت". Between the two the last
 * before the claim counts; else the nearest right after or before the source. Positions are those of the whole text;
 * undefined when there is none within the passage, which should be one block, and within their sentence.
 */
export function cueWordsNear(
  within: Passage,
  source: CodePointRange,
  claim: CodePointRange,
  sentence: { readonly start: number; readonly end: number },
): CodePointRange | undefined {
  const at = (position: number) => within.index.toUtf16(codePoint(position - within.start));
  const [first, last] = [at(codePoint(sentence.start)), at(codePoint(sentence.end))];
  const cues = [...within.text.matchAll(CUE)]
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
    .filter(({ from, to }) => from >= first && to <= last);
  const [sourceStart, sourceEnd] = [at(source.start), at(source.end)];
  const between =
    source.end <= claim.start
      ? cues.findLast(({ from, to }) => from >= sourceEnd && to <= at(claim.start))
      : cues.find(({ from, to }) => from >= at(claim.end) && to <= sourceStart);
  const after = cues.find(({ from }) => from >= sourceEnd && from <= sourceEnd + REACH);
  const before = cues.findLast(({ from, to }) => to <= sourceStart && from >= sourceStart - REACH);
  const cue = between ?? after ?? before;
  if (!cue) return undefined;
  const back = (position: number) => codePoint(within.start + within.index.toCodePoint(utf16(position)));
  return { start: back(cue.from), end: back(cue.to) };
}
