import type { Span } from "@/client/desk/desk";
import type { Block } from "@/domain/report/report";
import { codePoint, type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

/** How many UTF-16 units before and after are shown; cut at white space. */
const AROUND = 40;

const indexes = new WeakMap<Block, OffsetIndex>();

function indexOf(block: Block): OffsetIndex {
  const known = indexes.get(block) ?? offsetIndex(block.text);
  indexes.set(block, known);
  return known;
}

/** Words of the text, given in code points, with what stands around them in their block. */
export function surroundings(blocks: readonly Block[], { start, end }: Span) {
  const block = blocks.findLast((each) => each.start <= start);
  if (!block) return { before: "", words: "", after: "" };
  const { text } = block;
  const at = (point: number) => indexOf(block).toUtf16(codePoint(Math.max(0, point - block.start)));
  const [from, to] = [at(start), at(end)];
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  return {
    before: from > AROUND ? `… ${before.replace(/^\S*\s/u, "")}` : before,
    words: text.slice(from, to),
    after: to + AROUND < text.length ? `${after.replace(/\s\S*$/u, "")} …` : after,
  };
}
