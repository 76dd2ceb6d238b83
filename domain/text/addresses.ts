import { type Utf16Range, utf16 } from "./offsets";

const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s<>"«»“”„،؛؟\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** What a sentence puts after an address, not the address. */
const AFTER = /[\p{DI}.,;:!?…'’”»*_~\]}]+$/u;

/** Web and mail addresses in a block, without the punctuation after them. UTF-16 units. */
export function addressesIn(block: string): Utf16Range[] {
  if (!block.includes("://") && !block.includes("@") && !/www\./i.test(block)) return [];
  return [...block.matchAll(ADDRESS)].map(({ index, 0: found }) => ({
    start: utf16(index),
    end: utf16(index + bare(found).length),
  }));
}

/** A closing bracket belongs to an address only if it was opened there. */
function bare(found: string): string {
  const cut = found.replace(AFTER, "");
  return cut.endsWith(")") && count(cut, ")") > count(cut, "(") ? bare(cut.slice(0, -1)) : cut;
}

const count = (text: string, sign: string) => text.split(sign).length;
