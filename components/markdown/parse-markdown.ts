import { Lexer, type Token, type Tokens } from "marked";
import type { Inline, ProseBlock } from "@/components/markdown/prose";

/** Deeper than anybody nests lists and quotes; what goes on below is shown as it was written. */
const DEPTH = 12;

/**
 * Reads Markdown (CommonMark with tables) into data. HTML in it is text like any other, pictures are their description,
 * and only links to web and mail addresses lead anywhere. What cannot be read is shown as it was written.
 */
export function parseMarkdown(source: string): ProseBlock[] {
  try {
    return blocksOf(new Lexer({ gfm: true }).lex(source), 0);
  } catch {
    return source.split(/\n{2,}/).map((text) => ({ is: "paragraph", of: [text] }));
  }
}

function blocksOf(tokens: readonly Token[], depth: number): ProseBlock[] {
  return tokens.flatMap((token) => (depth > DEPTH ? asWritten(token) : blockOf(token as BlockToken, depth)));
}

type BlockToken =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.List
  | Tokens.Blockquote
  | Tokens.Code
  | Tokens.Table
  | Tokens.Hr
  | Tokens.Space
  | Tokens.Def
  | Tokens.HTML;

function blockOf(token: BlockToken, depth: number): ProseBlock[] {
  switch (token.type) {
    case "heading":
      return [{ is: "heading", level: token.depth, of: inlines(token.tokens, depth) }];
    case "paragraph":
      return [{ is: "paragraph", of: inlines(token.tokens, depth) }];
    case "text":
      return [{ is: "paragraph", of: token.tokens ? inlines(token.tokens, depth) : [token.text] }];
    case "list": {
      const start = token.ordered ? Number(token.start) || 1 : undefined;
      return [{ is: "list", start, items: token.items.map((item) => blocksOf(item.tokens, depth + 1)) }];
    }
    case "blockquote":
      return [{ is: "quote", of: blocksOf(token.tokens, depth + 1) }];
    case "code":
      return [{ is: "code", text: token.text }];
    case "table": {
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens, depth));
      return [{ is: "table", head: cells(token.header), rows: token.rows.map(cells) }];
    }
    case "hr":
      return [{ is: "rule" }];
    case "space":
    case "def":
      return [];
    default:
      return asWritten(token);
  }
}

const asWritten = ({ raw }: Token): ProseBlock[] => (raw.trim() === "" ? [] : [{ is: "paragraph", of: [raw.trim()] }]);

type InlineToken =
  | Tokens.Text
  | Tokens.Escape
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Codespan
  | Tokens.Link
  | Tokens.Image
  | Tokens.Br
  | Tokens.HTML;

function inlines(tokens: readonly Token[], depth: number): Inline[] {
  return tokens.flatMap((token) => (depth > DEPTH ? [token.raw] : inline(token as InlineToken, depth + 1)));
}

function inline(token: InlineToken, depth: number): Inline[] {
  switch (token.type) {
    case "text":
      return "tokens" in token && token.tokens ? inlines(token.tokens, depth) : [words(token.text)];
    case "escape":
      return [token.text];
    case "strong":
      return [{ is: "strong", of: inlines(token.tokens, depth) }];
    case "em":
      return [{ is: "emphasis", of: inlines(token.tokens, depth) }];
    case "del":
      return [{ is: "struck", of: inlines(token.tokens, depth) }];
    case "codespan":
      return [{ is: "code", text: token.text }];
    case "link": {
      const of = inlines(token.tokens, depth);
      return leadsSomewhere(token.href) ? [{ is: "link", href: token.href, of }] : of;
    }
    case "image":
      return [token.text];
    case "br":
      return [{ is: "break" }];
    default:
      return [token.raw];
  }
}

const leadsSomewhere = (href: string) => /^(?:https?:\/\/|mailto:)/i.test(href);

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** Line breaks in the source are spaces, and the few characters that people write by name are themselves. */
const words = (text: string) =>
  text.replace(/\s*\n\s*/g, " ").replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => named[name] ?? whole);
