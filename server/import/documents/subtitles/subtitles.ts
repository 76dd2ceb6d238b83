import type { Inline, Piece } from "@/domain/document/piece";
import { PARAGRAPH } from "@/domain/text/block-shape";
import { readText } from "../decoded";
import { type Extract, Unreadable } from "../extracted";
import { FoundValues } from "../found";
import { Warnings } from "../warnings";
import { type Cue, cuesIn } from "./cues";

/** So long a silence, in milliseconds, ends a paragraph; so many characters end it at the next sentence's end. */
const SILENCE = 2000;
const ENOUGH = 400;
const SENTENCE_END = /[.!?…。！？؟۔]["”’»)\]]*$/u;

/** Subtitles (SRT, WebVTT): cues follow each other as lines of paragraphs; each keeps its time. */
export const extract: Extract = (bytes, { encoding }) => {
  const warnings = new Warnings();
  const { text, encoding: read } = readText(bytes, encoding, warnings);
  const kind = /^\s*WEBVTT/.test(text) ? "vtt" : "srt";
  const cues = cuesIn(text, kind, warnings).filter(({ words }) => words.some((word) => /\S/.test(word.text)));
  if (cues.length === 0)
    throw new Unreadable("There are no subtitles in it: no line has times like 00:00:01,000 --> 00:00:02,500.");
  const found = new FoundValues();
  found.add("language", /^Language:\s*(\S+)/im.exec(text.slice(0, 1000))?.[1], "WebVTT Language");
  return { pieces: paragraphsOf(cues), warnings: warnings.all(), found: found.all(), encoding: read };
};

function paragraphsOf(cues: readonly Cue[]): Piece[] {
  const pieces: { shape: Piece["shape"]; inlines: Inline[] }[] = [];
  let last: Cue | undefined;
  let length = 0;
  for (const cue of cues) {
    const anew =
      !last ||
      cue.from - last.to > SILENCE ||
      cue.speaker !== last.speaker ||
      (length > ENOUGH && SENTENCE_END.test(spoken(last)));
    if (anew) {
      pieces.push({ shape: PARAGRAPH, inlines: [] });
      length = 0;
    }
    const inlines = pieces.at(-1)?.inlines ?? [];
    if (!anew) inlines.push({ text: "\n", marks: [] });
    if (anew && cue.speaker !== undefined) inlines.push({ text: `${cue.speaker}: `, marks: [] });
    const { from, to, speaker } = cue;
    const time = { is: "time" as const, from, to, ...(speaker !== undefined && { speaker: speaker.slice(0, 200) }) };
    inlines.push(...cue.words.map(({ text, marks }) => ({ text, marks: [...marks, time] })));
    length += spoken(cue).length;
    last = cue;
  }
  return pieces;
}

const spoken = ({ words }: Cue) =>
  words
    .map(({ text }) => text)
    .join("")
    .trim();
