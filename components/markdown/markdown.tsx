"use client";

import "./markdown.css";
import { createElement, type ReactNode, useMemo } from "react";
import { parseMarkdown } from "@/components/markdown/parse-markdown";
import type { Inline, ProseBlock } from "@/components/markdown/prose";
import { Scrollable } from "@/components/ui/scrollable";

/** Shows Markdown with elements of our own; its headings begin below the page's, at `level`. */
export function Markdown({ source, level = 3, label }: { source: string; level?: number; label: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div dir="auto" className="prose flex flex-col gap-3">
      <Blocks blocks={blocks} level={level} label={label} />
    </div>
  );
}

type Shown = { level: number; label: string };

const Blocks = ({ blocks, ...shown }: { blocks: readonly ProseBlock[] } & Shown) =>
  Object.entries(blocks).map(([at, block]) => <Block key={at} block={block} {...shown} />);

function Block({ block, level, label }: { block: ProseBlock } & Shown): ReactNode {
  switch (block.is) {
    case "heading":
      return createElement(`h${Math.min(6, level - 1 + block.level)}`, { dir: "auto" }, <Words of={block.of} />);
    case "paragraph":
      return (
        <p dir="auto">
          <Words of={block.of} />
        </p>
      );
    case "list": {
      const items = Object.entries(block.items).map(([at, item]) => (
        <li key={at}>
          <Blocks blocks={item} level={level} label={label} />
        </li>
      ));
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.of} level={level} label={label} />
        </blockquote>
      );
    case "code":
      return (
        <Scrollable label={label} className="overflow-x-auto">
          <pre dir="ltr">{block.text}</pre>
        </Scrollable>
      );
    case "table":
      return (
        <Scrollable label={label} className="overflow-x-auto">
          <table>
            <thead>
              <tr>{cells(block.head, "th")}</tr>
            </thead>
            <tbody>
              {Object.entries(block.rows).map(([at, row]) => (
                <tr key={at}>{cells(row, "td")}</tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      );
    case "rule":
      return <hr />;
  }
}

const cells = (row: readonly (readonly Inline[])[], tag: "th" | "td") =>
  Object.entries(row).map(([at, cell]) => createElement(tag, { key: at, dir: "auto" }, <Words of={cell} />));

const Words = ({ of }: { of: readonly Inline[] }) =>
  Object.entries(of).map(([at, inline]) => <Said key={at} inline={inline} />);

const tags = { strong: "strong", emphasis: "em", struck: "s" } as const;

function Said({ inline }: { inline: Inline }): ReactNode {
  if (typeof inline === "string") return inline;
  switch (inline.is) {
    case "code":
      return <code>{inline.text}</code>;
    case "break":
      return <br />;
    case "link":
      return (
        <a href={inline.href} target="_blank" rel="noreferrer" className="link">
          <Words of={inline.of} />
        </a>
      );
    default:
      return createElement(tags[inline.is], null, <Words of={inline.of} />);
  }
}
