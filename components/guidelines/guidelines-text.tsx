import "./guidelines.css";
import { createElement, type ReactNode } from "react";
import { Blocks, Inlines, type OtherBlock, ProseText, type Shown } from "@/components/prose/prose-text";
import { Scrollable } from "@/components/ui/scrollable";
import type { Prose, Words } from "@/domain/prose/prose";

type Known = {
  /** What blocks that may be scrolled are called. */
  label: string;
  /** The name of a kind of tag. */
  kindName: (kind: string) => string;
};

/** Headings begin below that of the page. */
const LOWER = 2;

/** Shows guidelines, and the tags of their examples as the reader draws them. */
export function GuidelinesText({ prose, ...known }: { prose: Prose } & Known) {
  const shown: Shown = { other: (block) => <Other block={block} known={known} shown={shown} /> };
  return (
    <div dir="auto" className="guidelines">
      <ProseText prose={prose} {...shown} />
    </div>
  );
}

function Other({ block, known, shown }: { block: OtherBlock; known: Known; shown: Shown }): ReactNode {
  switch (block.type) {
    case "heading":
      return createElement(
        `h${block.attrs.level + LOWER}`,
        { dir: "auto", "data-level": block.attrs.level },
        <Inlines of={block.content ?? []} />,
      );
    case "blockquote":
      return (
        <blockquote>
          <Blocks of={block.content} {...shown} />
        </blockquote>
      );
    case "example":
      return <Example words={block.content ?? []} kindName={known.kindName} />;
    case "codeBlock":
      return (
        <Scrollable label={known.label} className="overflow-x-auto">
          <pre dir="ltr">
            <code>{(block.content ?? []).map(({ text }) => text).join("")}</code>
          </pre>
        </Scrollable>
      );
    case "horizontalRule":
      return <hr />;
    case "reportQuote":
      return null;
  }
}

const Example = ({ words, kindName }: { words: readonly Words[]; kindName: Known["kindName"] }) => (
  <div className="prose-example" dir="auto">
    {Object.entries(words).map(([at, { text, marks = [] }]) => {
      const tagged = marks.find((mark) => mark.type === "tagged");
      if (!tagged) return text;
      const { kind } = tagged.attrs;
      return (
        <mark key={at} className="tagged" data-kind={kind} data-name={kindName(kind)}>
          {text}
        </mark>
      );
    })}
  </div>
);
