import "./prose.css";
import { createElement, type ReactNode } from "react";
import { plainOf } from "@/domain/prose/plain";
import type { Block, Inline, List, ListItem, Mark, Paragraph, Prose } from "@/domain/prose/prose";
import { isSafeHref } from "@/domain/prose/safe-href";
import { directionOf } from "@/domain/text/direction";

export type Shown = {
  /** What people are called today; left out for who is not known here. */
  nameOf?: ((userId: string) => string | undefined) | undefined;
  /** Shows what is neither a paragraph nor a list. */
  other: (block: OtherBlock) => ReactNode;
};

export type OtherBlock = Exclude<Block, Paragraph | List>;

/** Shows a text with its formatting, with elements of our own: nothing in it is ever read as markup. */
export function ProseText({ prose, ...shown }: { prose: Prose } & Shown) {
  return (
    <div className="prose-text">
      <Blocks of={prose.content} {...shown} />
    </div>
  );
}

export const Blocks = ({ of, ...shown }: { of: readonly Block[] } & Shown) =>
  Object.entries(of).map(([at, block]) => <Part key={at} block={block} {...shown} />);

function Part({ block, ...shown }: { block: Block } & Shown): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p dir="auto">
          <Inlines of={block.content ?? []} nameOf={shown.nameOf} />
        </p>
      );
    case "bulletList":
      return <ul dir={directionIn(block)}>{items(block.content, shown)}</ul>;
    case "orderedList":
      return (
        <ol dir={directionIn(block)} start={block.attrs?.start}>
          {items(block.content, shown)}
        </ol>
      );
    default:
      return shown.other(block);
  }
}

/** The signs of a list stand where its first words begin. */
const directionIn = (list: List) => directionOf(plainOf({ type: "doc", content: [list] }), "ltr");

const items = (of: readonly ListItem[], shown: Shown) =>
  Object.entries(of).map(([at, item]) => (
    <li key={at}>
      <Blocks of={item.content} {...shown} />
    </li>
  ));

export const Inlines = ({ of, nameOf }: { of: readonly Inline[] } & Pick<Shown, "nameOf">) =>
  Object.entries(of).map(([at, inline]) => <Said key={at} inline={inline} nameOf={nameOf} />);

function Said({ inline, nameOf }: { inline: Inline } & Pick<Shown, "nameOf">): ReactNode {
  const marked = (words: ReactNode) => (inline.marks ?? []).reduce(withMark, words);
  switch (inline.type) {
    case "text":
      return marked(inline.text);
    case "hardBreak":
      return <br />;
    case "mention": {
      const { userId, label } = inline.attrs;
      return marked(<span className="mention">@{nameOf?.(userId) ?? label}</span>);
    }
  }
}

const tags = { bold: "strong", italic: "em", code: "code" } as const;

function withMark(words: ReactNode, mark: Mark): ReactNode {
  if (mark.type === "tagged") return words;
  if (mark.type !== "link") return createElement(tags[mark.type], null, words);
  const { href } = mark.attrs;
  if (!isSafeHref(href)) return words;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}
