import type { Block, Inline, ListItem, Mention, Prose, ReportQuote } from "@/domain/prose/prose";

type Part = Block | ListItem | Inline;
type Found<Type extends Part> = { readonly part: Type; readonly at: readonly (string | number)[] };

/** Everything in a text, in its order, with its path ("content", 0, "content", 1). */
export function* partsOf(parts: readonly Part[], above: readonly (string | number)[] = []): Generator<Found<Part>> {
  for (const [index, part] of parts.entries()) {
    const at = [...above, "content", index];
    yield { part, at };
    if ("content" in part && part.content) yield* partsOf(part.content, at);
  }
}

/** The people that a text calls by name. */
export const mentionsIn = ({ content }: Prose): Found<Mention>[] =>
  [...partsOf(content)].flatMap(({ part, at }) => (part.type === "mention" ? [{ part, at }] : []));

/** The words of the report that a text quotes. */
export const quotesIn = ({ content }: Prose): Found<ReportQuote>[] =>
  [...partsOf(content)].flatMap(({ part, at }) => (part.type === "reportQuote" ? [{ part, at }] : []));

/** The same text with what `change` makes of everybody whom it calls by name. */
export function withMentions(prose: Prose, change: (mention: Mention) => Inline): Prose {
  return { ...prose, content: prose.content.map((block) => inBlock(block, change)) };
}

function inBlock(block: Block, change: (mention: Mention) => Inline): Block {
  switch (block.type) {
    case "paragraph": {
      const content = block.content?.map((inline) => (inline.type === "mention" ? change(inline) : inline));
      return { ...block, ...(content ? { content } : {}) };
    }
    case "bulletList":
    case "orderedList":
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map((each) => inBlock(each, change)) })),
      };
    default:
      return block;
  }
}
