import { isQuotedSegments } from "@/domain/prose/quoted";
import { isSafeHref } from "@/domain/prose/safe-href";

/** What an attribute must be; `reason` says so to whoever sent another value. `usual` is what an editor begins with. */
export type AttributeRule = {
  readonly is: (value: unknown) => boolean;
  readonly reason: string;
  readonly usual?: unknown;
};

/**
 * What a node may hold: nodes of these types, at least so many, and first of all one of this type. `marks`: those that
 * the words in it may have; every mark of the schema when left out.
 */
export type Content = {
  readonly of: readonly string[];
  readonly least: 0 | 1;
  readonly first?: string;
  readonly marks?: readonly string[];
};

export type NodeRule = {
  readonly holds?: Content;
  /** It stands among words and may be bold, italic or linked. */
  readonly inline?: true;
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
};

export type MarkRule = { readonly attributes?: Readonly<Record<string, AttributeRule>> };

export type ProseSchema = {
  /** How many nodes a text has at most. */
  readonly most: number;
  /** How long it is at most, in UTF-16 units of its plain words. */
  readonly longest: number;
  readonly nodes: Readonly<Record<string, NodeRule>>;
  readonly marks: Readonly<Record<string, MarkRule>>;
};

const uuid: AttributeRule = {
  is: (value) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  reason: "A UUID.",
};

const name: AttributeRule = {
  is: (value) => typeof value === "string" && value.trim() !== "" && value.length <= 320,
  reason: "A name of at most 320 characters.",
};

const href: AttributeRule = { is: isSafeHref, reason: "An address that begins with https, http or mailto." };

const formatting = { bold: {}, italic: {}, link: { attributes: { href } } };

const lists = (inItems: readonly string[]) =>
  ({
    bulletList: { holds: { of: ["listItem"], least: 1 } },
    orderedList: { holds: { of: ["listItem"], least: 1 } },
    listItem: { holds: { of: inItems, least: 0, first: "paragraph" } },
  }) satisfies ProseSchema["nodes"];

const inComments = ["paragraph", "bulletList", "orderedList", "reportQuote"];

/**
 * What a comment may be made of. The editor is made from it, and the server checks what it is sent against it, so that
 * nothing else is ever kept.
 */
export const commentSchema: ProseSchema = {
  most: 5000,
  longest: 10_000,
  nodes: {
    doc: { holds: { of: inComments, least: 1 } },
    paragraph: { holds: { of: ["text", "mention", "hardBreak"], least: 0 } },
    ...lists(inComments),
    reportQuote: {
      attributes: {
        revisionId: uuid,
        segments: { is: isQuotedSegments, reason: "Up to 50 segments, each with start, end and quote." },
      },
    },
    text: { inline: true },
    mention: { inline: true, attributes: { userId: uuid, label: name } },
    hardBreak: { inline: true },
  },
  marks: formatting,
};

const inNotes = ["paragraph", "bulletList", "orderedList"];

/** What a note on an entity or a tag may be made of. */
export const noteSchema: ProseSchema = {
  most: 5000,
  longest: 5000,
  nodes: {
    doc: { holds: { of: inNotes, least: 1 } },
    paragraph: { holds: { of: ["text", "hardBreak"], least: 0 } },
    ...lists(inNotes),
    text: { inline: true },
    hardBreak: { inline: true },
  },
  marks: formatting,
};
