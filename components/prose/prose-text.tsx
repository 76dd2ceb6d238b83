import "./prose.css";
import type { ReactNode } from "react";
import { plainOf } from "@/domain/prose/plain";
import type { Block, Inline, List, ListItem, Mark, Prose, ReportQuote } from "@/domain/prose/prose";
import { isSafeHref } from "@/domain/prose/safe-href";
import { directionOf } from "@/domain/text/direction";

type Shown = {
  /** What people are called today; left out for who is not known here. */
  nameOf?: ((userId: string) => string | undefined) | undefined;
  quote: (quote: ReportQuote) => ReactNode;
};

/** Shows a text with its formatting, with elements of our own: nothing in it is ever read as markup. */
export function ProseText({ prose, ...shown }: { prose: Prose } & Shown) {
  return (
    <div className="prose-text">
      <Blocks of={prose.content} {...shown} />
    </div>
  );
}

const Blocks = ({ of, ...shown }: { of: readonly Block[] } & Shown) =>
  Object.entries(of).map(([at, block]) => <Part key={at} block={block} {...shown} />);

function Part({ block, ...shown }: { block: Block } & Shown): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p dir="auto">
          {Object.entries(block.content ?? []).map(([at, inline]) => (
            <Said key={at} inline={inline} {...shown} />
          ))}
        </p>
      );
    case "bulletList":
      return <ul dir={directionIn(block)}>{items(block.content, shown)}</ul>;
    case "orderedList":
      return <ol dir={directionIn(block)}>{items(block.content, shown)}</ol>;
    case "reportQuote":
      return shown.quote(block);
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

function Said({ inline, nameOf }: { inline: Inline } & Shown): ReactNode {
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

function withMark(words: ReactNode, mark: Mark): ReactNode {
  if (mark.type !== "link") return mark.type === "bold" ? <strong>{words}</strong> : <em>{words}</em>;
  const { href } = mark.attrs;
  if (!isSafeHref(href)) return words;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}
