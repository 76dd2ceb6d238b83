import type { RevisionId, UserId } from "@/domain/ids";

/** What people write with some formatting, as TipTap keeps it: data, no markup, nothing that runs. */
export type Prose = { readonly type: "doc"; readonly content: Block[] };

export type Block = Paragraph | List | ReportQuote;

export type Paragraph = { readonly type: "paragraph"; readonly content?: Inline[] };

export type List = { readonly type: "bulletList" | "orderedList"; readonly content: ListItem[] };

export type ListItem = { readonly type: "listItem"; readonly content: Block[] };

/** Words of a report, with where they stand: it leads back to them. */
export type ReportQuote = {
  readonly type: "reportQuote";
  readonly attrs: { readonly revisionId: RevisionId; readonly segments: readonly QuotedSegment[] };
};

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
  | { readonly type: "bold" | "italic" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };
