import type { Block } from "@/domain/text/blocks";

/** Some blocks of a revision, in order, as PostgreSQL reads arrays: written into one statement as they are. */
export type BlockPart = {
  ordinals: string;
  types: string;
  attributes: string;
  starts: string;
  befores: string;
  texts: string;
};

/** Blocks and UTF-16 units of one statement: so many that it takes some milliseconds, and nobody waits for it. */
const BLOCKS_AT_ONCE = 500;
const UNITS_AT_ONCE = 128_000;

/** A revision's blocks in parts, each small enough for one statement. */
export function* partsOf(blocks: readonly Block[]): Generator<BlockPart> {
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    for (let units = 0; to < blocks.length && to - from < BLOCKS_AT_ONCE && units < UNITS_AT_ONCE; to += 1) {
      units += (blocks[to]?.text.length ?? 0) + (blocks[to]?.before.length ?? 0);
    }
    yield partOf(blocks.slice(from, to));
    from = to;
  }
}

const partOf = (blocks: readonly Block[]): BlockPart => ({
  ordinals: `{${blocks.map(({ ordinal }) => ordinal).join(",")}}`,
  types: arrayOf(blocks.map(({ type }) => type)),
  attributes: arrayOf(blocks.map(({ attributes }) => JSON.stringify(attributes))),
  starts: `{${blocks.map(({ start }) => start).join(",")}}`,
  befores: arrayOf(blocks.map(({ before }) => before)),
  texts: arrayOf(blocks.map(({ text }) => text)),
});

/** PostgreSQL's own form of an array of texts (its manual, 8.15.6). */
const arrayOf = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
