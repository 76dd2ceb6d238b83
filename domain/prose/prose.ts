import type { RevisionId, UserId } from "@/domain/ids";

/** What people write with some formatting, as TipTap keeps it: data, no markup, nothing that runs. */
export type Prose = { readonly type: "doc"; readonly content: Block[] };

export type Block = Paragraph | List | ReportQuote | Heading | Blockquote | Example | CodeBlock | Rule;

export type Paragraph = { readonly type: "paragraph"; readonly content?: Inline[] };

export type List = {
  readonly type: "bulletList" | "orderedList";
  /** The number of an ordered list's first item, where it need not be 1. */
  readonly attrs?: { readonly start: number };
  readonly content: ListItem[];
};

export type ListItem = { readonly type: "listItem"; readonly content: Block[] };

/** Words of a report, with where they stand: it leads back to them. */
export type ReportQuote = {
  readonly type: "reportQuote";
  readonly attrs: { readonly revisionId: RevisionId; readonly segments: readonly QuotedSegment[] };
};

export type Heading = {
  readonly type: "heading";
  readonly attrs: { readonly level: 1 | 2 | 3 };
  readonly content?: Inline[];
};

export type Blockquote = { readonly type: "blockquote"; readonly content: Block[] };

/** Words as a report might have them, with the tags that they would get (mark `tagged`). */
export type Example = { readonly type: "example"; readonly content?: Words[] };

/** Lines that are shown as they stand. */
export type CodeBlock = { readonly type: "codeBlock"; readonly content?: Words[] };

export type Rule = { readonly type: "horizontalRule" };

export type QuotedSegment = { readonly start: number; readonly end: number; readonly quote: string };

export type Inline = Words | Mention | LineBreak;

export type Words = { readonly type: "text"; readonly text: string; readonly marks?: Mark[] };

/** A person who is called by name; `label` is the name, or the address of one of several with the same name. */
export type Mention = {
  readonly type: "mention";
  readonly attrs: { readonly userId: UserId; readonly label: string };
  readonly marks?: Mark[];
};

export type LineBreak = { readonly type: "hardBreak"; readonly marks?: Mark[] };

export type Mark =
  | { readonly type: "bold" | "italic" | "code" }
  | { readonly type: "tagged"; readonly attrs: { readonly kind: string } }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };
