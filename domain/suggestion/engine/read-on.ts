import type { Proposal, Stretch } from "./proposal";

/** UTF-16 units of a text that an engine reads at a time, about, so that others wait for a moment only. */
const AT_ONCE = 20_000;

type Part = { text: string; before: string; start: number };
export type Chapter = { text: string; blocks: Part[]; start: number };

/** A report in stretches of whole blocks; `start` is where one begins, in code points. */
export function chaptersOf(blocks: readonly Part[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const block of blocks) {
    const last = chapters.at(-1);
    if (last && last.text.length < AT_ONCE) {
      last.text += block.before + block.text;
      last.blocks.push(block);
    } else chapters.push({ text: block.text, blocks: [block], start: block.start });
  }
  return chapters;
}

/** Proposals for a chapter as they stand in the whole report; keys stay apart. */
export function placedIn(proposal: Proposal, { start }: Pick<Chapter, "start">, nth: number): Proposal {
  const moved = (span: Stretch) => ({ start: span.start + start, end: span.end + start });
  const key = (name: string) => (nth === 0 ? name : `${nth}/${name}`);
  const placed = { ...proposal, key: key(proposal.key), spans: proposal.spans.map(moved) };
  if (placed.kind !== "claim") return placed;
  const links = placed.links.map((link) => ({
    ...link,
    ...(link.to !== undefined && { to: key(link.to) }),
    ...(link.cue && { cue: moved(link.cue) }),
  }));
  return { ...placed, links };
}
